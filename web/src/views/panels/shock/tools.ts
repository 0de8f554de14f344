import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Parameter } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { valueIn } from '../../parts/control.ts'
import type { Entries } from '../../parts/fields/entries.ts'
import { parameterMenu } from '../../parts/parameter-menu/parameter-menu.ts'
import { numberWords } from '../../parts/refusal/words.ts'
import { sentences } from './sentences.ts'

/** Choosing what is shaken, and by how much. */
const text = texts(sentences)

/** Nudges beyond that say nothing of a slope. */
const most = 1000
const allowed = { minimum: -most, maximum: most, exclusiveMinimum: false, integer: false }

export function toolsTemplate(
  session: SessionLike,
  parameter: Parameter,
  epsilon: number,
  nudge: (epsilon: number) => void,
  refusal: string,
  entries: Entries,
) {
  const reach = Math.max(1, Math.abs(epsilon))
  return html`
    <p class="hint lead">${text('title')}</p>
    ${parameterMenu(session, {
      label: text('parameter'),
      parameter,
      choose: (chosen) => setView(session, { parameter: chosen }),
    })}
    <div class="shock-nudge number-entry">
      <label for="shock-nudge">${text('nudge')}</label>
      <input type="range" aria-label=${text('nudge')} min=${-reach} max=${reach} step="0.01"
        .value=${live(String(epsilon))} @input=${(event: Event) => nudge(Number(valueIn(event)))}>
      ${entries.number({
        key: 'nudge',
        id: 'shock-nudge',
        name: text('nudge'),
        value: epsilon,
        limit: allowed,
        send: (by) => (Math.abs(by) <= most ? nudge(by) : numberWords(text('nudge'), String(by), { limit: allowed })),
      })}
    </div>
    ${[...entries.sentences, ...(refusal ? [refusal] : [])].map((sentence) => html`<p class="refusal" role="alert">${sentence}</p>`)}`
}

/** Whose cost it is. */
export function scopeWords({ frame, state: { view } }: SessionLike) {
  if (view.scope === 'batch') return text('batch_other', { count: frame?.samples ?? 0 })
  return view.own ? text('rowOwn') : text('rows', { row: view.row + 1 })
}
