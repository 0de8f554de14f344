/**
 * How an optimizer's rule is read: the letters of its formula, what it remembers, which parameters it moves most.
 *
 * @import { OptimizerOption, TrainingState } from '../../types.d.ts'
 * @import { Memory } from '../panels/step/context.js'
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
 * Parameters, by where they lie in the flat numbers, sorted by how far they move, the furthest first.
 * @param {readonly number[]} indices
 * @param {Float64Array} before
 * @param {Float64Array} after
 */
export function byChange(indices, before, after) {
  const size = (/** @type {number} */ index) => Math.abs(after[index] - before[index])
  return indices.toSorted((a, b) => size(b) - size(a) || a - b)
}
