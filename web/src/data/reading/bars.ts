import type { ReadColumn } from './reading.ts'

/** The values of a column as a small histogram: how many there are of each level, or in each of some equal steps. */

const most = 16

type Bars = Pick<ReadColumn, 'bars' | 'low' | 'high'>

/** @param levels how many there are; none of numbers */
export function barsOf(values: Float64Array, levels: number): Bars {
  let [low, high] = [Infinity, -Infinity]
  for (let r = 0; r < values.length; r++) {
    const value = values[r]
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return { bars: [], low: NaN, high: NaN }
  const steps = levels || (low === high ? 1 : most)
  const bars: number[] = Array(steps).fill(0)
  const step = levels ? 1 : high / steps - low / steps || 1 // high - low may be too large for a number
  const from = levels ? 0 : low
  for (let r = 0; r < values.length; r++)
    if (!Number.isNaN(values[r])) bars[Math.min(steps - 1, Math.max(0, Math.floor(values[r] / step - from / step)))]++
  return { bars, low, high }
}
