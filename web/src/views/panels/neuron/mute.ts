import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { isMuted } from '../../../network/held.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { MeasureName } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { listOf } from '../../../text/lists.ts'
import { formatShare } from '../../../text/numbers.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { type NeuronContext, text } from './context.ts'

/** The switch that takes a neuron out of the network, and what is lost by it. */

type Measures = Record<MeasureName, number>

/** The neuron, and whether it was off when it was measured */
type Asked = Neuron & { isMuted: boolean }

const measures: MeasureName[] = ['cost', 'accuracy', 'r2', 'testCost', 'testAccuracy', 'testR2']

export class Mute {
  query: EngineQuery<'without', Asked>
  #measured: { asked: Asked; before: Measures; after: Measures } | null = null

  constructor(session: SessionLike, redraw: () => void) {
    this.query = new EngineQuery(session, 'without', (answer, details) => {
      this.#measured = { ...answer, asked: details }
      redraw()
    })
  }

  template({ session, frame, at, write }: NeuronContext) {
    if (at.layer < 0 || at.layer === frame.layers.length - 1) return nothing
    const { layer, unit } = at
    const isOff = isMuted(session, at)
    if (!session.isRunning) this.query.ask({ layer, unit, isMuted: isOff })
    const found = this.#measured
    const isKnown =
      found &&
      !session.isRunning &&
      found.asked.layer === layer &&
      found.asked.unit === unit &&
      found.asked.isMuted === isOff
    return html`
      <section class="mute">
        <label class="switch"><input type="checkbox" role="switch" .checked=${live(isOff)}
          @change=${() => session.run({ do: 'mute', layer, unit, isMuted: !isOff })}> <span>${text('mute')}</span></label>
        <p class="hint">${text('muteAbout')}</p>
        <p class="lost" role="status">${
          session.isRunning ? text('muteRunning') : isKnown ? sentence(isOff, found, write) : nothing
        }</p>
      </section>`
  }

  dispose() {
    this.query.dispose()
  }
}

/**
 * What changes when it is switched, in words.
 * @param isOff whether it is off
 */
export function sentence(
  isOff: boolean,
  { before, after }: { before: Measures; after: Measures },
  write: (value: number) => string,
) {
  const there = measures.filter((name) => Number.isFinite(before[name]))
  const changed = there.some((name) => before[name] !== after[name])
  const written = there.map((name) => {
    const say = /accuracy/i.test(name) ? formatShare : write
    const values = { name: text(name), before: say(before[name]), after: say(after[name]) }
    return text(values.before === values.after ? 'stays' : 'changes', values)
  })
  return text(!changed ? 'same' : isOff ? 'withIt' : 'without', { measures: listOf(written) })
}
