import { fed } from '../text/en/fed.js'
import { formatNumber, formatShare } from '../text/numbers.js'
import { text, texts } from '../text/text.js'
import { inTargetUnit } from './units.js'
import { classOf, shareOf } from './verdict.js'

/**
 * How features, classes and predictions are written.
 * @typedef {import('../model/types.d.ts').DataInfo} DataInfo
 * @typedef {import('../model/types.d.ts').Frame} Frame
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 */

const fedText = texts(fed)

/** With a capital, where it opens a sentence. @param {string} name */
export const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1)

/**
 * The entry of the data in use, a generator of the catalogue or a shipped table.
 * @param {SessionLike} session
 * @returns {{ name: string, label: string, description: string }}
 */
export function dataOption({ catalog, tables, state }) {
  const { name } = state.data
  return (
    [...catalog.datasets, ...tables].find((option) => option.name === name) ?? { name, label: name, description: '' }
  )
}

/** A feature with its unit: 'bill length (mm)'. @param {DataInfo} data @param {number} feature */
export function axisName({ featureNames, featureUnits }, feature) {
  const unit = featureUnits[feature]
  return unit ? `${featureNames[feature]} (${unit})` : (featureNames[feature] ?? '')
}

/** The target with its unit. @param {DataInfo} data */
export const targetName = ({ targetName: name, targetUnit: unit }) => (unit ? `${name} (${unit})` : name)

/** Whether the last layer's activations are shares between 0 and 1. @param {SessionLike} session */
export function outputsAreShares({
  state: {
    network: { layers },
  },
  catalog,
}) {
  const name = layers[layers.length - 1]?.activation
  const range = catalog.activations.find((activation) => activation.name === name)?.range
  return range?.[0] === 0 && range[1] === 1
}

/** Of many outputs the sentence tells so many, and how many more there are. */
const mostTold = 6

/** The prediction for what is on the network beside the target, as a sentence. @param {SessionLike} session */
export function rowSentence(session) {
  const { data, frame } = session
  const outputs = frame?.layers[frame.layers.length - 1]?.activation
  if (!data || !frame || !outputs) return ''
  const count = frame.samples
  if (data.task === 'regression') return numbersSentence(data, frame, outputs)
  if (count > 1 && data.task === 'classes') return fedText('batchClasses', { count })
  if (count > 1) return batch(count, text('picture.rowNumber', pair(outputs[0], frame.target[0])))
  const predicted = classOf(data.task, outputs)
  const names = { predicted: data.classes[predicted], actual: data.classes[classOf(data.task, frame.target)] }
  if (outputsAreShares(session)) {
    return text('picture.rowClass', { ...names, share: formatShare(shareOf(data.task, outputs, predicted)) })
  }
  const output = outputs[data.task === 'binary' ? 0 : predicted]
  return text('picture.rowClassOutput', { ...names, output: formatNumber(output, 3) })
}

/** @param {DataInfo} data @param {Frame} frame @param {ArrayLike<number>} outputs */
function numbersSentence(data, { samples, target }, outputs) {
  const told = data.outputNames.slice(0, mostTold).map((name, k) => {
    const values = pair(inTargetUnit(data, outputs[k]), target[k])
    return data.outputNames.length === 1 ? text('picture.rowNumber', values) : fedText('output', { name, ...values })
  })
  const more = data.outputNames.length - told.length
  const sentence = [...told, ...(more > 0 ? [fedText('more_other', { count: more })] : [])].join(' ')
  return samples > 1 ? batch(samples, sentence) : sentence
}

/** @param {number} predicted @param {number} actual */
const pair = (predicted, actual) => ({ predicted: formatNumber(predicted), actual: formatNumber(actual) })

/** @param {number} count @param {string} sentence */
const batch = (count, sentence) => fedText('batch', { count, sentence })
