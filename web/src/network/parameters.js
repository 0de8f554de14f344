/**
 * Weights and biases, each known by where it is.
 *
 * @import { LayerFrame, Parameter } from '../types.d.ts'
 * @import { Sizes } from './parameter-order.js'
 */

/**
 * The tutorial's notation, counted from 1: W4,2 leads from unit 4 to unit 2; B2 is unit 2's bias.
 * @param {Parameter} parameter
 */
export const parameterName = (parameter) =>
  'bias' in parameter ? `B${parameter.row + 1}` : `W${parameter.column + 1},${parameter.row + 1}`

/** @param {Parameter} a @param {Parameter} b */
export const isSameParameter = (a, b) =>
  a.layer === b.layer &&
  a.row === b.row &&
  'bias' in a === 'bias' in b &&
  ('bias' in a || a.column === /** @type {{ column: number }} */ (b).column)

/** Whether the network has such a parameter. @param {readonly Sizes[]} layers @param {Parameter} parameter */
export function hasParameter(layers, parameter) {
  const found = layers[parameter.layer]
  return Boolean(found) && parameter.row < found.units && ('bias' in parameter || parameter.column < found.inputs)
}

/**
 * The value of a parameter; NaN while the network has no such one.
 * @param {{ layers: readonly (Sizes & Pick<LayerFrame, 'weights' | 'bias'>)[] } | null} frame
 * @param {Parameter} parameter
 */
export function parameterValue(frame, parameter) {
  if (!frame || !hasParameter(frame.layers, parameter)) return NaN
  const { layer, row } = parameter
  const { units, weights, bias } = frame.layers[layer]
  return 'bias' in parameter ? bias[row] : weights[row + parameter.column * units]
}
