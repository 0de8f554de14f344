import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import { isMuted } from '../../../network/held.js'
import { formatShare } from '../../../text/numbers.js'
import { EngineQuery } from '../../parts/engine-query.js'
import { text } from './context.js'

/**
 * The switch that takes a neuron out of the network, and what is lost by it.
 *
 * @import { Neuron, SessionLike } from '../../../types.d.ts'
 * @import { NeuronContext } from './context.js'
 * @typedef {'cost' | 'accuracy' | 'r2' | 'testCost' | 'testAccuracy' | 'testR2'} Measure
 * @typedef {Record<Measure, number>} Measures
 * @typedef {Neuron & { isMuted: boolean }} Asked the neuron, and whether it was off when it was measured
 */

/** @type {Measure[]} */
const measures = ['cost', 'accuracy', 'r2', 'testCost', 'testAccuracy', 'testR2']

export class Mute {
  /** @type {{ asked: Asked, before: Measures, after: Measures } | null} */
  #measured = null

  /** @param {SessionLike} session @param {() => void} redraw */
  constructor(session, redraw) {
    this.query = new EngineQuery(session, 'without', (answer, details) => {
      this.#measured = { ...answer, asked: /** @type {Asked} */ (details) }
      redraw()
    })
  }

  /** @param {NeuronContext} context */
  template({ session, frame, at, write }) {
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
 * @param {boolean} isOff whether it is off
 * @param {{ before: Measures, after: Measures }} measured
 * @param {(value: number) => string} write
 */
export function sentence(isOff, { before, after }, write) {
  const there = measures.filter((name) => Number.isFinite(before[name]))
  const changed = there.some((name) => before[name] !== after[name])
  const written = there.map((name) => {
    const say = /accuracy/i.test(name) ? formatShare : write
    const values = { name: text(name), before: say(before[name]), after: say(after[name]) }
    return text(values.before === values.after ? 'stays' : 'changes', values)
  })
  return text(!changed ? 'same' : isOff ? 'withIt' : 'without', { measures: written.join(', ') })
}
