import { refuseValue } from './refuse.js'

/**
 * The engine's order of weights and biases, known here alone: flat, layer by layer, weights column by column (units x
 * inputs), then bias. People write them nested.
 *
 * @import { LayerParameters, LayerSettings, LayerTrace, Parameter } from '../types.d.ts'
 * @typedef {{ units: number, inputs: number }} Sizes of a layer
 */

/** How many weights and biases there are. @param {readonly Sizes[]} layers such as frame.layers */
export const countParameters = (layers) => layers.reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)

/**
 * Where a parameter lies in the flat numbers.
 * @param {readonly Sizes[]} layers
 * @param {Parameter} parameter
 * @returns {number}
 */
export function flatIndexOf(layers, parameter) {
  const { layer, row } = parameter
  const { units, inputs } = layers[layer]
  return countParameters(layers.slice(0, layer)) + row + units * ('bias' in parameter ? inputs : parameter.column)
}

/**
 * The parameter that lies there: the inverse of flatIndexOf().
 * @param {readonly Sizes[]} layers
 * @param {number} index
 * @returns {Parameter}
 */
export function parameterAt(layers, index) {
  let layer = 0
  for (let length; index >= (length = layers[layer].units * (layers[layer].inputs + 1)); layer++) index -= length
  const { units, inputs } = layers[layer]
  const column = Math.floor(index / units)
  const row = index % units
  return column === inputs ? { layer, row, bias: true } : { layer, row, column }
}

/**
 * Where a layer's parameters lie, in the order in which people read them: unit by unit, its weights, then its bias.
 * @param {readonly Sizes[]} layers
 * @param {number} layer
 * @returns {number[]}
 */
export function unitByUnit(layers, layer) {
  const { units, inputs } = layers[layer]
  const first = countParameters(layers.slice(0, layer))
  const width = inputs + 1
  return Array.from({ length: units * width }, (_, i) => first + Math.floor(i / width) + units * (i % width))
}

/** @param {LayerParameters[]} parameters @returns {Float64Array} */
export function flatten(parameters) {
  const flat = []
  for (const { weights, bias } of parameters) {
    for (let c = 0; c < (weights[0]?.length ?? 0); c++) for (const row of weights) flat.push(row[c])
    flat.push(...bias)
  }
  return Float64Array.from(flat)
}

/**
 * The weights and biases of a frame.
 * @param {{ layers: { weights: Float64Array, bias: Float64Array }[] }} frame
 * @returns {Float64Array}
 */
export const flattenFrame = ({ layers }) =>
  Float64Array.from(layers.flatMap(({ weights, bias }) => [...weights, ...bias]))

/** The gradient of a trace. @param {Pick<LayerTrace, 'weightGradient' | 'biasGradient'>[]} layers */
export const flattenGradient = (layers) =>
  flatten(layers.map(({ weightGradient, biasGradient }) => ({ weights: weightGradient, bias: biasGradient })))

/**
 * Each layer's weights and biases, as views of the flat ones.
 * @param {Float64Array} flat
 * @param {number} inputs of the first layer
 * @param {readonly { units: number }[]} layers
 * @returns {{ inputs: number, weights: Float64Array, bias: Float64Array }[]}
 */
export function splitFlat(flat, inputs, layers) {
  let at = 0
  const take = (/** @type {number} */ length) => flat.subarray(at, (at += length))
  return layers.map(({ units }, l) => {
    const into = l === 0 ? inputs : layers[l - 1].units
    return { inputs: into, weights: take(units * into), bias: take(units) }
  })
}

/**
 * @param {Float64Array} flat
 * @param {LayerSettings[]} layers
 * @param {string} [name] what a refusal calls it
 * @returns {LayerParameters[]}
 * @throws {RangeError} when the numbers are too few or too many for these layers
 */
export function unflatten(flat, layers, name = 'parameters') {
  const inputs = inputsOf(flat.length, layers)
  if (!Number.isInteger(inputs) || inputs < 1) refuseValue(name, 'must fit the layers', `${flat.length} numbers`)
  return splitFlat(flat, inputs, layers).map(({ inputs, weights, bias }) => ({
    weights: Array.from(bias, (_, r) => Array.from({ length: inputs }, (_, c) => weights[r + c * bias.length])),
    bias: [...bias],
  }))
}

/**
 * The number of inputs that flat numbers of this length belong to; not whole when they belong to no such network.
 * @param {number} length
 * @param {LayerSettings[]} layers
 */
function inputsOf(length, layers) {
  let rest = 0
  for (let l = 1; l < layers.length; l++) rest += layers[l].units * (layers[l - 1].units + 1)
  return (length - rest) / layers[0].units - 1
}

/**
 * Refuses parameters whose shape is not that of the layers.
 * @param {LayerParameters[]} parameters
 * @param {LayerSettings[]} layers
 * @throws {RangeError}
 */
export function requireShape(parameters, layers) {
  if (parameters.length !== layers.length) {
    refuseValue('parameters', `must have ${layers.length} layers`, parameters.length)
  }
  let inputs = parameters[0].weights[0]?.length ?? 0
  parameters.forEach(({ weights, bias }, l) => {
    const { units } = layers[l]
    const isFitting = weights.length === units && bias.length === units && weights.every((row) => row.length === inputs)
    if (!isFitting || inputs === 0) {
      refuseValue(
        `parameters.${l}`,
        `must be ${units} rows of ${inputs} weights and ${units} biases`,
        `${weights.length} rows and ${bias.length} biases`,
      )
    }
    inputs = units
  })
}
