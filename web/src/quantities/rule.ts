import type { Network } from './network.ts'
import { activationTrees } from './options/activations.ts'
import { costTrees } from './options/costs.ts'

/**
 * How the delta of an output follows from cost and activation. partner: they are made for each other and all but the
 * difference cancels out; tied: the activation is of the whole layer; shares: the cost makes shares of the outputs;
 * difference: the slope of the cost times the slope of the activation.
 */
export type OutputRule = 'partner' | 'tied' | 'shares' | 'difference'

export function outputRule({ cost, layers, isPartner }: Network): OutputRule {
  const { partnerDelta, ofShares } = costTrees[cost]
  if (isPartner && partnerDelta) return 'partner'
  if ('ofLayer' in activationTrees[layers[layers.length - 1].activation]) return 'tied'
  return ofShares ? 'shares' : 'difference'
}
