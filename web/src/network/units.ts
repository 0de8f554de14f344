/** Numbers of the network in the units of the data, and back: the network may see both ends standardised. */

export interface Scales {
  /** The network sees (raw - mean) / deviation of each feature, measured on the training rows; null = raw values. */
  inputScale: { mean: number[]; deviation: number[] } | null
  /** Outputs of the network times deviation plus mean are in the target's unit; null = they are so already. */
  targetScale: { mean: number; deviation: number } | null
}

/** A feature's value as the network sees it. */
export const asSeen = ({ inputScale }: Pick<Scales, 'inputScale'>, feature: number, value: number) =>
  inputScale ? (value - inputScale.mean[feature]) / inputScale.deviation[feature] : value

/** The output of a network that predicts a number, in the target's unit. */
export const inTargetUnit = ({ targetScale }: Pick<Scales, 'targetScale'>, output: number) =>
  targetScale ? output * targetScale.deviation + targetScale.mean : output

/** What the network must answer for a value of the target. */
export const asOutput = ({ targetScale }: Pick<Scales, 'targetScale'>, value: number) =>
  targetScale ? (value - targetScale.mean) / targetScale.deviation : value
