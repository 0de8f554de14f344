import type { LayerSettings } from './layers.ts'
import { refuseValue } from './refuse.ts'

/** A layer's parameters as people write them: weights[r][c] joins input c to unit r. */
export interface LayerParameters {
  weights: number[][]
  bias: number[]
}

/** How many weights and biases layers have on so many inputs. */
export const countIn = (layers: readonly LayerSettings[], inputs: number) =>
  layers.reduce((sum, { units }, l) => sum + units * ((l ? layers[l - 1].units : inputs) + 1), 0)

/** In the engine's order. */
export function flatten(parameters: LayerParameters[]): Float64Array {
  const flat = []
  for (const { weights, bias } of parameters) {
    for (let c = 0; c < (weights[0]?.length ?? 0); c++) for (const row of weights) flat.push(row[c])
    flat.push(...bias)
  }
  return Float64Array.from(flat)
}

/**
 * @param name what a refusal calls it
 * @throws {RangeError} when the numbers are too few or too many for these layers
 */
export function unflatten(flat: Float64Array, layers: LayerSettings[], name = 'parameters'): LayerParameters[] {
  const inputs = inputsOf(flat.length, layers)
  if (!Number.isInteger(inputs) || inputs < 1) refuseValue('fitting', name, `${flat.length} numbers`)
  return splitFlat(flat, inputs, layers).map(({ inputs, weights, bias }) => ({
    weights: Array.from(bias, (_, r) => Array.from({ length: inputs }, (_, c) => weights[r + c * bias.length])),
    bias: [...bias],
  }))
}

/** The number of inputs that flat numbers of this length belong to; not whole when they belong to no such network. */
function inputsOf(length: number, layers: LayerSettings[]) {
  let rest = 0
  for (let l = 1; l < layers.length; l++) rest += layers[l].units * (layers[l - 1].units + 1)
  return (length - rest) / layers[0].units - 1
}

/**
 * Refuses parameters whose shape is not that of the layers.
 * @throws {RangeError}
 */
export function requireShape(parameters: LayerParameters[], layers: LayerSettings[]) {
  if (parameters.length !== layers.length) {
    refuseValue('layerCount', 'parameters', parameters.length, { count: layers.length })
  }
  let inputs = parameters[0].weights[0]?.length ?? 0
  parameters.forEach(({ weights, bias }, l) => {
    const { units } = layers[l]
    const isFitting = weights.length === units && bias.length === units && weights.every((row) => row.length === inputs)
    if (!isFitting || inputs === 0) {
      refuseValue('layerShape', `parameters.${l}`, `${weights.length} rows and ${bias.length} biases`, {
        units,
        inputs,
      })
    }
    inputs = units
  })
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
