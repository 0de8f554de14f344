/**
 * What is chosen: options of the catalogue, and the neuron.
 *
 * @import { Frame, Neuron, SessionLike } from '../../types.d.ts'
 */

/**
 * The entry of the data in use, a generator of the catalogue or a shipped table.
 * @param {SessionLike} session
 * @returns {{ name: string, label: string, description: string }}
 */
export function dataOption({ catalog, tables, state }) {
  const { name } = state.data
  return (
    [...catalog.datasets, ...tables].find((option) => option.name === name) ?? { name, label: name, description: '' }
  )
}

/** Whether the last layer's activations are shares between 0 and 1. @param {SessionLike} session */
export function outputsAreShares({
  state: {
    network: { layers },
  },
  catalog,
}) {
  const name = layers[layers.length - 1]?.activation
  const range = catalog.activations.find((activation) => activation.name === name)?.range
  return range?.[0] === 0 && range[1] === 1
}

/**
 * The selected neuron, or the first output while none is.
 * @param {SessionLike} session
 * @param {Frame} frame
 * @returns {Neuron}
 */
export function chosenNeuron(
  {
    state: {
      view: { selected },
    },
  },
  { layers, input },
) {
  const isThere = selected && selected.unit < (selected.layer < 0 ? input.length : (layers[selected.layer]?.units ?? 0))
  return isThere ? selected : { layer: layers.length - 1, unit: 0 }
}
