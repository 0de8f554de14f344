/** What is fetched when it is asked for, and drawn once it is there. All that the single file has is there at once. */
export class Fetched<T> {
  found: T | undefined
  readonly #fetch: () => Promise<T> | undefined
  readonly #redraw: () => void

  /** @param fetch undefined: there is no such part here */
  constructor(fetch: () => Promise<T> | undefined, redraw: () => void) {
    this.#fetch = fetch
    this.#redraw = redraw
  }

  /** Fetches it once; after a failure it is fetched again when it is asked for again. */
  async ask(): Promise<T | undefined> {
    this.found ??= await this.fetch()
    this.#redraw()
    return this.found
  }

  protected fetch(): Promise<T | undefined> | undefined {
    return this.#fetch()
  }

  /** That it could not be had. */
  get failure(): unknown {
    return undefined
  }
}
