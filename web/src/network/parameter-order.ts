import type { Sizes } from './layers.ts'
import type { Parameter } from './parameters.ts'

/**
 * The engine's order of weights and biases, known here alone: flat, layer by layer, weights column by column (units x
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

/** The weights and biases of a frame. */
export const flattenFrame = ({ layers }: { layers: { weights: Float64Array; bias: Float64Array }[] }): Float64Array =>
  Float64Array.from(layers.flatMap(({ weights, bias }) => [...weights, ...bias]))

/**
 * Each layer's weights and biases, as views of the flat ones.
 * @param inputs of the first layer
 */
export function splitFlat(
  flat: Float64Array,
  inputs: number,
  layers: readonly { units: number }[],
): { inputs: number; weights: Float64Array; bias: Float64Array }[] {
  let at = 0
  const take = (length: number) => flat.subarray(at, (at += length))
  return layers.map(({ units }, l) => {
    const into = l === 0 ? inputs : layers[l - 1].units
    return { inputs: into, weights: take(units * into), bias: take(units) }
  })
}
