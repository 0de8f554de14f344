import { html, nothing, render } from 'lit'
import { text as pageText, texts } from '../../text/text.js'
import { useStyle } from '../parts/late-style.js'
import { sentences } from './sentences.js'
import css from './share.css'

/** @import { Change, SessionLike, View } from '../../types.d.ts' */

const text = texts(sentences)

/**
 * The panel that copies a link to what is on the page, with the weights or without.
 * @implements {View}
 */
export class ShareView {
  #withParameters = false
  #outcome = ''

  /**
   * @param {HTMLElement} root
   * @param {SessionLike} session
   * @param {(query: string) => string} address the whole address for a link's query
   */
  constructor(root, session, address) {
    this.root = root
    useStyle(root, css)
    this.session = session
    this.address = address
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
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
    const input = /** @type {HTMLInputElement} */ (this.root.querySelector('.address'))
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
