import { flattenFrame, unflatten } from '../network/layer-parameters.ts'
import { checksum } from '../state/base64.ts'
import { digits } from '../state/digits.ts'
import type { State } from '../state/state.ts'
import type { Frame } from './frame.ts'

/** What of a session outlives it. */

/** Most steps that a loaded state replays. */
const mostReplayed = 1_000_000

interface How {
  withParameters: boolean
  isReplayable: boolean
}

/**
 * The state as it can be loaded again, sharing its parts with `state`. With the parameters: the weights as they are, as
 * first weights. Without: the step count, wherever the state and so many steps bring the same weights back.
 */
export function savedState(state: State, frame: Frame | null, { withParameters, isReplayable }: How): State {
  if (!frame) {
    const { parameters, ...plain } = state
    return plain
  }
  if (withParameters) return { ...state, parameters: unflatten(flattenFrame(frame), state.network.layers) }
  const isReplayed = isReplayable && frame.step > 0 && frame.step <= mostReplayed
  return isReplayed ? { ...state, step: frame.step } : state
}

/**
 * The state as a link has it: with the number of steps and the seal of what they lead to; where they do not lead there,
 * with the weights as they are.
 */
export function linkedState(state: State, frame: Frame | null, { withParameters, isReplayable }: How): State {
  const isReplayed = isReplayable && (frame?.step ?? 0) <= mostReplayed
  const saved = savedState(state, frame, { withParameters: withParameters || !isReplayed, isReplayable })
  const numbers = frame && flattenFrame(frame)
  if (!numbers?.every(Number.isFinite)) return saved.step ? saved : { ...saved, parameters: undefined }
  return saved.step ? { ...saved, seal: `${digits}.${checksum(numbers)}` } : saved
}
