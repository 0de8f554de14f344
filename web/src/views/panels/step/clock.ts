/** Milliseconds that pass at most between two pictures: after a pause of the page nothing is skipped. */
const most = 250

/** Runs on with the pictures of the screen until it is stopped. */
export class Clock {
  readonly #advance: (milliseconds: number) => void
  #request = 0
  #last = 0

  /** @param advance is told how much time has passed since it was told last */
  constructor(advance: (milliseconds: number) => void) {
    this.#advance = advance
  }

  get isRunning() {
    return this.#request !== 0
  }

  start() {
    this.stop()
    this.#last = performance.now()
    this.#request = requestAnimationFrame(this.#tick)
  }

  stop() {
    cancelAnimationFrame(this.#request)
    this.#request = 0
  }

  #tick = () => {
    const now = performance.now()
    const passed = Math.min(most, now - this.#last)
    this.#last = now
    this.#request = requestAnimationFrame(this.#tick)
    this.#advance(passed)
  }
}
