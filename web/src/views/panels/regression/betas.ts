import type { DataInfo } from '../../../data/prepare.ts'
import { inTargetUnit } from '../../../network/units.ts'
import type { LayerFrame } from '../../../session/frame.ts'

/** The weights of one neuron read as the betas of a regression. */

export interface Beta {
  feature: number
  /** As the network has it, for one deviation where inputs are standardised. */
  beta: number
  /** For one of the feature's own unit, and of the target's. */
  perUnit: number
  /** By what one more multiplies the odds. */
  odds: number
  oddsPerUnit: number
}

/**
 * @param layer of one unit
 * @returns one per feature, in the data's order
 */
export function betasOf({ inputScale, targetScale }: DataInfo, { weights }: Pick<LayerFrame, 'weights'>): Beta[] {
  return Array.from(weights, (beta, feature) => {
    const perUnit = (beta * (targetScale?.deviation[0] ?? 1)) / (inputScale?.deviation[feature] ?? 1)
    return { feature, beta, perUnit, odds: Math.exp(beta), oddsPerUnit: Math.exp(perUnit) }
  })
}

/** The bias for inputs, and a target, in their own units. */
export function interceptOf(
  { inputScale, targetScale }: DataInfo,
  { weights, bias }: Pick<LayerFrame, 'weights' | 'bias'>,
) {
  const shift = inputScale
    ? weights.reduce((sum, beta, i) => sum + (beta * inputScale.mean[i]) / inputScale.deviation[i], 0)
    : 0
  return inTargetUnit({ targetScale }, bias[0] - shift)
}

/** Features by the size of their beta, largest first. */
export const bySize = (betas: readonly Beta[]) =>
  betas.map(({ feature }) => feature).sort((a, b) => Math.abs(betas[b].beta) - Math.abs(betas[a].beta) || a - b)

/** Where the one input's line crosses zero, in its own unit; NaN where it never does. */
export function halfwayOf(
  { inputScale }: DataInfo,
  { weights: [slope], bias: [intercept] }: Pick<LayerFrame, 'weights' | 'bias'>,
) {
  if (slope === 0) return NaN
  const seen = -intercept / slope
  return inputScale ? seen * inputScale.deviation[0] + inputScale.mean[0] : seen
}
