/**
 * Notices when a worker has died or hangs without a word. It is asked for a sign of life once a second; what counts is
 * how many of one's own ticks passed without any, not the time: while the page or the machine sleeps, nothing ticks.
 */

/** How a worker is watched. */
export interface Pulse {
  /** Milliseconds from tick to tick. */
  every?: number
  /** A timer, and how to cancel it. */
  later?: (next: () => void, milliseconds: number) => () => void
  /** Whether nobody looks at the page, so that timers may be slowed down. */
  isAway?: () => boolean
}

/** Ticks without a sign of life after which the worker is given up. */
const fewestTicks = 10

export class Heartbeat {
  #missed = 0
  /** Ticks that may pass: more while the worker has said that it will be busy. */
  #allowed = fewestTicks
  #cancel = () => {}

  /**
   * @param ask asks for a sign of life
   * @param onSilence is called once, when none came for too long
   */
  constructor(ask: () => void, onSilence: () => void, { every = 1000, later = timer, isAway = () => false }: Pulse) {
    const tick = () => {
      if (isAway()) this.#missed = 0
      else if (this.#missed >= this.#allowed) return onSilence()
      else this.#missed++
      ask()
      this.#cancel = later(tick, every)
    }
    this.#cancel = later(tick, every)
  }

  /** A sign of life came. */
  hear() {
    this.#missed = 0
  }

  /** The worker may be silent for so long from now on. */
  allow(seconds: number) {
    this.#missed = 0
    this.#allowed = Math.max(fewestTicks, seconds)
  }

  stop() {
    this.#cancel()
  }
}

/** The timer of the platform. @returns cancels it */
export function timer(next: () => void, milliseconds: number) {
  const id = setTimeout(next, milliseconds)
  return () => clearTimeout(id)
}
