import type { LayerSettings } from './layers.ts'
import type { Scales } from './units.ts'

/**
 * Whether the whole network is a regression: one neuron, linear, or logistic where what it predicts may be a probability.
 */
export function isOneNeuron({
  data,
  state: {
    network: {
      layers: [first, ...others],
    },
  },
}: {
  data: Pick<Scales, 'targetScale'> | null
  state: { network: { layers: LayerSettings[] } }
}) {
  const kinds = data?.targetScale ? ['linear'] : ['linear', 'sigmoid']
  return others.length === 0 && first.units === 1 && kinds.includes(first.activation)
}
