/** All that the single file has is there at once: see src/views/parts/fetched.ts. */
export class Fetched<T> {
  found: T | undefined
  failure: undefined
  readonly #fetch: () => Promise<T> | undefined
  readonly #redraw: () => void

  constructor(fetch: () => Promise<T> | undefined, redraw: () => void) {
    this.#fetch = fetch
    this.#redraw = redraw
  }

  async ask(): Promise<T | undefined> {
    this.found ??= await this.#fetch()
    this.#redraw()
    return this.found
  }
}
