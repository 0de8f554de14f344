import { render } from 'lit'
import { Fetched } from '#fetched'
import type { SessionElement } from '../views/parts/session-element.ts'

/**
 * The view of a popover: fetched when it is first opened, since most visits never need it, and in the page only while it
 * is open.
 */
export class LateView<T extends SessionElement> {
  readonly #popover: HTMLElement
  readonly #place: HTMLElement
  readonly #make: () => T
  readonly #late = new Fetched(
    () => import('../views/late.ts'),
    () => this.#draw(),
  )
  #view: T | null = null

  /** @param place within the popover, where the view stands @param make once all late views are there */
  constructor(popover: HTMLElement, place: HTMLElement, make: () => T, signal: AbortSignal) {
    this.#popover = popover
    this.#place = place
    this.#make = make
    popover.addEventListener('toggle', () => (this.#isOpen ? this.show() : this.#view?.remove()), { signal })
  }

  get #isOpen() {
    return this.#popover.matches(':popover-open')
  }

  /** Opens the popover, if need be. @returns its view, unless that could not be fetched */
  async show(): Promise<T | null> {
    if (!this.#isOpen) this.#popover.showPopover()
    await this.#late.ask()
    return this.#view
  }

  #draw() {
    render(this.#late.failure, this.#place)
    if (!this.#late.found) return
    this.#view ??= this.#make()
    if (!this.#view.isConnected && this.#isOpen) this.#place.append(this.#view)
  }
}
