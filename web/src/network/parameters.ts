import type { Sizes } from './layers.ts'

/** Weights and biases, each known by where it is. */

/** Which weight, counted from 0: into unit `row` of a layer, from unit `column` of the one before it. */
export interface Weight {
  layer: number
  row: number
  column: number
}

/** The bias of unit `row` of a layer, counted from 0. */
export interface Bias {
  layer: number
  row: number
  bias: true
}

/** A weight or a bias. */
export type Parameter = Weight | Bias

/**
 * The tutorial's notation, counted from 1: W4,2 leads from unit 4 to unit 2, B2 is unit 2's bias. One neuron alone is a
 * regression: B0 is its bias, B4 the weight of input 4.
 */
export function parameterLetters(parameter: Parameter, isAlone: boolean): { letter: string; index: string } {
  if ('bias' in parameter) return { letter: 'B', index: isAlone ? '0' : `${parameter.row + 1}` }
  const from = `${parameter.column + 1}`
  return isAlone ? { letter: 'B', index: from } : { letter: 'W', index: `${from},${parameter.row + 1}` }
}

export const isSameParameter = (a: Parameter, b: Parameter) =>
  a.layer === b.layer &&
  a.row === b.row &&
  'bias' in a === 'bias' in b &&
  ('bias' in a || a.column === (b as Weight).column)

/** Whether the network has such a parameter. */
export function hasParameter(layers: readonly Sizes[], parameter: Parameter) {
  const found = layers[parameter.layer]
  return Boolean(found) && parameter.row < found.units && ('bias' in parameter || parameter.column < found.inputs)
}

/** The value of a parameter; NaN while the network has no such one. */
export function parameterValue(
  frame: { layers: readonly (Sizes & { weights: ArrayLike<number>; bias: ArrayLike<number> })[] } | null,
  parameter: Parameter,
) {
  if (!frame || !hasParameter(frame.layers, parameter)) return NaN
  const { layer, row } = parameter
  const { units, weights, bias } = frame.layers[layer]
  return 'bias' in parameter ? bias[row] : weights[row + parameter.column * units]
}

/** The weights into a unit, in the order of its inputs. */
export const weightsInto = ({ units, inputs, weights }: Sizes & { weights: ArrayLike<number> }, unit: number) =>
  Float64Array.from({ length: inputs }, (_, column) => weights[unit + column * units])
