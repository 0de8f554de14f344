import { html, nothing } from 'lit'
import { catalogue, texts } from '../../text/text.ts'
import { Fetched as Asked } from './asked.ts'

const text = texts(
  catalogue('views/parts/fetched', {
    notFetched: 'This part could not be fetched. Check the connection.',
    again: 'Try again',
  }),
)

/** What is fetched when it is asked for; where it cannot be had a sentence stands in its place, and a way to try again. */
export class Fetched<T> extends Asked<T> {
  #hasFailed = false

  protected override async fetch(): Promise<T | undefined> {
    this.#hasFailed = false
    try {
      return await super.fetch()
    } catch {
      this.#hasFailed = true
      return undefined
    }
  }

  override get failure() {
    return this.#hasFailed
      ? html`<p class="hint" role="alert">${text('notFetched')}
        <button type="button" class="quiet" @click=${() => this.ask()}>${text('again')}</button></p>`
      : nothing
  }
}
