import { nothing, render } from 'lit'
import { keepFocus } from './keep-focus.js'

/** Hides a part of a panel while there is nothing to show, and says why; the focus goes along. */
export class EmptyState {
  /**
   * @param {HTMLElement} root @param {HTMLElement} part @param {HTMLElement} notice
   * @param {string} first selects, within the root, what gets the focus when it opens again
   */
  constructor(root, part, notice, first) {
    this.root = root
    this.part = part
    this.notice = notice
    this.first = first
  }

  /** @param {unknown} template with a button */
  show(template) {
    const hadFocus = this.part.contains(/** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement)
    this.part.hidden = true
    render(template, this.notice)
    if (hadFocus) this.notice.querySelector('button')?.focus({ preventScroll: true })
  }

  hide() {
    if (!this.part.hidden) return
    this.part.hidden = false
    keepFocus(this.root, () => render(nothing, this.notice), this.first)
  }
}
