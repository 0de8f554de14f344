import { html, nothing } from 'lit'
import type { SetName } from '../../../network/rows.ts'
import { formatCount } from '../../../text/numbers.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { marked } from '../../parts/term/marked.ts'
import { type MeasuresContext, setName, share, text, unitOf } from './context.ts'
import type { AmountNumbers } from './numbers.ts'
import { residualPlot } from './plots.ts'
import { showRow } from './show-row.ts'

/** How far amounts are off, in the unit of the data. */

const mostWorst = 10

/** What the numbers of a set mean. */
export function amountsMeaning(context: MeasuresContext, found: Partial<Record<SetName, AmountNumbers>>) {
  const { data, chosen } = context
  const numbers = found[chosen.set]
  if (!numbers) return nothing
  const { r2 } = numbers.fit
  const amount = amountOf(context)
  const words = {
    set: setName(chosen.set),
    target: data.outputNames[chosen.output],
    error: amount(numbers.fit.meanAbsolute),
  }
  const fit = Number.isNaN(r2)
    ? text('amountsFlat')
    : r2 < 0
      ? text('amountsWorse')
      : text('amountsR2', { share: share(r2) })
  return html`
    <p>${text('amountsMeaning', words)} ${marked(fit)}</p>
    ${
      found.train && found.test
        ? html`<p>${text('amountsTest', {
            test: amount(found.test.fit.meanAbsolute),
            train: amount(found.train.fit.meanAbsolute),
          })}</p>`
        : nothing
    }`
}

/** A size with its unit. */
const amountOf = (context: MeasuresContext) => (value: number) => {
  const unit = unitOf(context)
  return unit ? `${context.write(value)} ${unit}` : context.write(value)
}

export function residualTemplate(context: MeasuresContext, found: Partial<Record<SetName, AmountNumbers>>) {
  const { chosen } = context
  const amount = amountOf(context)
  const mean = found[chosen.set]?.fit.meanResidual ?? NaN
  const label = text('residualLabel', {
    train: amount(found.train?.fit.meanAbsolute ?? NaN),
    test: amount(found.test?.fit.meanAbsolute ?? NaN),
  })
  return html`
    <h2>${marked(text('residualTitle'))}</h2>
    ${residualPlot(context, found, label)}
    <p class="hint">${text('legend', { train: setName('train'), test: setName('test') })}</p>
    <p>${text('residualMeaning')}
      ${Number.isNaN(mean) ? nothing : text(mean > 0 ? 'residualLow' : 'residualHigh', { size: amount(Math.abs(mean)) })}</p>`
}

export function worstTemplate(context: MeasuresContext, { actual, predicted, residuals }: AmountNumbers) {
  const { session, measures, chosen, write } = context
  const caption = text('worst', { set: setName(chosen.set) })
  const unit = unitOf(context) && ` (${unitOf(context)})`
  const { own, row: shown } = session.state.view
  return html`
    <h2>${text('worstTitle')}</h2>
    <div class="table-box" ${scrolls(caption)}>
      <table class="numbers measures-worst">
        <caption>${caption}. ${text('shows')}</caption>
        <thead><tr><th scope="col">${text('row')}</th><th scope="col">${text('actual')}${unit}</th>
          <th scope="col">${text('predicted')}${unit}</th><th scope="col">${text('residual')}${unit}</th></tr></thead>
        <tbody>${measures.worst(residuals, mostWorst).map(
          (row) => html`
          <tr aria-current=${chosen.set === 'train' && !own && shown === row ? 'true' : nothing}><th scope="row"><button
            type="button" class="row-button" aria-label=${text('showRow', { row: row + 1, set: setName(chosen.set) })}
            @click=${() => showRow(session, chosen.set, row)}>${formatCount(row + 1)}</button></th>
            <td>${write(actual[row])}</td><td>${write(predicted[row])}</td><td>${write(residuals[row])}</td></tr>`,
        )}</tbody>
      </table>
    </div>`
}
