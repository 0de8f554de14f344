/**
 * One frame as it crosses from the worker: a plan (small plain JSON), all numbers in one Float64Array, all maps in one
 * Float32Array. Both arrays are transferred; unpacking makes views of them and copies nothing.
 *
 * @import { Frame, Maps } from '../types.d.ts'
 * @typedef {{ units: number, inputs: number, activationName: string }} LayerPlan
 * @typedef {Omit<Maps, 'layers' | 'outputs'> & { lengths: number[][], outputs: number[] }} MapPlan
 * @typedef {{
 *   layers: LayerPlan[]
 *   input: number
 *   target: number
 *   predictions: [train: number, test: number] | null
 *   classes: number
 *   maps: MapPlan | null
 *   hasDiverged: boolean
 * }} Plan
 * @typedef {{ plan: Plan, numbers: Float64Array, maps: Float32Array | null }} PackedFrame
 */

/** @satisfies {readonly (keyof Frame)[]} */
const scalars = /** @type {const} */ ([
  'step',
  'epoch',
  'cost',
  'testCost',
  'penalty',
  'accuracy',
  'testAccuracy',
  'r2',
  'testR2',
  'samplesPerSecond',
  'stepsPerSecond',
  'samples',
])

/**
 * @param {Frame} frame
 * @returns {PackedFrame} its arrays are copies, free to be transferred
 */
export function packFrame(frame) {
  const { layers, input, target, predictions, confusion, maps } = frame
  const parts = [
    scalars.map((name) => frame[name]),
    ...layers.flatMap(({ weights, bias, Z, activation, delta, slope }) => [weights, bias, Z, activation, delta, slope]),
    input,
    target,
    frame.costSlope,
    ...(predictions ? [predictions.train, predictions.test] : []),
    ...(confusion ? [confusion.train.flat(), confusion.test.flat()] : []),
  ]
  return {
    plan: {
      layers: layers.map(({ units, inputs, activationName }) => ({ units, inputs, activationName })),
      input: input.length,
      target: target.length,
      predictions: predictions && [predictions.train.length, predictions.test.length],
      classes: confusion?.train.length ?? 0,
      maps: maps && {
        resolution: maps.resolution,
        extent: maps.extent,
        outputResolution: maps.outputResolution,
        lengths: maps.layers.map((layer) => layer.map(({ length }) => length)),
        outputs: maps.outputs.map(({ length }) => length),
      },
      hasDiverged: frame.hasDiverged,
    },
    numbers: /** @type {Float64Array} */ (joined(Float64Array, parts)),
    maps: maps && /** @type {Float32Array} */ (joined(Float32Array, [...maps.layers.flat(), ...maps.outputs])),
  }
}

/**
 * @param {PackedFrame} packed
 * @returns {Frame} its arrays are views of the packed ones
 */
export function unpackFrame({ plan, numbers, maps }) {
  const take = taker(numbers)
  const scalar = take(scalars.length)
  /** @type {Frame} */
  const frame = /** @type {any} */ (Object.fromEntries(scalars.map((name, i) => [name, scalar[i]])))
  frame.hasDiverged = plan.hasDiverged
  frame.layers = plan.layers.map(({ units, inputs, activationName }) => ({
    units,
    inputs,
    activationName,
    weights: take(units * inputs),
    bias: take(units),
    Z: take(units),
    activation: take(units),
    delta: take(units),
    slope: take(units),
  }))
  frame.input = take(plan.input)
  frame.target = take(plan.target)
  frame.costSlope = take(plan.target)
  frame.predictions = plan.predictions && { train: take(plan.predictions[0]), test: take(plan.predictions[1]) }
  const { classes } = plan
  frame.confusion = classes ? { train: square(take, classes), test: square(take, classes) } : null
  frame.maps = plan.maps && maps && unpackMaps(plan.maps, maps)
  return frame
}

/** The buffers to transfer with a packed frame. @param {PackedFrame} packed @returns {ArrayBuffer[]} */
export const buffersOf = ({ numbers, maps }) =>
  /** @type {ArrayBuffer[]} */ ([numbers.buffer, ...(maps ? [maps.buffer] : [])])

/** @param {MapPlan} plan @param {Float32Array} numbers @returns {Maps} */
function unpackMaps({ resolution, extent, outputResolution, lengths, outputs }, numbers) {
  const take = taker(numbers)
  return {
    resolution,
    extent,
    outputResolution,
    layers: lengths.map((layer) => layer.map(take)),
    outputs: outputs.map(take),
  }
}

/**
 * Hands out one stretch of numbers after the other.
 * @template {Float32Array | Float64Array} Numbers
 * @param {Numbers} numbers
 */
function taker(numbers) {
  let at = 0
  return (/** @type {number} */ length) => /** @type {Numbers} */ (numbers.subarray(at, (at += length)))
}

/** @param {(length: number) => Float64Array} take @param {number} side */
const square = (take, side) => Array.from({ length: side }, () => [...take(side)])

/**
 * @param {Float64ArrayConstructor | Float32ArrayConstructor} Numbers
 * @param {ArrayLike<number>[]} parts
 */
function joined(Numbers, parts) {
  const all = new Numbers(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
