/** Milliseconds at each stop. */

export type Speed = keyof typeof pace

export const pace = { slow: 4000, normal: 1800, fast: 500 }

/** Walks from stop to stop until it is stopped; waits where the next stop is not ready. */
export class AutoPlay {
  goOn: () => unknown
  isReady: () => boolean
  speed: Speed = 'normal'
  #timer = 0

  constructor(goOn: () => unknown, isReady: () => boolean) {
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
