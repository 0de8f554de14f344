import type { At, QuantityName } from '../../quantities/at.ts'
import { type Numbers, valueAt } from '../../quantities/explained.ts'
import { type Network, unitsOf } from '../../quantities/network.ts'
import type { Overlay } from '../../state/overlay.ts'
import { formatTight } from '../../text/numbers.ts'
import { tintOf } from '../parts/tint.ts'
import { largestOf } from './scale.ts'

/** A quantity of the table, laid over the network: on wires and on neurons. */

/** Where a wire's numbers live. */
export type Wire = At & { from: number }

const counted = (count: number) => Array.from({ length: count }, (_, i) => i)

/** The wires into a neuron. */
export const wiresInto = (network: Network, { layer, unit }: At): Wire[] =>
  counted(unitsOf(network, layer - 1)).map((from) => ({ layer, unit, from }))

/** The wires out of a neuron or an input; of an output none. */
export const wiresOutOf = (network: Network, { layer, unit: from }: At): Wire[] =>
  counted(network.layers[layer + 1]?.units ?? 0).map((unit) => ({ layer: layer + 1, unit, from }))

/** All wires into a layer. */
export const wiresOfLayer = (network: Network, layer: number): Wire[] =>
  counted(unitsOf(network, layer)).flatMap((unit) => wiresInto(network, { layer, unit }))

/**
 * One quantity on wires: each one's share of the largest, its colour and its number.
 * @param isAgainst with the sign turned round: which way each should go
 */
export function onWires(
  numbers: Numbers,
  name: QuantityName,
  wires: readonly Wire[],
  isAgainst = false,
): Overlay['wires'] {
  const values = wires.map((at) => (isAgainst ? -1 : 1) * valueAt(numbers, name, at))
  const isSigned = isAgainst || name === 'change'
  const most = largestOf(values) || 1
  return wires.map(({ layer, unit, from }, i) => ({
    layer,
    row: unit,
    column: from,
    share: Math.abs(values[i]) / most,
    colour: tintOf(name, values[i]),
    isNegative: values[i] < 0,
    words: `${isSigned && values[i] > 0 ? '+' : ''}${formatTight(values[i])}`,
  }))
}

/** One quantity of every neuron of a layer. */
export const ofUnits = (numbers: Numbers, name: QuantityName, layer: number, row?: number): number[] =>
  counted(unitsOf(numbers.network, layer)).map((unit) => valueAt(numbers, name, { layer, unit, row }))

/** delta on the neurons of layers. */
export const deltasOn = (numbers: Numbers, layers: readonly number[]): Overlay['neurons'] =>
  layers.map((layer) => ({ layer, values: ofUnits(numbers, 'delta', layer), isSigned: true }))
