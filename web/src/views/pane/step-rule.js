import { placeIn } from '../parameter-places.js'

/**
 * How an optimizer's rule is read: the letters of its formula, what it remembers, in which order its parameters stand.
 *
 * @import { LayerTrace, OptimizerOption, TrainingState } from '../../model/types.d.ts'
 * @import { Sizes } from '../parameter-places.js'
 * @import { Memory } from './step-look.js'
 */

/** The letter of each setting in the formulas of the catalogue. */
export const symbols = /** @type {const} */ ({
  learningRate: 'η',
  momentum: 'μ',
  rho: 'ρ',
  beta1: 'β₁',
  beta2: 'β₂',
  epsilon: 'ε',
  weightDecay: 'λ',
})

/**
 * What an optimizer remembers of every parameter, before the step and after it.
 * @param {Pick<OptimizerOption, 'memory'>} option
 * @param {Memory} before
 * @param {Memory} after
 * @returns {{ symbol: string, before: Float64Array, after: Float64Array }[]}
 */
export const memoryOf = ({ memory }, before, after) =>
  memory.map(({ symbol }, i) => {
    const name = i === 0 ? 'first' : 'second'
    return { symbol, before: before[name], after: after[name] }
  })

/**
 * The settings that an optimizer's rule uses, with their letters.
 * @param {OptimizerOption} option
 * @param {TrainingState} training
 */
export function settingsOf({ uses }, training) {
  const names = /** @type {(keyof typeof symbols)[]} */ (['learningRate', ...uses])
  return names
    .filter((name) => name in symbols && (name !== 'weightDecay' || training.weightDecay > 0))
    .map((name) => ({ name, symbol: symbols[name], value: training[name] }))
}

/**
 * What is added to the gradient of the cost before the optimizer sees it.
 * @param {Pick<OptimizerOption, 'couplesWeightDecay'>} option
 * @param {TrainingState} training
 * @returns {('l1' | 'l2' | 'decay')[]}
 */
export function addedTo({ couplesWeightDecay }, { l1, l2, weightDecay }) {
  return /** @type {('l1' | 'l2' | 'decay')[]} */ (
    ['l1', 'l2', 'decay'].filter((_, i) => [l1 > 0, l2 > 0, couplesWeightDecay && weightDecay > 0][i])
  )
}

/**
 * The places of a layer's parameters in the order in which they are read: unit by unit, its weights, then its bias.
 * @param {readonly Sizes[]} layers
 * @param {number} layer
 * @returns {number[]}
 */
export function byUnit(layers, layer) {
  const { units, inputs } = layers[layer]
  const first = placeIn(layers, { layer, row: 0, column: 0 })
  const width = inputs + 1
  return Array.from({ length: units * width }, (_, i) => first + Math.floor(i / width) + units * (i % width))
}

/**
 * Places sorted by how far their parameters move, the furthest first.
 * @param {readonly number[]} places
 * @param {Float64Array} before
 * @param {Float64Array} after
 */
export function byChange(places, before, after) {
  const size = (/** @type {number} */ place) => Math.abs(after[place] - before[place])
  return places.toSorted((a, b) => size(b) - size(a) || a - b)
}

/**
 * The gradient of the cost alone, in the order of the flat parameters.
 * @param {Pick<LayerTrace, 'weightGradient' | 'biasGradient'>[]} layers
 */
export function flatGradient(layers) {
  return Float64Array.from(
    layers.flatMap(({ weightGradient, biasGradient }) => [
      ...weightGradient[0].flatMap((_, column) => weightGradient.map((row) => row[column])),
      ...biasGradient,
    ]),
  )
}
