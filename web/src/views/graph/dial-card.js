import { html, nothing, render } from 'lit'
import { parameterAbout } from '../../network/names.js'
import { hasParameter } from '../../network/parameters.js'
import { texts } from '../../text/text.js'
import { setView } from '../parts/buttons.js'
import { dial } from '../parts/dial/dial.js'
import { useStyle } from '../parts/late-style.js'
import { NextValues } from '../parts/next-values.js'
import { enterPane } from '../parts/page-events.js'
import { throttle } from '../parts/throttle.js'
import css from './dial-card.css'
import { sentences } from './sentences.js'

/**
 * The dial of one weight or bias, opened beside its value on the network.
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../types.d.ts').Parameter} Parameter
 * @typedef {import('../../types.d.ts').Change} Change
 */
const text = texts(sentences)
const gap = 8

export class DialCard {
  /** @type {Parameter | null} */
  #parameter = null
  #isDue = throttle(100)

  /**
   * @param {HTMLElement} root
   * @param {SessionLike} session
   * @param {(parameter: Parameter) => HTMLElement | null} buttonOf what it is opened from, while that is shown
   */
  constructor(root, session, buttonOf) {
    this.session = session
    this.buttonOf = buttonOf
    useStyle(root, css)
    this.card = document.createElement('div')
    this.card.className = 'dial-card'
    this.card.popover = 'auto'
    this.card.setAttribute('role', 'dialog')
    this.card.addEventListener('beforetoggle', this.#onToggle)
    root.append(this.card)
    this.next = new NextValues(session, () => this.#draw())
  }

  /** @param {Parameter} parameter */
  open(parameter) {
    this.#parameter = parameter
    if (!this.card.matches(':popover-open')) this.card.showPopover()
    this.#draw()
    this.#place(parameter)
    const field = /** @type {HTMLElement | null} */ (this.card.querySelector('input, [role=spinbutton], [role=slider]'))
    field?.focus()
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (!this.card.matches(':popover-open')) return
    const isForced = changes.has('state') || changes.has('data') || !this.session.isRunning
    if ((isForced || changes.has('frame')) && this.#isDue(isForced)) this.#draw()
  }

  #draw() {
    const parameter = this.#parameter
    const { frame } = this.session
    if (!parameter || !frame || !hasParameter(frame.layers, parameter)) return this.card.hidePopover()
    this.next.ask()
    const name = parameterAbout(this.session, parameter)
    this.card.setAttribute('aria-label', name)
    render(
      html`
      <header><h2>${name}</h2>
        <button type="button" class="close" aria-label=${text('close')}
          @click=${() => this.card.hidePopover()}>×</button>
      </header>
      ${dial(this.session, parameter, { next: this.next.of(parameter) })}
      <div class="choices">
        <button type="button" class="quiet" title=${text('shockAbout')} @click=${() => this.#lead('shock')}
          >${text('shock')}</button>
        <button type="button" class="quiet" title=${text('slopeAbout')} @click=${() => this.#lead('slope')}
          >${text('slope')}</button>
      </div>`,
      this.card,
    )
  }

  /** Opens the tab that says more of it, and leads there. @param {string} tab */
  async #lead(tab) {
    await setView(this.session, 'parameter', this.#parameter)
    await setView(this.session, 'tab', tab)
    this.card.hidePopover()
    enterPane(this.card)
  }

  /** Beneath its value, or above where there is no room, and within the window. @param {Parameter} parameter */
  #place(parameter) {
    const anchor = (this.buttonOf(parameter) ?? this.card.parentElement ?? this.card).getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.card
    const left = Math.min(Math.max(gap, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - gap)
    const below = anchor.bottom + gap
    const top = below + height + gap > innerHeight ? Math.max(gap, anchor.top - height - gap) : below
    Object.assign(this.card.style, { left: `${left}px`, top: `${top}px` })
  }

  /** When it closes, the focus goes back before it could be lost, even if the place it came from was drawn again. */
  #onToggle = (/** @type {Event} */ event) => {
    const { newState } = /** @type {ToggleEvent} */ (event)
    if (newState !== 'closed') return
    const focused = /** @type {ShadowRoot} */ (this.card.getRootNode()).activeElement
    if (this.#parameter && (!focused || this.card.contains(focused))) this.buttonOf(this.#parameter)?.focus()
  }

  dispose() {
    this.next.dispose()
    render(nothing, this.card)
    this.card.remove()
  }
}
