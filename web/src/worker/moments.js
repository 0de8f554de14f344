/**
 * The moments before each edit, to go back to and forth again.
 *
 * @import { Edits, State } from '../types.d.ts'
 * @import { Prepared } from '../data/prepare.js'
 * @typedef {{
 *   state: State
 *   prepared: Prepared
 *   snapshot: Uint8Array
 *   step: number
 *   epoch: number
 *   start: Float64Array
 *   isOwnStart: boolean
 *   isReplayable: boolean
 *   run: number
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
    this.forgetUndone()
    this.#past.push({ moment, edit })
    let bytes = 0
    const first = this.#past.findLastIndex(({ moment: { snapshot } }, i) => {
      bytes += snapshot.length
      return bytes > mostBytes || this.#past.length - i > mostMoments
    })
    this.#past.splice(0, first + 1)
  }

  /** An edit goes on: what had been undone before it is gone. */
  forgetUndone() {
    this.#future = []
  }

  /**
   * Goes to the moment before the last edit; the present one is kept to come back to.
   * @param {() => Moment} present
   * @param {(moment: Moment) => void} resume when it throws, nothing has changed
   * @returns {boolean} whether there is such a moment
   */
  back(present, resume) {
    return travel(this.#past, this.#future, present, resume)
  }

  /** Goes to the moment that was undone last. @param {() => Moment} present @param {(moment: Moment) => void} resume */
  forth(present, resume) {
    return travel(this.#future, this.#past, present, resume)
  }
}

/** @param {Entry[]} from @param {Entry[]} to @param {() => Moment} present @param {(moment: Moment) => void} resume */
function travel(from, to, present, resume) {
  const entry = from.at(-1)
  if (!entry) return false
  const moment = present()
  resume(entry.moment)
  from.pop()
  to.push({ moment, edit: entry.edit })
  return true
}
