import { html } from 'lit'
import type { CostCurves } from '../../run/cost-history.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { sentences } from './chart-sentences.ts'

const text = texts(sentences)

const costs = ['cost', 'testCost'] as const
const moments = 12

/** The history as a table of a dozen moments, for those who do not see the chart. */
export function tableTemplate(history: CostCurves, hasClasses: boolean) {
  const last = history.step.length - 1
  const indices = [...new Set(Array.from({ length: moments }, (_, i) => Math.round((i / (moments - 1)) * last)))]
  const shares: ('accuracy' | 'testAccuracy')[] = hasClasses ? ['accuracy', 'testAccuracy'] : []
  return html`
    <table class="numbers">
      <caption class="spoken">${text('label')}</caption>
      <thead><tr>
        <th scope="col">${text('step')}</th>
        ${[...costs, ...shares].map((name) => html`<th scope="col">${text(name)}</th>`)}
      </tr></thead>
      <tbody>${indices
        .filter((i) => i >= 0)
        .map(
          (i) => html`
        <tr>
          <th scope="row">${formatCount(history.step[i])}</th>
          ${costs.map((name) => html`<td>${formatNumber(history[name][i])}</td>`)}
          ${shares.map((name) => html`<td>${formatShare(history[name][i])}</td>`)}
        </tr>`,
        )}</tbody>
    </table>`
}
