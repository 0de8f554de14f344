import { html, svg } from 'lit'
import type { ReadColumn } from '../../data/reading/reading.ts'
import { isUsable } from '../../data/reading/suggest.ts'
import { formatNumber } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './sentences.ts'

/** The values of a column, drawn small: how many there are of each, or in each of some equal steps. */

const text = texts(sentences)

const [width, height] = [96, 32]

/** The drawing, and what it says in words. */
export function histogram(column: ReadColumn) {
  if (!isUsable(column)) return html`<span class="hint">${text('cannot')}</span>`
  const { bars } = column
  const highest = Math.max(...bars)
  const step = width / Math.max(bars.length, 4)
  return html`
    <svg viewBox="0 0 ${width} ${height}" aria-hidden="true">${bars.map((count, i) => {
      const size = count ? Math.max(1.5, (count / highest) * (height - 2)) : 0
      return svg`<rect x=${i * step + 0.5} y=${height - size} width=${step - 1} height=${size} />`
    })}<line x1="0" x2=${width} y1=${height} y2=${height} /></svg>
    <span class="hint">${said(column)}</span>`
}

function said({ kind, levels, low, high }: ReadColumn) {
  if (kind === 'category') return text('levels_other', { count: levels.length })
  return low <= high ? text('range', { low: formatNumber(low, 3), high: formatNumber(high, 3) }) : text('cannot')
}
