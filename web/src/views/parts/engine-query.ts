import { dequal as isEqual } from 'dequal/lite'
import type { Revision } from '../../session/protocol.ts'
import type { Answer, Details, Question } from '../../session/questions.ts'
import type { Reply, SessionLike } from '../../session/session-like.ts'
import { Latest } from './latest.ts'

/** Milliseconds between two questions while it trains. */
const usualPause = 250

/** What an answer, or a refusal, was about. */
interface About<Told> {
  details: Told
  revision: Revision
}

/** An answer that may be shown. */
export interface Found<Q extends Question, Told extends Details<Q> = Details<Q>> extends About<Told> {
  answer: Answer<Q>
}

/**
 * The engine's answer to one question, kept up to date: one question at a time, the latest wins, and at an easy pace
 * while it trains. An answer is shown when it is about what the frame is about: the same data, network, training and
 * parameters; while it trains, when it is of no older parameters than the one shown before.
 *
 * What the reader looks at (a row, a sample, a parameter) belongs into the details. They may hold more than the question
 * asks for: it comes back with the answer.
 */
export class EngineQuery<Q extends Question, Told extends Details<Q> = Details<Q>> {
  readonly session: SessionLike
  readonly question: Q
  /** Why the last question was refused; null: it was not. */
  refusal: Error | null = null
  readonly #onChange: () => void
  readonly #pause: number
  readonly #line = new Latest<null>(
    () => this.#send(),
    () => this.#turn(),
  )
  #wanted: Told | null = null
  #askedAt = -Infinity
  /** Answered or refused last, of what may be shown. */
  #settled: About<Told> | null = null
  #found: Found<Q, Told> | null = null
  #endPause = () => {}
  #isDisposed = false

  /**
   * @param onChange hears that there is another answer, or refusal
   * @param pause milliseconds between two questions while it trains
   */
  constructor(session: SessionLike, question: Q, onChange: () => void, pause: number = usualPause) {
    this.session = session
    this.question = question
    this.#onChange = onChange
    this.#pause = pause
  }

  /** Asks, unless the answer is known by then; null: there is nothing to be known. */
  ask(details: Told | null): void {
    if (this.#isDisposed) return
    this.#wanted = details
    if (!this.session.isRunning) this.#endPause()
    if (this.isAwaited) this.#line.want(null)
  }

  /** The last answer that was shown, as long as it is of the data and the network of the frame, and none was refused since. */
  get found(): Found<Q, Told> | null {
    const { data, network } = this.session.revision
    return this.#found?.revision.data === data && this.#found.revision.network === network ? this.#found : null
  }

  /** Whether what was found is about the very frame, and what was asked last. */
  get isCurrent(): boolean {
    return this.#isOfNow(this.#found)
  }

  /** Whether what was asked last is still to be answered, for the frame as it is. */
  get isAwaited(): boolean {
    return this.#wanted !== null && !this.#isOfNow(this.#settled)
  }

  /** Whether what was found is of the past, and its like of now on its way. While it trains, of other settings alone. */
  get isUnderWay(): boolean {
    if (!this.#found || !this.isAwaited || !this.#line.isBusy) return false
    return !this.session.isRunning || this.#found.revision.training !== this.session.revision.training
  }

  dispose(): void {
    this.#isDisposed = true
    this.#line.forget()
    this.#endPause()
  }

  #isOfNow(about: About<Told> | null): boolean {
    return about !== null && isEqual(about.details, this.#wanted) && isEqual(about.revision, this.session.revision)
  }

  /** Waits, while it trains, until the next question may be asked; no longer than it trains. */
  #turn(): Promise<void> | undefined {
    const rest = this.session.isRunning ? this.#askedAt + this.#pause - performance.now() : 0
    if (rest <= 0) return undefined
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rest)
      this.#endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async #send(): Promise<void> {
    const details = this.#wanted
    if (details === null || !this.isAwaited) return
    this.#askedAt = performance.now()
    const reply = await this.session.askWithRevision(this.question, details).catch(() => null) // lost: its frame comes anew
    if (reply && !this.#isDisposed && isEqual(details, this.#wanted) && this.#mayBeShown(reply.revision)) {
      this.#take(reply, details)
    }
  }

  #mayBeShown({ data, network, training, parameters }: Revision): boolean {
    const { revision: now, isRunning } = this.session
    if (data !== now.data || network !== now.network || training !== now.training) return false
    return isRunning ? parameters >= (this.#settled?.revision.parameters ?? 0) : parameters === now.parameters
  }

  #take(reply: Reply<Q>, details: Told): void {
    const { revision } = reply
    this.#settled = { details, revision }
    this.refusal = 'refusal' in reply ? reply.refusal : null
    this.#found = 'answer' in reply ? { details, revision, answer: reply.answer } : null
    this.#onChange()
  }
}
