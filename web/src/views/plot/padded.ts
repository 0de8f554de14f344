import { extent } from 'd3-array'

/**
 * The interval of values with a little air on both sides, never empty.
 * @param air share of the span
 */
export function padded(values: Iterable<number>, air: number): { low: number; high: number } {
  const [low, high] = extent(values)
  if (low === undefined) return { low: 0, high: 1 }
  const span = high - low || Math.abs(low) || 1
  const most = Number.MAX_VALUE
  return { low: Math.max(-most, low - span * air), high: Math.min(most, high + span * air) }
}
