import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { isMuted } from '../../../network/held.ts'
import type { MeasureName } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { listOf } from '../../../text/lists.ts'
import { formatShare } from '../../../text/numbers.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { type NeuronContext, text } from './context.ts'

/** The switch that takes a neuron out of the network, and what is lost by it. */

type Measures = Record<MeasureName, number>

const measures: MeasureName[] = ['cost', 'accuracy', 'r2', 'testCost', 'testAccuracy', 'testR2']

export class Mute {
  query: EngineQuery<'without'>

  constructor(session: SessionLike, redraw: () => void) {
    this.query = new EngineQuery(session, 'without', redraw)
  }

  template({ session, frame, at, write }: NeuronContext) {
    if (at.layer < 0 || at.layer === frame.layers.length - 1) return nothing
    const { layer, unit } = at
    const isOff = isMuted(session, at)
    if (!session.isRunning) this.query.ask({ layer, unit })
    const { found, isCurrent } = this.query
    const isKnown = found !== null && isCurrent && !session.isRunning
    return html`
      <section class="mute">
        <label class="switch"><input type="checkbox" role="switch" .checked=${live(isOff)}
          @change=${() => session.run({ do: 'mute', layer, unit, isMuted: !isOff })}> <span>${text('mute')}</span></label>
        <p class="hint">${text('muteAbout')}</p>
        <p class="lost" role="status">${
          session.isRunning ? text('muteRunning') : isKnown ? sentence(isOff, found.answer, write) : nothing
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
