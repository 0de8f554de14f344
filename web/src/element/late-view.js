import { everyChange } from '../views/parts/every-change.js'

/** @import { Change, View } from '../types.d.ts' */

/**
 * The view of a popover: fetched when it is first opened, since most visits never need it, and told of changes only
 * while it is open.
 * @template {View} T
 * @implements {View}
 */
export class LateView {
  /** @type {Promise<T> | null} */
  #fetched = null
  /** @type {T | null} */
  #view = null

  /**
   * @param {HTMLElement} popover
   * @param {() => Promise<T>} fetchView
   */
  constructor(popover, fetchView) {
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

  /** Opens the popover, if need be, and draws its view. @returns {Promise<T>} the view */
  async show() {
    if (!this.#isOpen) this.popover.showPopover()
    this.#fetched ??= this.fetchView()
    this.#view = await this.#fetched
    this.#view.update(everyChange)
    return this.#view
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (this.#isOpen) this.#view?.update(changes)
  }

  dispose() {
    this.popover.removeEventListener('toggle', this.#onToggle)
    this.#view?.dispose?.()
  }
}
