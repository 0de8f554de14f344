import type { LayerSettings } from './layers.ts'
import type { Scales } from './units.ts'

/** Whether the whole network is one neuron. */
export const isAlone = (layers: readonly { units: number }[]) => layers.length === 1 && layers[0].units === 1

/**
 * Whether the whole network is a regression: one neuron, linear, or logistic where what it predicts may be a probability.
 */
export function isOneNeuron({
  data,
  state: {
    network: { layers },
  },
}: {
  data: Pick<Scales, 'targetScale'> | null
  state: { network: { layers: LayerSettings[] } }
}) {
  const kinds = data?.targetScale ? ['linear'] : ['linear', 'sigmoid']
  return isAlone(layers) && kinds.includes(layers[0].activation)
}
