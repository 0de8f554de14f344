import { texts } from '../../../text/text.js'
import { sentences } from './sentences.js'

/**
 * How a cost is counted row by row.
 *
 * @import { DataInfo, SessionLike, Task } from '../../../types.d.ts'
 * @typedef {keyof typeof sentences} Word
 */
const text = texts(sentences)

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
 * The name of a row's own cost, as the name of its sentence.
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

/** The name of a row's own cost. @param {SessionLike} session @param {DataInfo} data */
export function termOf({ state: { training, network } }, { task, outputNames }) {
  const { activation } = network.layers[network.layers.length - 1]
  return text(termName({ cost: training.cost, task, outputs: outputNames.length, activation }))
}
