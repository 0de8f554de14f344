import { html, nothing } from 'lit'
import { isLocked } from '../../../network/held.ts'
import { parameterName } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

/** What stands beside the number of a dial. */
export const text = texts(sentences)

/** A button that locks it, or lets it go. */
export function lockTemplate(session: SessionLike, parameter: Parameter) {
  const isHeld = isLocked(session, parameter)
  return html`
    <button type="button" class="lock" aria-pressed=${isHeld ? 'true' : 'false'}
      aria-label=${text('lock', { name: parameterName(session, parameter) })} title=${text(isHeld ? 'unlockAbout' : 'lockAbout')}
      @click=${() => session.run({ do: 'lock', parameters: [parameter], isLocked: !isHeld })}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path class="shackle" d="M8 11V7.5a4 4 0 0 1 8 0V11"/><rect x="5" y="11" width="14" height="9" rx="2"/></svg>
    </button>`
}

/**
 * Where the next step would take it; room is kept for that while it is not known. In a table, where there is little room,
 * the word is only read out.
 */
export function nextTemplate(value: number, next: number, write: (value: number) => string) {
  const way = next > value ? 'up' : next < value ? 'down' : ''
  return html`
    <small class="dial-next ${way}" title=${text('nextAbout')}>${
      Number.isNaN(next)
        ? nothing
        : html`<span class="way"
      aria-hidden="true">→</span> <span class="next-word">${text('next')}: </span><span class="next-value">${write(next)}</span>`
    }</small>`
}
