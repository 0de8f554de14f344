import type { DataInfo } from '../../../data/prepare.ts'
import { inTargetUnit } from '../../../network/units.ts'
import { classOf, shareOf } from '../../../network/verdict.ts'
import type { Frame } from '../../../session/frame.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatNumber, formatShare } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { outputsAreShares } from '../chosen.ts'
import { sentences } from './sentences.ts'

const rowText = texts(sentences)

/** Of many outputs the sentence tells so many, and how many more there are. */
const mostTold = 6

/** The prediction for what is on the network beside the target, as a sentence; of several outputs with a line for each. */
export function rowSentence(session: SessionLike) {
  const { data, frame } = session
  const outputs = frame?.layers[frame.layers.length - 1]?.activation
  if (!data || !frame || !outputs) return ''
  const count = frame.samples
  if (data.task === 'regression') return numbersSentence(data, frame, outputs)
  if (count > 1 && data.task === 'classes') return rowText('batchClasses', { count })
  if (count > 1) return batch(count, rowText('rowNumber', pair(outputs[0], frame.target[0])))
  const predicted = classOf(data.task, outputs)
  const names = { predicted: data.classes[predicted], actual: data.classes[classOf(data.task, frame.target)] }
  if (outputsAreShares(session)) {
    return rowText('rowClass', { ...names, share: formatShare(shareOf(data.task, outputs, predicted)) })
  }
  const output = outputs[data.task === 'binary' ? 0 : predicted]
  return rowText('rowClassOutput', { ...names, output: formatNumber(output, 3) })
}

function numbersSentence(data: DataInfo, { samples, target }: Frame, outputs: ArrayLike<number>) {
  const told = data.outputNames.slice(0, mostTold).map((name, k) => {
    const values = pair(inTargetUnit(data, outputs[k], k), target[k])
    return data.outputNames.length === 1 ? rowText('rowNumber', values) : rowText('output', { name, ...values })
  })
  const more = data.outputNames.length - told.length
  const sentence = [...told, ...(more > 0 ? [rowText('more_other', { count: more })] : [])].join('\n')
  return samples > 1 ? batch(samples, sentence) : sentence
}

const pair = (predicted: number, actual: number) => ({
  predicted: formatNumber(predicted),
  actual: formatNumber(actual),
})

const batch = (count: number, sentence: string) => rowText('batch', { count, sentence })
