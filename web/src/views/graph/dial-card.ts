import { html, nothing, render } from 'lit'
import { parameterAbout } from '../../network/names.ts'
import { hasParameter, type Parameter } from '../../network/parameters.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { setView } from '../parts/buttons.ts'
import { dial } from '../parts/dial/dial.ts'
import { useStyle } from '../parts/late-style.ts'
import { NextValues } from '../parts/next-values.ts'
import { enterPane } from '../parts/page-events.ts'
import { rootOf } from '../parts/root-of.ts'
import { throttle } from '../parts/throttle.ts'
import css from './dial-card.css'
import { sentences } from './sentences.ts'

/** The dial of one weight or bias, opened beside its value on the network. */
const text = texts(sentences)
const gap = 8

export class DialCard {
  session: SessionLike
  buttonOf: (parameter: Parameter) => HTMLElement | null
  card: HTMLDivElement
  next: NextValues
  #parameter: Parameter | null = null
  #isDue = throttle(100)

  /** @param buttonOf what it is opened from, while that is shown */
  constructor(root: HTMLElement, session: SessionLike, buttonOf: (parameter: Parameter) => HTMLElement | null) {
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

  open(parameter: Parameter) {
    this.#parameter = parameter
    if (!this.isOpen) this.card.showPopover()
    this.#draw()
    this.#place(parameter)
    this.card.querySelector('glassbox-dial')?.focus()
  }

  get isOpen() {
    return this.card.matches(':popover-open')
  }

  update(changes: ReadonlySet<Change>) {
    if (!this.isOpen) return
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

  /** Opens the tab that says more of it, and leads there. */
  async #lead(tab: 'shock' | 'slope') {
    await setView(this.session, { parameter: this.#parameter, tab })
    this.card.hidePopover()
    enterPane(this.card)
  }

  /** Beneath its value, or above where there is no room, and within the window. */
  #place(parameter: Parameter) {
    const anchor = (this.buttonOf(parameter) ?? this.card.parentElement ?? this.card).getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height } = this.card
    const left = Math.min(Math.max(gap, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - gap)
    const below = anchor.bottom + gap
    const top = below + height + gap > innerHeight ? Math.max(gap, anchor.top - height - gap) : below
    Object.assign(this.card.style, { left: `${left}px`, top: `${top}px` })
  }

  /** When it closes, the focus goes back before it could be lost, even if the place it came from was drawn again. */
  #onToggle = (event: Event) => {
    const { newState } = event as ToggleEvent
    if (newState !== 'closed') return
    const focused = rootOf(this.card).activeElement
    if (this.#parameter && (!focused || this.card.contains(focused))) this.buttonOf(this.#parameter)?.focus()
  }

  dispose() {
    this.next.dispose()
    render(nothing, this.card)
    this.card.remove()
  }
}
