import { Answer } from '../answer.js'
import { placeIn } from '../parameter-places.js'

/**
 * What the Slope panel asks of the engine beside the surface: the path so far, the next step, the cost at the point.
 *
 * @import { Frame, Parameter, SessionLike } from '../../model/types.d.ts'
 * @import { Next } from './slope-plot.js'
 * @import { Place } from './slope-range.js'
 * @typedef {{ a: Parameter, b: Parameter }} Pair
 */
export class SlopeAnswers {
  /** @type {Place[]} */
  path = []
  /** @type {Next | null} */
  next = null
  /** How many rows the next batch has. */
  rows = 0
  /** Of the rows asked about, where they are not the whole training set. */
  cost = NaN
  /** @type {number[]} */
  #places = []

  /** @param {SessionLike} session @param {() => void} onChange */
  constructor(session, onChange) {
    const take = (/** @type {(answer: any, details: any) => void} */ keep) =>
      (/** @type {unknown} */ answer, /** @type {unknown} */ details) => {
        keep(answer, details)
        onChange()
      }
    this.session = session
    this.trail = new Answer(session, 'trail', take(({ values: [a, b] }) => {
      this.path = a.map((/** @type {number} */ value, /** @type {number} */ k) => ({ a: value, b: b[k] }))
    }))
    this.step = new Answer(session, 'nextStep', take((next) => this.#takeNext(next)))
    this.line = new Answer(session, 'costLine', take(([cost]) => { this.cost = cost }))
  }

  /** Another pair, or another network: nothing is known of it. */
  forget() {
    this.path = []
    this.next = null
  }

  /** @param {Pair} pair @param {Place} at where it stands @param {object | null} which rows; null = the training set */
  ask({ a, b }, at, which) {
    const { layers } = /** @type {Frame} */ (this.session.frame)
    const places = [placeIn(layers, a), placeIn(layers, b)]
    this.trail.ask({ places })
    this.step.ask({ isBrief: true })
    this.#places = places
    if (which) this.line.ask({ parameter: a, values: [at.a], ...which })
  }

  /** @param {{ before: Float64Array, after: Float64Array, gradient: Float64Array, rows: number[] }} next */
  #takeNext({ before, after, gradient, rows }) {
    const [a, b] = this.#places
    if (Math.max(a, b) >= before.length) return // of the network before this one
    const of = (/** @type {Float64Array} */ values) => ({ a: values[a], b: values[b] })
    this.next = { before: of(before), after: of(after), gradient: of(gradient) }
    this.rows = rows.length
  }

  dispose() {
    for (const answer of [this.trail, this.step, this.line]) answer.dispose()
  }
}
