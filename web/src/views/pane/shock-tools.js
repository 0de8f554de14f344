import { html, noChange, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { shock as sentences } from '../../text/en/shock.js'
import { typedNumber } from '../../text/read-number.js'
import { texts } from '../../text/text.js'
import { setView } from '../buttons.js'
import { parameterMenu } from './parameter-menu.js'

/**
 * Choosing what is shaken, and by how much.
 *
 * @import { Parameter, SessionLike } from '../../model/types.d.ts'
 */
const text = texts(sentences)

/**
 * @param {SessionLike} session
 * @param {Parameter} parameter
 * @param {number} epsilon
 * @param {(epsilon: number | string) => void} nudge text when what was typed is no number
 * @param {boolean} isTyping what stands in the entry of the nudge is not overwritten
 * @param {string} refusal
 */
export function toolsTemplate(session, parameter, epsilon, nudge, refusal, isTyping) {
  const reach = Math.max(1, Math.abs(epsilon))
  const typedIn = (/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).value
  return html`
    <p class="hint">${text('title')}</p>
    ${parameterMenu(session, {
      label: text('parameter'),
      parameter,
      choose: (chosen) => setView(session, 'parameter', chosen),
    })}
    <div class="shock-nudge">
      <label for="shock-nudge">${text('nudge')}</label>
      <input type="range" aria-label=${text('nudge')} min=${-reach} max=${reach} step="0.01"
        .value=${live(String(epsilon))} @input=${(/** @type {Event} */ event) => nudge(Number(typedIn(event)))}>
      <input id="shock-nudge" class="number" inputmode="decimal" autocomplete="off" .value=${isTyping ? noChange : live(String(epsilon))}
        @change=${(/** @type {Event} */ event) => nudge(typedNumber(typedIn(event)))}>
    </div>
    <p class="hint">${scopeWords(session)}</p>
    ${refusal ? html`<p class="refusal">${refusal}</p>` : nothing}`
}

/** Whose cost it is. @param {SessionLike} session */
function scopeWords({ frame, state: { view } }) {
  if (view.scope === 'batch') return text('batch_other', { count: frame?.samples ?? 0 })
  return view.own ? text('rowOwn') : text('rows', { row: view.row + 1 })
}
