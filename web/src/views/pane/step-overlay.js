import { reachedAt } from './step-stops.js'

/**
 * What a stop shows on the network: how far the signal or the error has come, and the numbers it has left there.
 *
 * @import { FlatRows, Overlay } from '../../model/types.d.ts'
 * @import { NextStep } from './step-look.js'
 * @import { Stop } from './step-stops.js'
 */

/**
 * @param {Stop} stop
 * @param {NextStep} next
 * @param {number} sample the row that is followed, counted within the batch
 * @param {ArrayLike<number> | null} input its inputs in the data's own units; null = too many for numbers
 * @param {number} token of the signal that runs when the stop is entered; 0 = no signal
 * @returns {Overlay}
 */
export function overlayOf(stop, { trace: { layers } }, sample, input, token) {
  const { kind, layer } = stop
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
      values: each < 0 ? input ?? [] : layers[each][isBackward ? 'delta' : 'activation'][sample],
      isSigned: isBackward,
    })),
  }
  const pulse = pulseOf(stop, layers.length)
  if (token && pulse) overlay.pulse = { ...pulse, token }
  return overlay
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
