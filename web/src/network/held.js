import { isSameParameter } from './parameters.js'

/**
 * What the reader holds still.
 *
 * @import { HeldState, Neuron, Parameter } from '../types.d.ts'
 * @typedef {{ state: { held: HeldState } }} Holder a session is one
 */

/** Whether a parameter keeps its value while the others learn. @param {Holder} holder @param {Parameter} parameter */
export const isLocked = ({ state }, parameter) => state.held.locked.some((other) => isSameParameter(other, parameter))

/** Whether a neuron is switched off. @param {Holder} holder @param {Neuron} neuron */
export const isMuted = ({ state }, { layer, unit }) =>
  state.held.muted.some((muted) => muted.layer === layer && muted.unit === unit)
