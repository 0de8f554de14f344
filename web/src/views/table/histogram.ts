import { html, svg } from 'lit'
import type { ReadColumn } from '../../data/reading/reading.ts'
import { isUsable } from '../../data/reading/suggest.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

/** The values of a column, drawn small: how many there are of each, or in each of some equal steps. */

const text = texts(sentences)

const most = 16
const [width, height] = [96, 32]

/** How often each level is there, or how many values lie in each step from the lowest to the highest. */
export function barsOf({ kind, values, levels, isConstant }: ReadColumn): number[] {
  if (kind === 'category') return levels.map((_, level) => values.filter((value) => value === level).length)
  const [low, high] = rangeOf(values)
  if (!(low <= high)) return []
  const steps = isConstant ? 1 : most
  const bars: number[] = Array(steps).fill(0)
  for (const value of values)
    if (!Number.isNaN(value))
      bars[Math.min(steps - 1, Math.floor((value / (high - low) - low / (high - low)) * steps) || 0)]++
  return bars
}

export function rangeOf(values: Float64Array): [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return [low, high]
}

/** The drawing, and what it says in words. */
export function histogram(column: ReadColumn) {
  if (!isUsable(column)) return html`<span class="hint">${text('cannot')}</span>`
  const bars = barsOf(column)
  const highest = Math.max(...bars)
  const step = width / Math.max(bars.length, 4)
  return html`
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${bars.map((count, i) => {
      const size = count ? Math.max(1.5, (count / highest) * (height - 2)) : 0
      return svg`<rect x=${i * step + 0.5} y=${height - size} width=${step - 1} height=${size} />`
    })}<line x1="0" x2=${width} y1=${height} y2=${height} /></svg>
    <span class="hint">${said(column)}</span>`
}

function said({ kind, values, levels }: ReadColumn) {
  if (kind === 'category') return text('levels_other', { count: levels.length })
  const [low, high] = rangeOf(values)
  return kind === 'number' && low <= high
    ? text('range', { low: formatNumber(low), high: formatNumber(high) })
    : text('cannot')
}
