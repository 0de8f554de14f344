import { dequal as isEqual } from 'dequal/lite'
import { flatIndexOf } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Details, PlannedStep, Question, Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import type { Point } from './range.ts'

export interface Pair {
  a: Parameter
  b: Parameter
}

/** With the indices of the pair in the flat parameters. */
type Told<Q extends Question> = Details<Q> & { indices: number[] }

export interface Next {
  before: Point
  after: Point
  /** As the step uses it. */
  gradient: Point
  isDiverged: boolean
}

/**
 * What the Slope panel asks of the engine beside the surface: the path so far, the next step, and of the landscape at
 * the point its height and its slope.
 */
export class SlopeQueries {
  readonly session: SessionLike
  readonly trail: EngineQuery<'trail'>
  readonly step: EngineQuery<'nextParameters', Told<'nextParameters'>>
  readonly height: EngineQuery<'cost', Told<'cost'>>
  readonly gradient: EngineQuery<'gradient'>
  #pair: Told<'trail'> = { indices: [] }
  #which: Which = {}

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.trail = new EngineQuery(session, 'trail', onChange)
    this.step = new EngineQuery(session, 'nextParameters', onChange)
    this.height = new EngineQuery(session, 'cost', onChange)
    this.gradient = new EngineQuery(session, 'gradient', onChange)
  }

  get #all() {
    return [this.trail, this.step, this.height, this.gradient]
  }

  /** @param which samples the landscape is of */
  ask({ a, b }: Pair, which: Which) {
    const { frame, isRunning } = this.session
    const { layers } = frame as Frame
    this.#pair = { indices: [flatIndexOf(layers, a), flatIndexOf(layers, b)] }
    this.#which = which
    const about = { ...this.#pair, ...which }
    this.trail.ask(this.#pair)
    this.step.ask(this.#pair)
    // that of the whole training set is in the frame
    this.height.ask(Object.keys(which).length > 0 ? about : null)
    // while it trains the answers are of different moments: this one could not stand beside the others
    this.gradient.ask(isRunning ? null : about)
  }

  /** The way of the pair so far; empty while it is not known. */
  get path(): Point[] {
    const { found } = this.trail
    if (!found || !isEqual(found.details, this.#pair)) return []
    const [a, b] = found.answer.values
    return a.map((value, k) => ({ a: value, b: b[k] }))
  }

  /** What the next step does to the pair; null while it is not known. */
  get next(): Next | null {
    const { found } = this.step
    if (!found || !isEqual(found.details, this.#pair)) return null
    const { before, after, gradient, isDiverged } = found.answer
    const [a, b] = this.#pair.indices
    const of = (values: Float64Array) => ({ a: values[a], b: values[b] })
    return { before: of(before), after: isDiverged ? nowhere : of(after), gradient: of(gradient), isDiverged }
  }

  /** Of all parameters, as the next step uses it; null while it is not known. */
  get wholeGradient(): Pick<PlannedStep, 'gradient' | 'gradientNorm'> | null {
    return this.step.found?.answer ?? null
  }

  /** Of the training set, in the next batch. */
  get rows(): number[] {
    return this.step.found?.answer.rows ?? []
  }

  /** The landscape's own slope at the point; null while it is not known. */
  get slope(): Point | null {
    const [a, b] = (this.gradient.isCurrent && this.gradient.found?.answer) || [NaN, NaN]
    return Number.isFinite(a + b) ? { a, b } : null
  }

  /** The cost at the point, where the landscape is not of the whole training set; NaN while it is not known. */
  get cost(): number {
    const { found, isCurrent } = this.height
    const isOfPair = found !== null && isEqual(found.details, { ...this.#pair, ...this.#which })
    return isCurrent || (this.session.isRunning && isOfPair) ? (found?.answer ?? NaN) : NaN
  }

  /** Whether `next` begins at the very point shown. */
  get isNextHere(): boolean {
    return !this.session.isRunning && this.step.isCurrent
  }

  /** Whether answers about the point shown are still to come. */
  get isAwaited(): boolean {
    return this.#all.some(({ isAwaited }) => isAwaited)
  }

  get isUnderWay(): boolean {
    return this.#all.some(({ isUnderWay }) => isUnderWay)
  }

  dispose() {
    for (const query of this.#all) query.dispose()
  }
}

const nowhere = { a: NaN, b: NaN }
