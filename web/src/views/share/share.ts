import { html, nothing, render } from 'lit'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { text as pageText, texts } from '../../text/text.ts'
import { useStyle } from '../parts/late-style.ts'
import type { View } from '../parts/view.ts'
import { sentences } from './sentences.ts'
import css from './share.css'

const text = texts(sentences)

/** The panel that copies a link to what is on the page, with the weights or without. */
export class ShareView implements View {
  root: HTMLElement
  session: SessionLike
  address: (query: string) => string
  #withParameters = false
  #outcome = ''

  /** @param address the whole address for a link's query */
  constructor(root: HTMLElement, session: SessionLike, address: (query: string) => string) {
    this.root = root
    root.classList.add('share')
    useStyle(root, css)
    this.session = session
    this.address = address
  }

  update(changes: ReadonlySet<Change>) {
    if (!changes.has('state')) return
    this.#outcome = ''
    this.#draw()
  }

  #draw() {
    render(this.#content(), this.root)
  }

  #content() {
    const query = this.session.link({ withParameters: this.#withParameters, isQuiet: true })
    const hasWeights = /(^|&)weights=/.test(query)
    return html`
      <h2>${pageText('shell.shareTitle')}</h2>
      <p class="hint">${text('about')}</p>
      <label class="switch">
        <input type="checkbox" .checked=${this.#withParameters} @change=${this.#toggleParameters}>
        <span>${text('withWeights')}</span>
      </label>
      ${this.#withParameters && query ? html`<p class="hint">${text(hasWeights ? 'weightsAlone' : 'noWeights')}</p>` : nothing}
      ${query ? nothing : html`<p class="hint">${text('tooLong')}</p>`}
      <input class="address" readonly aria-label=${text('link')} .value=${this.address(query)}>
      <button type="button" class="primary" @click=${this.#copy}>${text('copy')}</button>
      <p class="hint" role="status">${this.#outcome}</p>`
  }

  #toggleParameters = () => {
    this.#withParameters = !this.#withParameters
    this.#outcome = ''
    this.#draw()
  }

  #copy = async () => {
    const input = this.root.querySelector('.address') as HTMLInputElement
    try {
      await navigator.clipboard.writeText(input.value)
      this.#outcome = text('copied')
    } catch {
      input.select()
      this.#outcome = text('notCopied')
    }
    this.#draw()
  }

  dispose() {
    render(nothing, this.root)
  }
}
