import { parameterAt } from '../../../network/parameter-order.js'
import { formatTight } from '../../../text/numbers.js'
import { largestOf } from '../../plot/scale.js'
import { reachedAt } from './stops.js'

/**
 * What a stop shows on the network: how far the signal or the error has come, and the numbers it has left there.
 *
 * @import { Overlay } from '../../../types.d.ts'
 * @import { Wire } from '../../graph/layout.js'
 * @import { NextStep } from './context.js'
 * @import { Stop } from './stops.js'
 */

/**
 * @param {Stop} stop
 * @param {NextStep} next
 * @param {number} sample the row that is followed, counted within the batch
 * @param {ArrayLike<number> | null} input its inputs in the data's own units; null = too many for numbers
 * @param {number} token of the signal that runs when the stop is entered; 0 = no signal
 * @returns {Overlay}
 */
export function overlayOf(stop, next, sample, input, token) {
  const { kind } = stop
  const { layers } = next.trace
  const reached = reachedAt(stop, layers.length)
  const isBackward = kind === 'backward'
  const shown = kind === 'update' ? [] : reached.filter((each) => each >= 0 || input)
  /** @type {Overlay} */
  const overlay = {
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

/** How far the step moves each weight. @param {NextStep} next @returns {NonNullable<Overlay['wires']>} */
function changesOf({ before, after, trace }) {
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
    .../** @type {Wire} */ (wire),
    share: Math.abs(change) / most,
    words: `${change > 0 ? '+' : ''}${formatTight(change)}`,
  }))
}

/**
 * Over which wires a signal comes to a stop: those into the layer, or backward those out of it. To the last layer the
 * error comes from the cost, over no wire.
 * @param {Stop} stop
 * @param {number} layers
 * @returns {Omit<NonNullable<Overlay['pulse']>, 'token'> | null}
 */
function pulseOf({ kind, layer }, layers) {
  if (kind === 'forward') return { layer, direction: 'forward' }
  return kind === 'backward' && layer + 1 < layers ? { layer: layer + 1, direction: 'backward' } : null
}
