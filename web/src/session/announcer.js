/** @import { Change } from '../types.d.ts' */

/** Fires one plain Event 'change' with `changes` for all that changed in a turn. */
export class Announcer extends EventTarget {
  /** @type {Set<Change>} */
  #changes = new Set()

  /** @param {Iterable<Change>} changes */
  announce(changes) {
    for (const change of changes) {
      if (this.#changes.size === 0) queueMicrotask(this.#tell)
      this.#changes.add(change)
    }
  }

  #tell = () => {
    const changes = new Set(this.#changes)
    this.#changes.clear()
    this.dispatchEvent(Object.assign(new Event('change'), { changes }))
  }
}
