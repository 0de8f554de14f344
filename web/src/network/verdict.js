import { rowAt } from './rows.js'
import { inTargetUnit } from './units.js'

/**
 * What a prediction amounts to, read off the engine's outputs.
 * @typedef {import('../types.d.ts').DataInfo} DataInfo
 * @typedef {{ predicted: number, actual: number, isRight: boolean, miss: number }} Verdict
 *   predicted, actual: index of a class, or for regression the number in the target's unit
 *   miss: how far off, larger is worse
 */

/**
 * The class that outputs, or targets, stand for.
 * @param {DataInfo['task']} task
 * @param {ArrayLike<number>} outputs
 */
export function classOf(task, outputs) {
  if (task === 'binary') return outputs[0] > 0.5 ? 1 : 0
  let best = 0
  for (let i = 1; i < outputs.length; i++) if (outputs[i] > outputs[best]) best = i
  return best
}

/**
 * The output for one class; of a two-class network's one output it is what is left for the other class.
 * @param {DataInfo['task']} task
 * @param {ArrayLike<number>} outputs
 * @param {number} index
 */
export const shareOf = (task, outputs, index) =>
  task === 'binary' ? (index === 1 ? outputs[0] : 1 - outputs[0]) : outputs[index]

/**
 * @param {DataInfo} data
 * @param {ArrayLike<number>} outputs
 * @param {ArrayLike<number>} targets in the target's unit
 * @returns {Verdict}
 */
export function verdictOf(data, outputs, targets) {
  const { task } = data
  if (task === 'regression') {
    const predicted = inTargetUnit(data, outputs[0])
    return { predicted, actual: targets[0], isRight: true, miss: Math.abs(predicted - targets[0]) }
  }
  const [predicted, actual] = [classOf(task, outputs), classOf(task, targets)]
  return { predicted, actual, isRight: predicted === actual, miss: 1 - shareOf(task, outputs, actual) }
}

/**
 * Every row's verdict.
 * @param {DataInfo} data
 * @param {'train' | 'test'} set
 * @param {Float64Array} predictions flat, one row per sample
 * @returns {Verdict[]} empty while the predictions are of other data
 */
export function verdictsOf(data, set, predictions) {
  const [rows, columns] = data[set].Y.shape
  if (predictions.length !== rows * columns) return []
  const shape = /** @type {[number, number]} */ ([rows, columns])
  return Array.from({ length: rows }, (_, i) =>
    verdictOf(data, rowAt({ data: predictions, shape }, i), rowAt(data[set].Y, i)),
  )
}
