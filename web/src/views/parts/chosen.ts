import type { Neuron } from '../../network/pointed.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'

/** What is chosen: the output activation, and the neuron. */

/** Whether the last layer's activations are shares between 0 and 1. */
export function outputsAreShares({
  state: {
    network: { layers },
  },
  catalog,
}: SessionLike) {
  const name = layers[layers.length - 1]?.activation
  const range = catalog.activations.find((activation) => activation.name === name)?.range
  return range?.[0] === 0 && range[1] === 1
}

/** The selected neuron, or the first output while none is. */
export function chosenNeuron(
  {
    state: {
      view: { selected },
    },
  }: SessionLike,
  { layers, input }: Frame,
): Neuron {
  const isThere = selected && selected.unit < (selected.layer < 0 ? input.length : (layers[selected.layer]?.units ?? 0))
  return isThere ? selected : { layer: layers.length - 1, unit: 0 }
}
