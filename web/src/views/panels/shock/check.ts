import { dequal as isEqual } from 'dequal/lite'
import type { SlopePair as Worst } from '../../../engine/results.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { errorWords } from '../../parts/refusal/words.ts'

/** Backpropagation against measurement for every parameter, in slices between which the training goes on. */

export interface Check {
  done: number
  all: number
  worst: Worst | null
  /** The weights changed meanwhile. */
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
  const check: Check = { done: 0, all, worst: null, isMoved: false, isOver: false, message: '' }
  let count = 4
  let shortest = Infinity
  let first: Revision | undefined
  try {
    while (check.done < all && tell({ ...check })) {
      const begin = performance.now()
      const reply = await session.askWithRevision('gradientCheck', { ...which, from: check.done, count })
      const time = performance.now() - begin
      if ('refusal' in reply) throw reply.refusal
      const slice = reply.answer
      first ??= reply.revision
      check.isMoved ||= !isEqual(reply.revision, first)
      check.done += slice.checked
      if (!check.worst || isWorse(slice.worst.disagreement, check.worst.disagreement)) check.worst = slice.worst
      // the shortest tells how long one waits for an answer while it trains; the rest is the work of the slice
      shortest = Math.min(shortest, time)
      count = Math.max(1, Math.round(time - shortest > sliceTime ? count / 2 : count * 2))
    }
  } catch (error) {
    check.message = errorWords(session, error)
  }
  tell({ ...check, isOver: true })
}

/** What is no number is worse than any. */
const isWorse = (disagreement: number, than: number) =>
  disagreement > than || (Number.isNaN(disagreement) && !Number.isNaN(than))
