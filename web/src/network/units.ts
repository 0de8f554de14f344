/** Numbers of the network in the units of the data, and back: the network may see both ends standardised. */

export interface Scales {
  /** The network sees (raw - mean) / deviation of each feature, measured on the training rows; null = raw values. */
  inputScale: { mean: number[]; deviation: number[] } | null
  /** Outputs of the network times deviation plus mean are in the target's unit, one of each; null = they are so already. */
  targetScale: { mean: number[]; deviation: number[] } | null
}

/** A feature's value as the network sees it. */
export const asSeen = ({ inputScale }: Pick<Scales, 'inputScale'>, feature: number, value: number) =>
  inputScale ? (value - inputScale.mean[feature]) / inputScale.deviation[feature] : value

/** An output of a network that predicts numbers, in the target's unit. */
export const inTargetUnit = ({ targetScale }: Pick<Scales, 'targetScale'>, output: number, unit = 0) =>
  targetScale ? output * targetScale.deviation[unit] + targetScale.mean[unit] : output

/** What the network must answer for a value of a target. */
export const asOutput = ({ targetScale }: Pick<Scales, 'targetScale'>, value: number, unit = 0) =>
  targetScale ? (value - targetScale.mean[unit]) / targetScale.deviation[unit] : value
