/** @import { SessionLike } from '../types.d.ts' */

/**
 * Whether the whole network is a regression: one neuron, linear, or logistic where what it predicts may be a probability.
 * @param {Pick<SessionLike, 'data' | 'state'>} network
 */
export function isOneNeuron({
  data,
  state: {
    network: {
      layers: [first, ...others],
    },
  },
}) {
  const kinds = data?.targetScale ? ['linear'] : ['linear', 'sigmoid']
  return others.length === 0 && first.units === 1 && kinds.includes(first.activation)
}
