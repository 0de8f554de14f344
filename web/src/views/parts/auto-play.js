/**
 * Milliseconds at each stop.
 * @typedef {keyof typeof pace} Speed
 */
export const pace = { slow: 4000, normal: 1800, fast: 500 }

/** Walks from stop to stop until it is stopped; waits where the next stop is not ready. */
export class AutoPlay {
  /** @type {Speed} */
  speed = 'normal'
  #timer = 0

  /** @param {() => unknown} goOn @param {() => boolean} isReady */
  constructor(goOn, isReady) {
    this.goOn = goOn
    this.isReady = isReady
  }

  get isPlaying() {
    return this.#timer !== 0
  }

  start() {
    this.stop()
    this.#timer = window.setTimeout(this.#turn, pace[this.speed])
  }

  stop() {
    clearTimeout(this.#timer)
    this.#timer = 0
  }

  #turn = () => {
    this.#timer = window.setTimeout(this.#turn, pace[this.speed])
    if (this.isReady()) this.goOn()
  }
}
