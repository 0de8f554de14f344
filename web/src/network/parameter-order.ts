import type { Sizes } from './layers.ts'
import type { Parameter } from './parameters.ts'

/**
 * Where each weight and bias lies in the engine's order: flat, layer by layer, weights column by column (units x
 * inputs), then bias.
 */

/**
 * How many weights and biases there are.
 * @param layers such as frame.layers
 */
export const countParameters = (layers: readonly Sizes[]) =>
  layers.reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)

/** Where a parameter lies in the flat numbers. */
export function flatIndexOf(layers: readonly Sizes[], parameter: Parameter): number {
  const { layer, row } = parameter
  const { units, inputs } = layers[layer]
  return countParameters(layers.slice(0, layer)) + row + units * ('bias' in parameter ? inputs : parameter.column)
}

/** The parameter that lies there: the inverse of flatIndexOf(). */
export function parameterAt(layers: readonly Sizes[], index: number): Parameter {
  let layer = 0
  for (let length: number; index >= (length = layers[layer].units * (layers[layer].inputs + 1)); layer++)
    index -= length
  const { units, inputs } = layers[layer]
  const column = Math.floor(index / units)
  const row = index % units
  return column === inputs ? { layer, row, bias: true } : { layer, row, column }
}

/** Where a layer's parameters lie, in the order in which people read them: unit by unit, its weights, then its bias. */
export function unitByUnit(layers: readonly Sizes[], layer: number): number[] {
  const { units, inputs } = layers[layer]
  const first = countParameters(layers.slice(0, layer))
  const width = inputs + 1
  return Array.from({ length: units * width }, (_, i) => first + Math.floor(i / width) + units * (i % width))
}
