import type { DataInfo } from '../../../data/prepare.ts'
import type { Task } from '../../../network/verdict.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { sentences } from './sentences.ts'

/** How a cost is counted row by row. */

export type Word = keyof typeof sentences

const text = texts(sentences)

const words: Record<string, { one: Word; many: Word; number?: Word; numbers?: Word }> = {
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

/** The name of a row's own cost, as the name of its sentence. */
export function termName({
  cost,
  task,
  outputs,
  activation,
}: {
  cost: string
  task: Task
  outputs: number
  activation: string
}): Word {
  const found = words[cost]
  if (!found) return 'other'
  if (task === 'regression' && found.number) return (outputs > 1 && found.numbers) || found.number
  if (cost === 'softmaxCrossEntropy' && activation === 'softmax') return 'softmaxCrossEntropy'
  return outputs > 1 ? found.many : found.one
}

/** What one of several outputs costs its row. */
export function outputTermOf({ state: { training, network } }: SessionLike) {
  const { activation } = network.layers[network.layers.length - 1]
  const { cost } = training
  if (cost === 'softmaxCrossEntropy') return text(activation === 'softmax' ? 'shareTerm' : 'softmaxTerm')
  return text(words[cost]?.number ?? words[cost]?.one ?? 'other')
}

/** The name of a row's own cost. */
export function termOf({ state: { training, network } }: SessionLike, { task, outputNames }: DataInfo) {
  const { activation } = network.layers[network.layers.length - 1]
  return text(termName({ cost: training.cost, task, outputs: outputNames.length, activation }))
}
