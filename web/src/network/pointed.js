import { isSameParameter } from './parameters.js'

/**
 * What can be pointed at: a neuron, a weight or a bias.
 *
 * @import { Neuron, Parameter, Pointed } from '../types.d.ts'
 */

/** Whether that neuron is what is pointed at. @param {Neuron | null} neuron @param {Pointed} pointed */
export const isAt = (neuron, pointed) =>
  neuron !== null && 'unit' in pointed && neuron.layer === pointed.layer && neuron.unit === pointed.unit

/** Whether a weight or bias is what is pointed at, or belongs to the neuron that is. @param {Pointed | null} pointed @param {Parameter} parameter */
export const isPointedAt = (pointed, parameter) =>
  pointed !== null && ('unit' in pointed ? touches(parameter, pointed) : isSameParameter(pointed, parameter))

/** Whether that weight or bias itself is what is pointed at. @param {{ pointed: Pointed | null }} session @param {Parameter} parameter */
export const isPointed = ({ pointed }, parameter) =>
  pointed !== null && 'row' in pointed && isSameParameter(pointed, parameter)

/** Whether a weight leads to or from a neuron; a bias belongs to one. @param {Parameter} parameter @param {Neuron} neuron */
export const touches = (parameter, { layer, unit }) =>
  (parameter.layer === layer && parameter.row === unit) ||
  ('column' in parameter && parameter.layer === layer + 1 && parameter.column === unit)
