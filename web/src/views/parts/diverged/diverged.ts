import { html } from 'lit'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** What there is to say, and to do, when the numbers have grown beyond all bounds. */
export const divergedTemplate = (session: SessionLike, why: string = text('diverged')) => html`
  <p>${why}</p>
  <button type="button" class="primary" @click=${() => session.run({ do: 'reset' })}>${text('restart')}</button>`
