import { flatIndexOf } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Answer, Details, PlannedStep, Question, Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import type { Point } from './range.ts'

export interface Pair {
  a: Parameter
  b: Parameter
}

interface Disposable {
  dispose(): void
}

/** What each question is told: of which parameters, and which of its questions an answer belongs to. */
type Told<Q extends Question> = Details<Q> & { indices: number[]; asked: number }

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
  session: SessionLike
  onChange: () => void
  trail: EngineQuery<'trail', Told<'trail'>>
  step: EngineQuery<'nextParameters', Told<'nextParameters'>>
  height: EngineQuery<'cost', Told<'cost'>>
  gradient: EngineQuery<'gradient', Told<'gradient'>>
  path: Point[] = []
  next: Next | null = null
  /** Of the training set, in the next batch. */
  rows: number[] = []
  #cost = NaN
  #slope: Point = { a: NaN, b: NaN }
  /** What the answers are of, and how often that has changed. */
  #about = [] as unknown[]
  #asked = 0
  /** When each question was asked last, and answered. */
  #turns: Map<Disposable, { asked: number; answered: number }> = new Map()

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.onChange = onChange
    this.trail = this.#question('trail', ({ values: [a, b] }) => {
      this.path = a.map((value, k) => ({ a: value, b: b[k] }))
    })
    this.step = this.#question('nextParameters', (next, { indices }) => this.#takeNext(next, indices))
    this.height = this.#question('cost', (cost) => {
      this.#cost = cost
    })
    this.gradient = this.#question('gradient', ([a, b]) => {
      this.#slope = { a, b }
    })
  }

  #question<Q extends Question>(name: Q, keep: (answer: Answer<Q>, details: Told<Q>) => void) {
    const done = (answered: number) => {
      const turns = this.#turns.get(question)
      if (turns) turns.answered = answered
      this.onChange()
    }
    const question: EngineQuery<Q, Told<Q>> = new EngineQuery(
      this.session,
      name,
      (answer, details) => {
        keep(answer, details)
        done(details.asked)
      },
      () => done(this.#asked),
    )
    this.#turns.set(question, { asked: 0, answered: 0 })
    return question
  }

  /** Another pair, or another network: nothing is known of it. */
  forget() {
    this.path = []
    this.next = null
  }

  /** @param which samples the landscape is of */
  ask({ a, b }: Pair, which: Which) {
    const { frame, state, data, isRunning } = this.session
    const { layers } = frame as Frame
    const about = [frame, state, data, JSON.stringify([a, b, which])]
    if (about.some((thing, i) => thing !== this.#about[i])) this.#asked++
    if (about[3] !== this.#about[3]) this.#cost = NaN
    this.#about = about
    const indices = [flatIndexOf(layers, a), flatIndexOf(layers, b)]
    const told = { indices, asked: this.#asked }
    this.#ask(this.trail, told)
    this.#ask(this.step, told)
    // that of the whole training set is in the frame
    if (Object.keys(which).length > 0) this.#ask(this.height, { ...told, ...which })
    // while it trains the answers are of different moments: this one could not stand beside the others
    if (!isRunning) this.#ask(this.gradient, { ...told, ...which })
  }

  #ask<Q extends Question>(question: EngineQuery<Q, Told<Q>>, told: Told<Q>) {
    const turns = this.#turns.get(question)
    if (turns) turns.asked = this.#asked
    question.ask(told)
  }

  /** The landscape's own slope at the point; null while it is not known. */
  get slope() {
    return this.#isOfNow(this.gradient) && Number.isFinite(this.#slope.a + this.#slope.b) ? this.#slope : null
  }

  /** The cost at the point, where the landscape is not of the whole training set; NaN while it is not known. */
  get cost() {
    return this.session.isRunning || this.#isOfNow(this.height) ? this.#cost : NaN
  }

  /** Whether `next` begins at the very point shown. */
  get isNextHere() {
    return this.next !== null && this.#isOfNow(this.step)
  }

  /** Whether answers about the point shown are still to come. */
  get isAwaited() {
    return [...this.#turns.values()].some(({ asked, answered }) => asked !== answered)
  }

  #isOfNow(question: Disposable) {
    return !this.session.isRunning && this.#turns.get(question)?.answered === this.#asked
  }

  #takeNext({ before, after, gradient, rows, isDiverged }: PlannedStep, [a, b]: number[]) {
    if (Math.max(a, b) >= before.length) return // of the network before this one
    const of = (values: Float64Array) => ({ a: values[a], b: values[b] })
    this.next = { before: of(before), after: isDiverged ? nowhere : of(after), gradient: of(gradient), isDiverged }
    this.rows = rows
  }

  dispose() {
    for (const question of this.#turns.keys()) question.dispose()
  }
}

const nowhere = { a: NaN, b: NaN }
