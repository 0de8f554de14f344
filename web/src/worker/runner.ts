import { type Speed, slowAtFirst, steady, unlimited } from './speeds.ts'

/** Milliseconds of training between two looks at the messages; of one call of the engine. */
const slice = 8
const call = 2
/** Milliseconds from one look to the next whether it still must wait. */
const breath = 4
/** Milliseconds over which speeds are measured. */
const window = 500

/**
 * `step` counts the steps so far, `take` trains, `hasEnded` says that more steps make no sense (it diverged), `mustWait`
 * that none may be taken for the moment.
 */
interface Work {
  step: () => number
  take: (count: number) => void
  hasEnded: () => boolean
  afterSlice: () => void
  mustWait: () => boolean
  onStop: () => void
  onFailure: (error: unknown) => void
}

/** `soon` comes back after the messages that wait, `later` after some milliseconds. */
export interface Clock {
  now: () => number
  soon: (next: () => void) => void
  later: (next: () => void, milliseconds: number) => void
}

/** Trains in short slices, so that messages are answered between them and the machine stays free for the page. */
export class Runner {
  work: Work
  clock: Clock
  isRunning = false
  /** Steps a second; 0 = as many as possible. */
  speed = 0
  /** Steps a second as measured; 0 at rest. */
  rate = 0
  #allowed: Speed = unlimited
  #until = Infinity
  #isResting = false
  /** The step and time from which the speed counts. */
  #from = { step: 0, at: 0 }
  #measured = { step: 0, at: 0 }
  #millisecondsAStep = 1
  /** Turns of an earlier run that come late count for nothing. */
  #run = 0
  #waiting: (() => void)[] = []

  constructor(work: Work, clock: Clock) {
    this.work = work
    this.clock = clock
  }

  /**
   * Trains until a step, or for ever.
   * @param speed steps a second; 0 = as many as possible
   * @param isSlowAtFirst at that speed after some seconds only
   * @returns resolves when it has stopped, there or earlier
   */
  start(until: number = Infinity, speed = 0, isSlowAtFirst = false): Promise<void> {
    this.#until = until
    this.isRunning = true
    this.rate = 0
    this.#measured = this.#here()
    this.setSpeed(speed)
    if (isSlowAtFirst && !speed) this.#allowed = slowAtFirst
    this.#begin()
    return this.#stopped()
  }

  /** The step at which it will stop by itself; null when there is none. */
  get end(): number | null {
    return this.isRunning && this.#until < Infinity ? this.#until : null
  }

  /** Has what will stop by itself train longer. @returns resolves when it has stopped, there or earlier */
  goOnUntil(until: number): Promise<void> {
    this.#until = until
    return this.#stopped()
  }

  #stopped(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  stop() {
    this.isRunning = false
    this.rate = 0
    this.#run++
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  /** @param speed steps a second; 0 = as many as possible */
  setSpeed(speed: number) {
    this.speed = speed
    this.#allowed = speed ? steady(speed) : unlimited
    this.#from = this.#here()
    if (this.isRunning) this.#begin()
  }

  /** What trains for ever waits while it rests, and then goes on where it was. Training that has an end gets there. */
  rest(isResting: boolean) {
    this.#isResting = isResting
    if (!isResting && this.isRunning) this.setSpeed(this.speed)
  }

  /** What was left of an earlier turn is dropped, and turns begin anew. */
  #begin() {
    const run = ++this.#run
    this.clock.soon(() => this.#turn(run))
  }

  #here() {
    return { step: this.work.step(), at: this.clock.now() }
  }

  #turn(run: number) {
    if (run !== this.#run || !this.isRunning || (this.#isResting && this.#until === Infinity)) return
    try {
      if (!this.work.mustWait()) this.#trainASlice()
      if (this.work.step() >= this.#until || this.work.hasEnded()) {
        this.stop()
        return this.work.onStop()
      }
      this.work.afterSlice()
    } catch (error) {
      this.stop()
      return this.work.onFailure(error)
    }
    const next = () => this.#turn(run)
    const wait = Math.max(this.#untilDue(), this.work.mustWait() ? breath : 0)
    if (wait > 0) this.clock.later(next, wait)
    else this.clock.soon(next)
  }

  #trainASlice() {
    const { work, clock } = this
    const end = clock.now() + slice
    for (let left = this.#due(); left > 0 && !work.hasEnded() && clock.now() < end; ) {
      const count = Math.min(left, Math.max(1, Math.floor(call / this.#millisecondsAStep)))
      const begin = clock.now()
      work.take(count)
      // Never more than twice as many as last time: a clock may be too coarse to see a short call.
      this.#millisecondsAStep = Math.max((clock.now() - begin) / count, this.#millisecondsAStep / 2)
      left -= count
    }
    this.#measure()
  }

  /** Steps that may be taken now. */
  #due() {
    const { step, at } = this.#from
    const allowed = step + this.#allowed.stepsBy(this.clock.now() - at)
    return Math.min(allowed, this.#until) - this.work.step()
  }

  /** Milliseconds until the next step may be taken. */
  #untilDue() {
    if (this.#due() > 0) return 0
    const { step, at } = this.#from
    return Math.max(1, at + this.#allowed.dueAfter(this.work.step() - step) - this.clock.now())
  }

  #measure() {
    const { step, at } = this.#measured
    const here = this.#here()
    const elapsed = here.at - at
    if (elapsed < (this.rate ? window : window / 5)) return
    this.rate = ((here.step - step) / elapsed) * 1000
    this.#measured = here
  }
}
