import { extent } from 'd3-array'
import type { DataInfo } from '../../data/prepare.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { type Scale, scaleOf } from './colour.ts'

/**
 * The scale on which a layer's activations are shown. The one output of a two-class network runs from class to class.
 * @param values what is to be shown
 */
export function layerScale({ catalog, data, frame }: SessionLike, layer: number, values: Iterable<number>): Scale {
  if (data?.task === 'binary' && layer === (frame?.layers.length ?? 0) - 1) return { low: 0, high: 1 }
  const name = frame?.layers[layer]?.activationName
  const range = catalog.activations.find((activation) => activation.name === name)?.range ?? [-Infinity, Infinity]
  return scaleOf(range, values)
}

/** The extent of the first target, even about zero where it has both signs. */
export function targetRange({ train: { Y } }: DataInfo): Scale {
  const [low = 0, high = 0] = extent(Y.data.filter((_, i) => i % Y.shape[1] === 0))
  if (low < 0 && high > 0) return { low: -Math.max(-low, high), high: Math.max(-low, high) }
  return low < high ? { low, high } : { low: low - 1, high: low + 1 }
}

/** The largest size among values. */
export function largestOf(values: ArrayLike<number>) {
  let most = 0
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]) || 0)
  return most
}
