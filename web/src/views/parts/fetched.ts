import { html, nothing } from 'lit'
import { catalogue, texts } from '../../text/text.ts'

const text = texts(
  catalogue('views/parts/fetched', {
    notFetched: 'This part could not be fetched. Check the connection.',
    again: 'Try again',
  }),
)

/** What is fetched when it is asked for; where it cannot be had a sentence stands in its place. */
export class Fetched<T> {
  found: T | undefined
  #hasFailed = false
  readonly #fetch: () => Promise<T> | undefined
  readonly #redraw: () => void

  /** @param fetch undefined: there is no such part here */
  constructor(fetch: () => Promise<T> | undefined, redraw: () => void) {
    this.#fetch = fetch
    this.#redraw = redraw
  }

  /** Fetches it once; after a failure it is fetched again when it is asked for again. */
  async ask(): Promise<T | undefined> {
    this.#hasFailed = false
    try {
      this.found ??= await this.#fetch()
    } catch {
      this.#hasFailed = true
    }
    this.#redraw()
    return this.found
  }

  /** That it could not be had, and a way to try again. */
  get failure() {
    return this.#hasFailed
      ? html`<p class="hint" role="alert">${text('notFetched')}
        <button type="button" class="quiet" @click=${() => this.ask()}>${text('again')}</button></p>`
      : nothing
  }
}
