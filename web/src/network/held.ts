import { isSameParameter, type Parameter } from './parameters.ts'
import type { Neuron } from './pointed.ts'

/** What the reader holds still. */
export interface HeldState {
  /** These keep their value while the others learn. */
  locked: Parameter[]
  /** Hidden neurons that are switched off: they pass on nothing. */
  muted: Neuron[]
}

/** What has such a state, as a session does. */
interface Holder {
  state: { held: HeldState }
}

/** Whether a parameter keeps its value while the others learn. */
export const isLocked = ({ state }: Holder, parameter: Parameter) =>
  state.held.locked.some((other) => isSameParameter(other, parameter))

/** Whether a neuron is switched off. */
export const isMuted = ({ state }: Holder, { layer, unit }: Neuron) =>
  state.held.muted.some((muted) => muted.layer === layer && muted.unit === unit)
