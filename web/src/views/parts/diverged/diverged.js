import { html } from 'lit'
import { texts } from '../../../text/text.js'
import { sentences } from './sentences.js'

const text = texts(sentences)

/**
 * What there is to say, and to do, when the numbers have grown beyond all bounds.
 * @param {import('../../../types.d.ts').SessionLike} session
 * @param {string} [why]
 */
export const divergedTemplate = (session, why = text('diverged')) => html`
  <p>${why}</p>
  <button type="button" class="primary" @click=${() => session.run({ do: 'reset' })}>${text('restart')}</button>`
