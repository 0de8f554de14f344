/** Milliseconds at each stop. */
export const pace = { slow: 4000, normal: 1800, fast: 500 }

export type Speed = keyof typeof pace

/** Goes on from stop to stop until it is stopped; waits where the next stop is not ready. */
export class AutoPlay {
  readonly #goOn: () => unknown
  readonly #pause: () => number
  readonly #isReady: () => boolean
  #timer = 0

  /** @param pause milliseconds at the present stop */
  constructor(goOn: () => unknown, pause: () => number, isReady: () => boolean = () => true) {
    this.#goOn = goOn
    this.#pause = pause
    this.#isReady = isReady
  }

  get isPlaying() {
    return this.#timer !== 0
  }

  start() {
    this.stop()
    this.#wait()
  }

  stop() {
    clearTimeout(this.#timer)
    this.#timer = 0
  }

  #wait() {
    this.#timer = setTimeout(() => {
      this.#wait()
      if (this.#isReady()) this.#goOn()
    }, this.#pause())
  }
}
