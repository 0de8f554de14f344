import { html, nothing, render } from 'lit'
import { text } from '../text/text.js'

/** @import { Change, SessionLike, View } from '../model/types.d.ts' */

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
    return html`
      <h2>${text('share.title')}</h2>
      <p class="hint">${text('share.about')}</p>
      <label class="switch">
        <input type="checkbox" .checked=${this.#withParameters} @change=${this.#toggleParameters}>
        <span>${text('share.withWeights')}</span>
      </label>
      <input class="address" readonly aria-label=${text('share.link')} .value=${this.#link()}>
      <button type="button" class="primary" @click=${this.#copy}>${text('share.copy')}</button>
      <p class="hint" role="status">${this.#outcome}</p>`
  }

  #link = () => this.address(this.session.link({ withParameters: this.#withParameters }))

  #toggleParameters = () => {
    this.#withParameters = !this.#withParameters
    this.#outcome = ''
    this.#draw()
  }

  #copy = async () => {
    const input = /** @type {HTMLInputElement} */ (this.root.querySelector('.address'))
    try {
      await navigator.clipboard.writeText(input.value)
      this.#outcome = text('share.copied')
    } catch {
      input.select()
      this.#outcome = text('share.notCopied')
    }
    this.#draw()
  }

  dispose() {
    render(nothing, this.root)
  }
}
