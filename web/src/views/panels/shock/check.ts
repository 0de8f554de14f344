import type { SlopePair as Worst } from '../../../engine/results.ts'
import type { Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { errorWords } from '../../parts/refusal/words.ts'

/** Backpropagation against measurement for every parameter, in slices between which the training goes on. */

export interface Check {
  done: number
  all: number
  worst: Worst | null
  /** Weights or rows changed meanwhile. */
  isMoved: boolean
  isOver: boolean
  message: string
}

/** Milliseconds that a slice may take of the worker's time. */
const sliceTime = 30

/**
 * @param which samples
 * @param all parameters
 * @param tell how far it is; false = stop
 */
export async function checkAll(session: SessionLike, which: Which, all: number, tell: (check: Check) => boolean) {
  const {
    frame,
    state: { view },
  } = session
  const check: Check = { done: 0, all, worst: null, isMoved: false, isOver: false, message: '' }
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

/** What is no number is worse than any. */
const isWorse = (disagreement: number, than: number) =>
  disagreement > than || (Number.isNaN(disagreement) && !Number.isNaN(than))
