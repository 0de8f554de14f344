import { everyChange } from './changes.js'

/** @import { Change, View } from '../model/types.d.ts' */

/** Pixels beyond the window at which a part counts as seen, so that it is there when it comes into view. */
const margin = 100

/**
 * A view further down the page: fetched when it first comes into view, and told of changes only while it is seen.
 * @implements {View}
 */
export class SeenView {
  /** @type {Promise<View> | null} */
  #fetched = null
  /** @type {View | null} */
  #view = null
  #isSeen = false

  /** @param {HTMLElement} root @param {() => Promise<View>} fetchView */
  constructor(root, fetchView) {
    this.fetchView = fetchView
    this.root = root
    this.observer = new IntersectionObserver(([entry]) => this.#see(entry.isIntersecting), { rootMargin: `${margin}px` })
  }

  /** To be called once what stands above has its size: before that, everything is in view. */
  watch() {
    this.observer.observe(this.root)
  }

  /** @param {boolean} isSeen */
  async #see(isSeen) {
    this.#isSeen = isSeen
    if (!isSeen) return
    this.#fetched ??= this.fetchView()
    this.#view = await this.#fetched
    this.update(everyChange)
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (this.#isSeen) this.#view?.update(changes)
  }

  dispose() {
    this.observer.disconnect()
    this.#view?.dispose?.()
  }
}
