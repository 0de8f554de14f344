import { html, render } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { texts } from '../../text/text.js'
import { about } from '../parts/about.js'
import { keepFocus } from '../parts/keep-focus.js'
import { revealIn } from '../parts/reveal.js'
import { sentences } from './tab-sentences.js'

/** @import { Tab } from './tabs.js' */

const text = texts(sentences)

const selected = '[aria-selected=true]'

/**
 * The tabs of the pane, one of them selected: Tab leads to that one, the arrows from whichever has the focus to its
 * neighbours, Home and End to the first and the last. What gets the focus is opened.
 */
export class TabStrip {
  /** @type {readonly Tab[]} */
  #shown = []

  /**
   * @param {HTMLElement} list
   * @param {(tab: Tab) => unknown} onChoose
   */
  constructor(list, onChoose) {
    this.list = list
    this.onChoose = onChoose
    list.addEventListener('keydown', this.#onKey)
  }

  /** @param {readonly Tab[]} shown @param {Tab} open @param {(tab: Tab) => string} labelOf */
  draw(shown, open, labelOf) {
    this.#shown = shown
    const template = (/** @type {Tab} */ tab) => html`
      <button type="button" role="tab" id="tab-${tab.name}" aria-controls="tab-panel"
        aria-selected=${tab === open ? 'true' : 'false'} tabindex=${tab === open ? 0 : -1} ${about(text(tab.name))}
        @click=${() => this.onChoose(tab)}>${labelOf(tab)}</button>`
    keepFocus(
      this.list,
      () =>
        render(
          repeat(shown, ({ name }) => name, template),
          this.list,
        ),
      selected,
    )
    // when all of the page is drawn: it has it laid out
    queueMicrotask(() => {
      const tab = this.list.querySelector(selected)
      if (tab) revealIn(this.list, /** @type {HTMLElement} */ (tab))
    })
  }

  /** Takes the focus to the open tab, as the reader has asked. */
  enter() {
    const tab = /** @type {HTMLElement | null} */ (this.list.querySelector(selected))
    tab?.focus()
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const from = [...this.list.children].indexOf(/** @type {Element} */ (event.target))
    const { length } = this.#shown
    const to = { ArrowLeft: from - 1, ArrowRight: from + 1, Home: 0, End: length - 1 }[event.key]
    if (from < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = (to + length) % length
    this.onChoose(this.#shown[next])
    const button = /** @type {HTMLElement} */ (this.list.children[next])
    button.focus()
  }
}
