/**
 * How a cost is counted row by row, and in which order rows stand.
 *
 * @import { Task } from '../../model/types.d.ts'
 * @typedef {keyof typeof import('../../text/en/cost.js').cost} Word
 */

/** @type {Record<string, { one: Word, many: Word, number?: Word, numbers?: Word }>} */
const words = {
  mse: { one: 'mse', many: 'mseMany' },
  quadratic: { one: 'quadratic', many: 'quadraticMany' },
  huber: { one: 'huber', many: 'huberMany' },
  binaryCrossEntropy: {
    one: 'binaryCrossEntropy',
    many: 'binaryCrossEntropyMany',
    number: 'binaryCrossEntropyNumber',
    numbers: 'binaryCrossEntropyNumbers',
  },
  softmaxCrossEntropy: {
    one: 'softmaxCrossEntropyMany',
    many: 'softmaxCrossEntropyMany',
    number: 'softmaxCrossEntropyNumber',
  },
}

/**
 * The name of a row's own cost, as a word of the panel's texts.
 * @param {{ cost: string, task: Task, outputs: number, activation: string }} network
 * @returns {Word}
 */
export function termName({ cost, task, outputs, activation }) {
  const found = words[cost]
  if (!found) return 'other'
  if (task === 'regression' && found.number) return (outputs > 1 && found.numbers) || found.number
  if (cost === 'softmaxCrossEntropy' && activation === 'softmax') return 'softmaxCrossEntropy'
  return outputs > 1 ? found.many : found.one
}

/**
 * The rows in the order wanted; rows whose cost is not known yet come last.
 * @param {ArrayLike<number>} costs
 * @param {number} rows
 * @param {'given' | 'worst' | 'best'} order
 * @returns {number[]}
 */
export function orderOf(costs, rows, order) {
  const places = Array.from({ length: rows }, (_, row) => row)
  if (order === 'given') return places
  const sign = order === 'worst' ? -1 : 1
  const weight = (/** @type {number} */ row) => (Number.isFinite(costs[row]) ? sign * costs[row] : Infinity)
  return places.sort((a, b) => weight(a) - weight(b) || a - b)
}
