import { scaleOf } from './colour.js'

/**
 * The scale on which a layer's activations are shown. The one output of a two-class network runs from class to class.
 * @param {import('../../types.d.ts').SessionLike} session
 * @param {number} layer
 * @param {Iterable<number>} values what is to be shown
 * @returns {import('./colour.js').Scale}
 */
export function layerScale({ catalog, data, frame }, layer, values) {
  if (data?.task === 'binary' && layer === (frame?.layers.length ?? 0) - 1) return { low: 0, high: 1 }
  const name = frame?.layers[layer]?.activationName
  const range = catalog.activations.find((activation) => activation.name === name)?.range ?? [-Infinity, Infinity]
  return scaleOf(range, values)
}

/**
 * The extent of the first target, even about zero where it has both signs.
 * @param {import('../../types.d.ts').DataInfo} data
 * @returns {import('./colour.js').Scale}
 */
export function targetRange({ train: { Y } }) {
  let [low, high] = [Infinity, -Infinity]
  for (let i = 0; i < Y.data.length; i += Y.shape[1]) {
    const value = Y.data[i]
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low < 0 && high > 0) return { low: -Math.max(-low, high), high: Math.max(-low, high) }
  return low < high ? { low, high } : { low: low - 1, high: low + 1 }
}

/** The largest size among values. @param {ArrayLike<number>} values */
export function largestOf(values) {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]) || 0)
  return most
}
