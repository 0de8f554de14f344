import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import { texts } from '../../../text/text.js'
import { setView } from '../../parts/buttons.js'
import { parameterMenu } from '../../parts/parameter-menu/parameter-menu.js'
import { numberWords } from '../../parts/refusal/words.js'
import { sentences } from './sentences.js'

/**
 * Choosing what is shaken, and by how much.
 *
 * @import { Parameter, SessionLike } from '../../../types.d.ts'
 * @import { Entries } from '../../parts/fields/entries.js'
 */
const text = texts(sentences)

/** Nudges beyond that say nothing of a slope. */
const most = 1000
const allowed = { minimum: -most, maximum: most, exclusiveMinimum: false, integer: false }

/**
 * @param {SessionLike} session
 * @param {Parameter} parameter
 * @param {number} epsilon
 * @param {(epsilon: number) => void} nudge
 * @param {string} refusal
 * @param {Entries} entries
 */
export function toolsTemplate(session, parameter, epsilon, nudge, refusal, entries) {
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
      ${entries.number({
        key: 'nudge',
        id: 'shock-nudge',
        name: text('nudge'),
        value: epsilon,
        limit: allowed,
        send: (by) => (Math.abs(by) <= most ? nudge(by) : numberWords(text('nudge'), String(by), { limit: allowed })),
      })}
    </div>
    <p class="hint">${scopeWords(session)}</p>
    ${[...entries.sentences, ...(refusal ? [refusal] : [])].map((sentence) => html`<p class="refusal" role="alert">${sentence}</p>`)}`
}

/** Whose cost it is. @param {SessionLike} session */
function scopeWords({ frame, state: { view } }) {
  if (view.scope === 'batch') return text('batch_other', { count: frame?.samples ?? 0 })
  return view.own ? text('rowOwn') : text('rows', { row: view.row + 1 })
}
