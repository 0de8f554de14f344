import { refuseValue } from './refuse.js'

/**
 * Weights and biases between their two forms: nested, as people write them, and flat in the engine's order
 * (layer by layer: weights column-major, units x inputs, then bias).
 *
 * @import { LayerParameters, LayerSettings } from './types.d.ts'
 */

/**
 * @param {LayerParameters[]} parameters
 * @returns {Float64Array}
 */
export function flatten(parameters) {
  const flat = []
  for (const { weights, bias } of parameters) {
    for (let c = 0; c < (weights[0]?.length ?? 0); c++) for (const row of weights) flat.push(row[c])
    flat.push(...bias)
  }
  return Float64Array.from(flat)
}

/**
 * The weights and biases of a frame, flat.
 * @param {{ layers: { weights: Float64Array, bias: Float64Array }[] }} frame
 * @returns {Float64Array}
 */
export const flattenFrame = ({ layers }) =>
  Float64Array.from(layers.flatMap(({ weights, bias }) => [...weights, ...bias]))

/**
 * The number of inputs that a flat list of this length belongs to; not whole when it belongs to no such network.
 * @param {number} length
 * @param {LayerSettings[]} layers
 */
function inputsOf(length, layers) {
  let rest = 0
  for (let l = 1; l < layers.length; l++) rest += layers[l].units * (layers[l - 1].units + 1)
  return (length - rest) / layers[0].units - 1
}

/**
 * @param {Float64Array} flat
 * @param {LayerSettings[]} layers
 * @param {string} [name] what a refusal calls it
 * @returns {LayerParameters[]}
 * @throws {RangeError} when the numbers are too few or too many for these layers
 */
export function unflatten(flat, layers, name = 'parameters') {
  let inputs = inputsOf(flat.length, layers)
  if (!Number.isInteger(inputs) || inputs < 1) refuseValue(name, 'must fit the layers', `${flat.length} numbers`)
  let at = 0
  return layers.map(({ units }) => {
    const start = at
    const bias = start + units * inputs
    const weights = Array.from({ length: units }, (_, r) =>
      Array.from({ length: inputs }, (_, c) => flat[start + r + c * units]),
    )
    at = bias + units
    inputs = units
    return { weights, bias: [...flat.subarray(bias, at)] }
  })
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
