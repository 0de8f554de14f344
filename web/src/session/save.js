import { flattenFrame, unflatten } from '../network/parameter-order.js'

/**
 * What of a session outlives it.
 *
 * @import { Frame, State } from '../types.d.ts'
 */

/** Most first weights, set by hand, that go along unasked: they fit a link. */
const mostUnasked = 200

/** Most steps that a loaded state replays. */
const mostReplayed = 1_000_000

/**
 * The state as it can be loaded again, sharing its parts with `state`. With the parameters: the weights as they are, as
 * first weights. Without: the step count, wherever the state and so many steps bring the same weights back.
 * @param {State} state
 * @param {Frame | null} frame
 * @param {{ withParameters: boolean, isReplayable: boolean }} how
 * @returns {State}
 */
export function savedState(state, frame, { withParameters, isReplayable }) {
  const { parameters: first, ...plain } = state
  if (!frame) return plain
  if (withParameters) return { ...plain, parameters: unflatten(flattenFrame(frame), plain.network.layers) }
  if (first && flattenFrame(frame).length > mostUnasked) return plain
  const isReplayed = isReplayable && frame.step > 0 && frame.step <= mostReplayed
  return { ...plain, ...(isReplayed ? { step: frame.step } : {}), ...(first ? { parameters: first } : {}) }
}

/**
 * What a new worker needs to go on from a frame; nothing at step 0, which the state itself brings back.
 * @param {Frame | null} frame
 * @returns {import('./protocol.js').Progress | undefined}
 */
export const progressOf = (frame) =>
  frame && frame.step > 0 ? { parameters: flattenFrame(frame), step: frame.step, epoch: frame.epoch } : undefined
