import type { Sizes } from '../../network/layers.ts'
import type { Parameter } from '../../network/parameters.ts'
import type { Neuron } from '../../network/pointed.ts'

/** The way of the arrow keys over the weights: those into one neuron in order, then its bias, then the next neuron. */

/** Where the way over a neuron's weights begins; an input has none that lead to it: over those that lead away from it. */
export const firstWeight = ({ layer, unit }: Neuron) =>
  layer < 0 ? { layer: 0, row: 0, column: unit } : { layer, row: unit, column: 0 }

/**
 * The weight or bias that a key leads to, or null at either end of the network and for any other key.
 * @param layers such as frame.layers
 * @param key arrows: one on or back; Home and End: the neuron's first weight, and its bias
 */
export function nextWeight(layers: readonly Sizes[], from: Parameter, key: string): Parameter | null {
  const { layer, row } = from
  const { inputs } = layers[layer]
  const index = 'bias' in from ? inputs : from.column
  const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -index, End: inputs - index }[key]
  if (by === undefined) return null
  if (index + by < 0) return neuronBefore(layers, layer, row)
  return index + by > inputs ? neuronAfter(layers, layer, row) : parameterAt(layers, layer, row, index + by)
}

const parameterAt = (layers: readonly Sizes[], layer: number, row: number, index: number) =>
  index === layers[layer].inputs ? { layer, row, bias: true as const } : { layer, row, column: index }

/** The bias of the neuron before. */
function neuronBefore(layers: readonly Sizes[], layer: number, row: number) {
  if (row > 0) return { layer, row: row - 1, bias: true as const }
  return layer > 0 ? { layer: layer - 1, row: layers[layer - 1].units - 1, bias: true as const } : null
}

/** The first weight of the neuron after. */
function neuronAfter(layers: readonly Sizes[], layer: number, row: number) {
  if (row + 1 < layers[layer].units) return { layer, row: row + 1, column: 0 }
  return layer + 1 < layers.length ? { layer: layer + 1, row: 0, column: 0 } : null
}
