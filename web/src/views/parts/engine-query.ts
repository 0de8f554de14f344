import type { Answer, Details, Question } from '../../session/questions.ts'
import type { SessionLike } from '../../session/session-like.ts'

/** Milliseconds between two questions while it trains. */
const pause = 250

/**
 * The engine's answer to one question, kept up to date: asked again when its details, the weights or the state have
 * changed since, one at a time, and at an easy pace while it trains. Answers that came too late are dropped: what is
 * shown is never of another state than the one that names it. Its details may be told more than the question asks for:
 * it comes back with the answer.
 */
export class EngineQuery<Q extends Question, Told extends Details<Q> = Details<Q>> {
  session: SessionLike
  question: Q
  onAnswer: (answer: Answer<Q>, details: Told) => void
  onRefusal: (error: Error) => void
  /** What the last question was about, and when. */
  #asked = { key: '', at: -Infinity }
  #waiting: { details: Told; isForced: boolean } | null = null
  #isUnderWay = false
  #isDisposed = false
  #timer = 0

  /** @param onRefusal default: nothing is shown */
  constructor(
    session: SessionLike,
    question: Q,
    onAnswer: (answer: Answer<Q>, details: Told) => void,
    onRefusal: (error: Error) => void = () => {},
  ) {
    this.session = session
    this.question = question
    this.onAnswer = onAnswer
    this.onRefusal = onRefusal
  }

  /**
   * Asks, unless the last answer is still right.
   * @param isForced asks in any case, and at once
   */
  ask(details: Told, isForced = false) {
    if (this.#isDisposed) return
    clearTimeout(this.#timer)
    const key = this.#keyOf(details)
    if (key === this.#asked.key && !isForced) return
    if (this.#isUnderWay) {
      this.#waiting = { details, isForced }
      return
    }
    const rest = this.session.isRunning && !isForced ? this.#asked.at + pause - performance.now() : 0
    if (rest > 0) this.#timer = setTimeout(() => this.ask(details), rest)
    else this.#send(key, details)
  }

  async #send(key: string, details: Told) {
    this.#asked = { key, at: performance.now() }
    this.#isUnderWay = true
    const then = standingOf(this.session, details)
    const take = await this.session.ask(this.question, details).then(
      (answer) => () => this.onAnswer(answer, details),
      (error) => () => this.onRefusal(error),
    )
    this.#isUnderWay = false
    const isSame = standingOf(this.session, details).every((part, i) => part === then[i])
    if (!isSame) this.#asked.key = ''
    if (!this.#isDisposed && isSame && !this.#isAskedOtherwise(details)) take()
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) this.ask(waiting.details, waiting.isForced)
  }

  /** Whether something else is wanted to be known by now. */
  #isAskedOtherwise(details: Told) {
    return this.#waiting !== null && JSON.stringify(this.#waiting.details) !== JSON.stringify(details)
  }

  /** What an answer depends on. */
  #keyOf(details: Told) {
    const { frame, state } = this.session
    return JSON.stringify([details, identityOf(frame), identityOf(state), this.session.data?.name])
  }

  dispose() {
    this.#isDisposed = true
    clearTimeout(this.#timer)
  }
}

/** What an answer is about, but for the weights: they change all the time while it trains. */
const standingOf = ({ data, state: { network, training, held, view } }: SessionLike, details: object) => [
  data,
  JSON.stringify([
    network,
    training,
    held,
    ...('isShown' in details && details.isShown ? [view.row, view.own] : []),
    ...('parameter' in details && details.parameter ? [view.parameter] : []),
  ]),
]

/** A number for an object: another object, another number. */
const identities: WeakMap<object, number> = new WeakMap()
let count = 0

export function identityOf(thing: object | null) {
  if (!thing) return 0
  if (!identities.has(thing)) identities.set(thing, ++count)
  return identities.get(thing)
}
