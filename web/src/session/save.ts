import { flattenFrame, unflatten } from '../network/layer-parameters.ts'
import type { State } from '../state/state.ts'
import type { Frame } from './frame.ts'

/** What of a session outlives it. */

/** Most first weights, set by hand, that go along unasked: they fit a link. */
const mostUnasked = 200

/** Most steps that a loaded state replays. */
const mostReplayed = 1_000_000

/**
 * The state as it can be loaded again, sharing its parts with `state`. With the parameters: the weights as they are, as
 * first weights. Without: the step count, wherever the state and so many steps bring the same weights back.
 */
export function savedState(
  state: State,
  frame: Frame | null,
  { withParameters, isReplayable }: { withParameters: boolean; isReplayable: boolean },
): State {
  const { parameters: first, ...plain } = state
  if (!frame) return plain
  if (withParameters) return { ...plain, parameters: unflatten(flattenFrame(frame), plain.network.layers) }
  if (first && flattenFrame(frame).length > mostUnasked) return plain
  const isReplayed = isReplayable && frame.step > 0 && frame.step <= mostReplayed
  return { ...plain, ...(isReplayed ? { step: frame.step } : {}), ...(first ? { parameters: first } : {}) }
}
