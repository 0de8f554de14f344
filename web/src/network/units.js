/**
 * Numbers of the network in the units of the data, and back: the network may see both ends standardised.
 * @typedef {import('../types.d.ts').DataInfo} DataInfo
 */

/** A feature's value as the network sees it. @param {DataInfo} data @param {number} feature @param {number} value */
export const asSeen = ({ inputScale }, feature, value) =>
  inputScale ? (value - inputScale.mean[feature]) / inputScale.deviation[feature] : value

/**
 * The output of a network that predicts a number, in the target's unit.
 * @param {DataInfo} data
 * @param {number} output
 */
export const inTargetUnit = ({ targetScale }, output) =>
  targetScale ? output * targetScale.deviation + targetScale.mean : output

/** What the network must answer for a value of the target. @param {DataInfo} data @param {number} value */
export const asOutput = ({ targetScale }, value) =>
  targetScale ? (value - targetScale.mean) / targetScale.deviation : value
