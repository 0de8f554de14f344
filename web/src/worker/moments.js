/**
 * The moments before each edit, to go back to and forth again.
 *
 * @import { Edits, State } from '../model/types.d.ts'
 * @import { Prepared } from '../model/data/prepare.js'
 * @typedef {{
 *   state: State
 *   prepared: Prepared
 *   snapshot: Uint8Array
 *   step: number
 *   epoch: number
 *   start: Float64Array
 *   isOwnStart: boolean
 *   isReplayable: boolean
 * }} Moment all that brings a workbench back, bit for bit
 * @typedef {{ moment: Moment, edit: string }} Entry a moment, and the command that changed it
 */

/** What is kept: so many moments, so many bytes of snapshots. */
const mostMoments = 200
const mostBytes = 64e6

export class Moments {
  /** @type {Entry[]} */
  #past = []
  /** @type {Entry[]} */
  #future = []

  /** @returns {Edits} */
  get edits() {
    return { undo: this.#past.at(-1)?.edit ?? null, redo: this.#future.at(-1)?.edit ?? null }
  }

  /** Keeps the moment before an edit; what had been undone is gone. @param {Moment} moment @param {string} edit */
  keep(moment, edit) {
    this.#future = []
    this.#past.push({ moment, edit })
    let bytes = 0
    const first = this.#past.findLastIndex(({ moment: { snapshot } }, i) => {
      bytes += snapshot.length
      return bytes > mostBytes || this.#past.length - i > mostMoments
    })
    this.#past.splice(0, first + 1)
  }

  /**
   * The moment before the last edit, or null; the present one is kept to come back to.
   * @param {() => Moment} present
   */
  back(present) {
    return swap(this.#past, this.#future, present)
  }

  /** The moment that was undone last, or null. @param {() => Moment} present */
  forth(present) {
    return swap(this.#future, this.#past, present)
  }
}

/** @param {Entry[]} from @param {Entry[]} to @param {() => Moment} present @returns {Moment | null} */
function swap(from, to, present) {
  const entry = from.pop()
  if (!entry) return null
  to.push({ moment: present(), edit: entry.edit })
  return entry.moment
}
