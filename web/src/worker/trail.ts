/** Numbers kept at the most, over all moments: 16 MB. */
const mostNumbers = 2_000_000
const mostMoments = 1000
const fewestMoments = 16

/**
 * The way that the weights have gone since step 0, thinned as it grows: steps between two moments double each time the
 * list is full.
 */
export class Trail {
  #moments: { step: number; parameters: Float64Array }[] = []
  #gap = 1

  get isEmpty() {
    return this.#moments.length === 0
  }

  clear() {
    this.#moments = []
    this.#gap = 1
  }

  /** Whether a moment at this step would be kept. */
  isDue(step: number) {
    const last = this.#moments.at(-1)
    return !last || step <= last.step || step - last.step >= this.#gap
  }

  /**
   * Adds a moment. What was at this step or later is forgotten.
   * @param parameters flat; other networks' moments are forgotten
   */
  add(step: number, parameters: Float64Array) {
    if (this.#moments[0]?.parameters.length !== parameters.length) this.clear()
    this.#moments = this.#moments.filter((moment) => moment.step < step)
    this.#moments.push({ step, parameters })
    const most = Math.max(fewestMoments, Math.min(mostMoments, mostNumbers / parameters.length))
    if (this.#moments.length <= most) return
    this.#moments = this.#moments.filter((_, i) => i % 2 === 0)
    this.#gap *= 2
  }

  /**
   * The way of some parameters.
   * @param indices in the flat parameters
   * @returns one list of values a index
   */
  of(indices: number[]): { step: number[]; values: number[][] } {
    return {
      step: this.#moments.map(({ step }) => step),
      values: indices.map((index) => this.#moments.map(({ parameters }) => parameters[index])),
    }
  }
}
