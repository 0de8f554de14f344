/** @import { SessionLike } from '../model/types.d.ts' */

/** Milliseconds between two questions while it trains. */
const pause = 250

/**
 * The engine's answer to one question, kept up to date: asked again when its details, the weights or the state have
 * changed since, one at a time, and at an easy pace while it trains. Answers that came too late are dropped.
 * @template [Details=object]
 */
export class Answer {
  /** What the last question was about, and when. */
  #asked = { key: '', at: -Infinity }
  /** @type {{ details: Details, isForced: boolean } | null} */
  #waiting = null
  #isUnderWay = false
  #isDisposed = false
  #timer = 0

  /**
   * @param {SessionLike} session
   * @param {string} question
   * @param {(answer: any, details: Details) => void} onAnswer
   * @param {(error: Error) => void} [onRefusal] default: nothing is shown
   */
  constructor(session, question, onAnswer, onRefusal = () => {}) {
    this.session = session
    this.question = question
    this.onAnswer = onAnswer
    this.onRefusal = onRefusal
  }

  /**
   * Asks, unless the answer at hand is still right.
   * @param {Details} details
   * @param {boolean} [isForced] asks in any case, and at once
   */
  ask(details, isForced = false) {
    if (this.#isDisposed) return
    const key = this.#keyOf(details)
    if (key === this.#asked.key && !isForced) return
    if (this.#isUnderWay) {
      this.#waiting = { details, isForced }
      return
    }
    const rest = this.session.isRunning && !isForced ? this.#asked.at + pause - performance.now() : 0
    clearTimeout(this.#timer)
    if (rest > 0) this.#timer = setTimeout(() => this.ask(details), rest)
    else this.#send(key, details)
  }

  /** @param {string} key @param {Details} details */
  async #send(key, details) {
    this.#asked = { key, at: performance.now() }
    this.#isUnderWay = true
    try {
      const answer = await this.session.ask(this.question, details)
      if (!this.#isDisposed && !this.#isAskedOtherwise(details)) this.onAnswer(answer, details)
    } catch (error) {
      if (!this.#isDisposed && error instanceof Error) this.onRefusal(error)
    }
    this.#isUnderWay = false
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting) this.ask(waiting.details, waiting.isForced)
  }

  /** Whether something else is wanted to be known by now. @param {Details} details */
  #isAskedOtherwise(details) {
    return this.#waiting !== null && JSON.stringify(this.#waiting.details) !== JSON.stringify(details)
  }

  /** What an answer depends on. @param {Details} details */
  #keyOf(details) {
    const { frame, state } = this.session
    return JSON.stringify([details, identityOf(frame), identityOf(state), this.session.data?.name])
  }

  dispose() {
    this.#isDisposed = true
    clearTimeout(this.#timer)
  }
}

/** A number for an object: another object, another number. @type {WeakMap<object, number>} */
const identities = new WeakMap()
let count = 0

/** @param {object | null} thing */
function identityOf(thing) {
  if (!thing) return 0
  if (!identities.has(thing)) identities.set(thing, ++count)
  return identities.get(thing)
}
