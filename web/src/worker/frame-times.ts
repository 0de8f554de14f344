/** Milliseconds from one frame to the next, and how much too early one may go: half a slice of training. */
const frameTime = 1000 / 60
const slack = 4
/** Most of the time that copying numbers may take, and how fast its cost is believed to grow from frame to frame. */
const share = 0.04
const growth = 2

/**
 * When frames go while a network trains: sixty a second, or fewer where it is so large that copying its numbers would
 * take too much of the time.
 */
export class FrameTimes {
  #nextAt = 0
  /** Milliseconds that a frame takes for which nothing but copies is made: about the least of late. */
  #copying = 0

  isDue(now: number): boolean {
    return now >= this.#nextAt - slack
  }

  /** A frame was made and sent. */
  took(begin: number, end: number) {
    this.#copying = Math.min(end - begin, growth * this.#copying + 0.05)
    this.#nextAt = Math.max(this.#nextAt + frameTime, begin, end + this.#copying * (1 / share - 1) - slack)
  }
}
