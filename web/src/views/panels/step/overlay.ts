import { parameterAt } from '../../../network/parameter-order.ts'
import type { Weight } from '../../../network/parameters.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { formatTight } from '../../../text/numbers.ts'
import { largestOf } from '../../plot/scale.ts'
import type { NextStep } from './context.ts'
import { reachedAt, type Stop } from './stops.ts'

/** What a stop shows on the network: how far the signal or the error has come, and the numbers it has left there. */

/**
 * @param sample the row that is followed, counted within the batch
 * @param input its inputs in the data's own units; null = too many for numbers
 * @param token of the signal that runs when the stop is entered; 0 = no signal
 */
export function overlayOf(
  stop: Stop,
  next: NextStep,
  sample: number,
  input: ArrayLike<number> | null,
  token: number,
): Overlay {
  const { kind } = stop
  const { layers } = next.trace
  const reached = reachedAt(stop, layers.length)
  const isBackward = kind === 'backward'
  const shown = kind === 'update' ? [] : reached.filter((each) => each >= 0 || input)
  const overlay: Overlay = {
    kind: 'phase',
    colour: isBackward ? 'delta' : 'accent',
    reached,
    neurons: shown.map((each) => ({
      layer: each,
      values: each < 0 ? (input ?? []) : layers[each][isBackward ? 'delta' : 'activation'][sample],
      isSigned: isBackward,
    })),
  }
  if (kind === 'update' && !next.isDiverged) overlay.wires = changesOf(next)
  const pulse = pulseOf(stop, layers.length)
  if (token && pulse) overlay.pulse = { ...pulse, token }
  return overlay
}

/** How far the step moves each weight. */
function changesOf({ before, after, trace }: NextStep): NonNullable<Overlay['wires']> {
  const sizes = trace.layers.map(({ weightGradient }) => ({
    units: weightGradient.length,
    inputs: weightGradient[0].length,
  }))
  const wires = Array.from(after, (value, index) => ({
    ...parameterAt(sizes, index),
    change: value - before[index],
  })).filter((wire) => !('bias' in wire))
  const most = largestOf(wires.map(({ change }) => change)) || 1
  return wires.map(({ change, ...wire }) => ({
    ...(wire as Weight),
    share: Math.abs(change) / most,
    words: `${change > 0 ? '+' : ''}${formatTight(change)}`,
  }))
}

/**
 * Over which wires a signal comes to a stop: those into the layer, or backward those out of it. To the last layer the
 * error comes from the cost, over no wire.
 */
function pulseOf({ kind, layer }: Stop, layers: number): Omit<NonNullable<Overlay['pulse']>, 'token'> | null {
  if (kind === 'forward') return { layer, direction: 'forward' }
  return kind === 'backward' && layer + 1 < layers ? { layer: layer + 1, direction: 'backward' } : null
}
