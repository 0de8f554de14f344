import type { Prepared } from '../data/prepare.ts'
import type { Edits } from '../session/session-like.ts'
import type { State } from '../state/state.ts'

/** The moments before each edit, to go back to and forth again. */

/** All that brings a workbench back, bit for bit */
export interface Moment {
  state: State
  prepared: Prepared
  snapshot: Uint8Array
  step: number
  epoch: number
  start: Float64Array
  isOwnStart: boolean
  isReplayable: boolean
  run: number
}

/** A moment, and the command that changed it */
interface Entry {
  moment: Moment
  edit: string
}

/** What is kept: so many moments, so many bytes of snapshots. */
const mostMoments = 200
const mostBytes = 64e6

export class Moments {
  #past: Entry[] = []
  #future: Entry[] = []

  get edits(): Edits {
    return { undo: this.#past.at(-1)?.edit ?? null, redo: this.#future.at(-1)?.edit ?? null }
  }

  /** Keeps the moment before an edit; what had been undone is gone. */
  keep(moment: Moment, edit: string) {
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
   * @param resume when it throws, nothing has changed
   * @returns whether there is such a moment
   */
  back(present: () => Moment, resume: (moment: Moment) => void): boolean {
    return travel(this.#past, this.#future, present, resume)
  }

  /** Goes to the moment that was undone last. */
  forth(present: () => Moment, resume: (moment: Moment) => void) {
    return travel(this.#future, this.#past, present, resume)
  }
}

function travel(from: Entry[], to: Entry[], present: () => Moment, resume: (moment: Moment) => void) {
  const entry = from.at(-1)
  if (!entry) return false
  const moment = present()
  resume(entry.moment)
  from.pop()
  to.push({ moment, edit: entry.edit })
  return true
}
