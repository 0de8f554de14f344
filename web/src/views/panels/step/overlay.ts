import type { QuantityName } from '../../../quantities/at.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import type { Network } from '../../../quantities/network.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { ofUnits, onWires, type Wire, wiresOfLayer } from '../../plot/wires.ts'
import { reachedAt, type Stop } from './stops.ts'

/** What a stop shows on the network: how far the signal or the error has come, and the numbers it has left there. */

/**
 * @param numbers of the step
 * @param sample the row that is followed, counted within the batch
 * @param input its inputs in the data's own units; null = too many for numbers
 * @param token of the signal that runs when the stop is entered; 0 = no signal
 */
export function overlayOf(
  stop: Stop,
  numbers: Numbers,
  sample: number,
  input: ArrayLike<number> | null,
  token: number,
): Overlay {
  const { kind } = stop
  const { network, values } = numbers
  const { layers } = network
  const reached = reachedAt(stop, layers.length)
  const isBackward = kind === 'backward'
  const shown = kind === 'update' ? [] : reached.filter((each) => each >= 0 || input)
  const overlay: Overlay = {
    kind: 'phase',
    colour: isBackward ? 'delta' : 'accent',
    names: { neurons: quantityText(isBackward ? 'delta' : 'activation') },
    reached,
    neurons: shown.map((each) => ({
      layer: each,
      values: each < 0 ? (input ?? []) : ofUnits(numbers, isBackward ? 'delta' : 'activation', each, sample),
      isSigned: isBackward,
    })),
  }
  const told = values.step?.isDiverged ? null : toldOnWires(stop, network, sample)
  if (told) {
    overlay.names.wires = quantityText(told.name)
    overlay.wires = onWires(numbers, told.name, told.wires)
  }
  const pulse = pulseOf(stop, layers.length)
  if (token && pulse) overlay.pulse = { ...pulse, token }
  return overlay
}

/** What has just run over the wires: the signal into a layer, the error out of it, or what the step does to each weight. */
function toldOnWires(
  { kind, layer }: Stop,
  network: Network,
  row: number,
): { name: QuantityName; wires: Wire[] } | null {
  const of = (into: number) => wiresOfLayer(network, into).map((wire) => ({ ...wire, row }))
  if (kind === 'update')
    return { name: 'change', wires: network.layers.flatMap((_, each) => wiresOfLayer(network, each)) }
  if (kind === 'forward' && layer >= 0) return { name: 'signal', wires: of(layer) }
  if (kind === 'backward' && layer + 1 < network.layers.length) return { name: 'passedBack', wires: of(layer + 1) }
  return null
}

/**
 * Over which wires a signal comes to a stop: those into the layer, or backward those out of it. To the last layer the
 * error comes from the cost, over no wire.
 */
function pulseOf({ kind, layer }: Stop, layers: number): Omit<NonNullable<Overlay['pulse']>, 'token'> | null {
  if (kind === 'forward') return { layer, direction: 'forward' }
  return kind === 'backward' && layer + 1 < layers ? { layer: layer + 1, direction: 'backward' } : null
}
