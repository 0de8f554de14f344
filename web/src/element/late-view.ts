import type { Change } from '../session/announcer.ts'
import { everyChange } from '../views/parts/every-change.ts'
import type { View } from '../views/parts/view.ts'

/**
 * The view of a popover: fetched when it is first opened, since most visits never need it, and told of changes only
 * while it is open.
 */
export class LateView<T extends View> implements View {
  popover: HTMLElement
  fetchView: () => Promise<T>
  #fetched: Promise<T> | null = null
  #view: T | null = null

  constructor(popover: HTMLElement, fetchView: () => Promise<T>) {
    this.popover = popover
    this.fetchView = fetchView
    popover.addEventListener('toggle', this.#onToggle)
  }

  get #isOpen() {
    return this.popover.matches(':popover-open')
  }

  #onToggle = () => {
    if (this.#isOpen) this.show()
  }

  /**
   * Opens the popover, if need be, and draws its view.
   * @returns the view
   */
  async show(): Promise<T> {
    if (!this.#isOpen) this.popover.showPopover()
    this.#fetched ??= this.fetchView()
    this.#view = await this.#fetched
    this.#view.update(everyChange)
    return this.#view
  }

  update(changes: ReadonlySet<Change>) {
    if (this.#isOpen) this.#view?.update(changes)
  }

  dispose() {
    this.popover.removeEventListener('toggle', this.#onToggle)
    this.#view?.dispose?.()
  }
}
