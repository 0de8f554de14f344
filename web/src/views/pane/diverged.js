import { html } from 'lit'
import { step } from '../../text/en/step.js'
import { texts } from '../../text/text.js'

const text = texts(step)

/**
 * What there is to say, and to do, when the numbers have grown beyond all bounds.
 * @param {import('../../model/types.d.ts').SessionLike} session
 * @param {string} [why]
 */
export const divergedTemplate = (session, why = text('diverged')) => html`
  <p>${why}</p>
  <button type="button" class="primary" @click=${() => session.run({ do: 'reset' })}>${text('restart')}</button>`
