import { errorWords } from '../../parts/refusal/words.js'

/**
 * Backpropagation against measurement for every parameter, in slices between which the training goes on.
 *
 * @import { SessionLike } from '../../../types.d.ts'
 * @typedef {import('../../../engine/trainer.js').SlopePair} Worst
 * @typedef {{
 *   done: number, all: number, worst: Worst | null, isMoved: boolean, isOver: boolean, message: string
 * }} Check
 *   `isMoved`: weights or rows changed meanwhile
 */

/** Milliseconds that a slice may take of the worker's time. */
const sliceTime = 30

/**
 * @param {SessionLike} session
 * @param {object} which samples
 * @param {number} all parameters
 * @param {(check: Check) => boolean} tell how far it is; false = stop
 */
export async function checkAll(session, which, all, tell) {
  const {
    frame,
    state: { view },
  } = session
  /** @type {Check} */
  const check = { done: 0, all, worst: null, isMoved: false, isOver: false, message: '' }
  let count = 4
  let shortest = Infinity
  try {
    while (check.done < all && tell({ ...check })) {
      const begin = performance.now()
      const slice = await session.ask('gradientCheck', { ...which, from: check.done, count })
      const time = performance.now() - begin
      check.done += slice.checked
      if (!check.worst || isWorse(slice.worst.disagreement, check.worst.disagreement)) check.worst = slice.worst
      // the shortest tells how long one waits for an answer while it trains; the rest is the work of the slice
      shortest = Math.min(shortest, time)
      count = Math.max(1, Math.round(time - shortest > sliceTime ? count / 2 : count * 2))
    }
  } catch (error) {
    check.message = errorWords(session, error)
  }
  const isMoved = session.frame !== frame || session.state.view.scope !== view.scope
  tell({ ...check, isOver: true, isMoved })
}

/** What is no number is worse than any. @param {number} disagreement @param {number} than */
const isWorse = (disagreement, than) => disagreement > than || (Number.isNaN(disagreement) && !Number.isNaN(than))
