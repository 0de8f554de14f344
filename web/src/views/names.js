import { text } from '../text/text.js'
import { formatNumber, formatShare } from '../text/numbers.js'
import { inTargetUnit } from './units.js'
import { classOf, shareOf } from './verdict.js'

/**
 * How features, classes and predictions are written.
 * @typedef {import('../model/types.d.ts').DataInfo} DataInfo
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 */

/** A feature with its unit: 'bill length (mm)'. @param {DataInfo} data @param {number} feature */
export function axisName({ featureNames, featureUnits }, feature) {
  const unit = featureUnits[feature]
  return unit ? `${featureNames[feature]} (${unit})` : featureNames[feature] ?? ''
}

/** The target with its unit. @param {DataInfo} data */
export const targetName = ({ targetName: name, targetUnit: unit }) => (unit ? `${name} (${unit})` : name)

/** Whether the last layer's activations are shares between 0 and 1. @param {SessionLike} session */
export function outputsAreShares({ state: { network: { layers } }, catalog }) {
  const name = layers[layers.length - 1]?.activation
  const range = catalog.activations.find((activation) => activation.name === name)?.range
  return range?.[0] === 0 && range[1] === 1
}

/** The current row's prediction beside what is true, as a sentence. @param {SessionLike} session */
export function rowSentence(session) {
  const { data, frame } = session
  const outputs = frame?.layers[frame.layers.length - 1]?.activation
  if (!data || !frame || !outputs) return ''
  if (data.task === 'regression') {
    const predicted = formatNumber(inTargetUnit(data, outputs[0]))
    return text('picture.rowNumber', { predicted, actual: formatNumber(frame.target[0]) })
  }
  const predicted = classOf(data.task, outputs)
  const share = shareOf(data.task, outputs, predicted)
  return text('picture.rowClass', {
    predicted: data.classes[predicted], actual: data.classes[classOf(data.task, frame.target)],
    share: outputsAreShares(session) ? formatShare(share) : formatNumber(share, 3),
  })
}
