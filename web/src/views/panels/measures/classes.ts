import { html, nothing } from 'lit'
import { formatCount, formatNumber } from '../../../text/numbers.ts'
import { presses } from '../../parts/buttons.ts'
import { valueIn } from '../../parts/control.ts'
import { firstOf, pager } from '../../parts/pager.ts'
import { styleMap } from '../../parts/style-map.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { marked } from '../../parts/term/marked.ts'
import { type MeasuresContext, setName, share, text } from './context.ts'
import type { ClassNumbers } from './numbers.ts'
import { showRow } from './show-row.ts'

/** What is taken for what, the rows of a cell, and how well each class is told from the others. */

const pageLength = 24
const usual = 0.5

export function matrixTemplate(context: MeasuresContext, { confusion }: ClassNumbers) {
  const { data, chosen, choose } = context
  const caption = `${setName(chosen.set)}: ${text('matrix')}`
  return html`
    <h2>${text('matrixTitle')}</h2>
    ${data.task === 'binary' ? thresholdTemplate(context) : nothing}
    <p class="hint">${caption}</p>
    <div class="table-box" ${scrolls(caption)}>
      <table class="numbers measures-matrix">
        <caption class="spoken">${caption}</caption>
        <thead><tr><td></td>${data.classes.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${confusion.map((row, actual) => {
          const total = row.reduce((a, b) => a + b, 0)
          return html`<tr><th scope="row">${data.classes[actual]}</th>${row.map((count, predicted) => {
            const isOpen = chosen.cell?.actual === actual && chosen.cell.predicted === predicted
            const [actualName, predictedName] = [data.classes[actual], data.classes[predicted]]
            const label = text('cell', { actual: actualName, predicted: predictedName, count: formatCount(count) })
            return html`<td class=${count === 0 ? 'none' : actual === predicted ? 'right' : 'wrong'}
              style=${styleMap({ '--share': String(total ? count / total : 0) })}><button type="button"
              aria-label=${label} aria-pressed=${isOpen}
              @click=${() => choose({ cell: isOpen ? null : { actual, predicted }, first: 0 })}>${formatCount(count)}</button></td>`
          })}</tr>`
        })}</tbody>
      </table>
    </div>`
}

function thresholdTemplate({ data, chosen, choose }: MeasuresContext) {
  const about = text('thresholdAbout', { name: data.classes[1] })
  return html`
    <div class="measures-threshold">
      <label title=${about}>${text('threshold')}
        <input type="range" min="0" max="1" step="0.01" .value=${String(chosen.threshold)}
          aria-valuetext=${formatNumber(chosen.threshold, 2)}
          @input=${(event: Event) => choose({ threshold: Number(valueIn(event)), first: 0 })}></label>
      <output>${formatNumber(chosen.threshold, 2)}</output>
      <button type="button" class="quiet"
        ${presses(() => choose({ threshold: usual, first: 0 }), chosen.threshold === usual)}>${text('thresholdUsual')}</button>
    </div>`
}

/** What the threshold does, in words. */
export function thresholdMeaning({ data, chosen }: MeasuresContext, { rates }: ClassNumbers) {
  if (!rates) return nothing
  const words = {
    threshold: formatNumber(chosen.threshold, 2),
    name: data.classes[1],
    found: share(rates.truePositive),
    wrong: share(rates.falsePositive),
  }
  return html`<p>${text('thresholdMeaning', words)}</p>`
}

/** The rows of the chosen cell. */
export function cellTemplate(context: MeasuresContext, { actual, predicted }: ClassNumbers) {
  const { data, chosen, choose } = context
  if (!chosen.cell) return html`<p class="hint">${text('chooseCell')}</p>`
  const { cell } = chosen
  const rows = [...actual.keys()].filter((row) => actual[row] === cell.actual && predicted[row] === cell.predicted)
  const words = {
    actual: data.classes[cell.actual],
    predicted: data.classes[cell.predicted],
    count: formatCount(rows.length),
    set: setName(chosen.set),
  }
  const first = firstOf({ first: chosen.first, count: rows.length, length: pageLength })
  const page = { first, count: rows.length, length: pageLength }
  return html`
    <div class="measures-cell">
      <h3>${text('cellTitle', words)}</h3>
      ${rows.length ? html`<p class="hint">${text('shows')}</p>` : html`<p>${text('cellNone')}</p>`}
      <ul class="measures-rows">${rows.slice(first, first + pageLength).map((row) => rowButton(context, row))}</ul>
      ${
        rows.length > pageLength
          ? pager(page, { earlier: text('previous'), later: text('next') }, (to) => choose({ first: to }))
          : nothing
      }
    </div>`
}

function rowButton({ session, data, chosen: { set } }: MeasuresContext, row: number) {
  const image = data.imageSide ? html`<canvas class="row-image" data-row=${row} aria-hidden="true"></canvas>` : nothing
  const { own, row: shown } = session.state.view
  return html`
    <li aria-current=${set === 'train' && !own && shown === row ? 'true' : nothing}><button type="button"
      class="row-button" aria-label=${text('showRow', { row: row + 1, set: setName(set) })}
      @click=${() => showRow(session, set, row)}>${image}${formatCount(row + 1)}</button></li>`
}

export function scoresTemplate({ data, chosen }: MeasuresContext, { scores }: ClassNumbers) {
  const caption = `${text('perClass')}: ${setName(chosen.set)}`
  return html`
    <div class="table-box" ${scrolls(caption)}>
      <table class="numbers measures-scores">
        <caption>${caption}</caption>
        <thead><tr><th scope="col">${text('className')}</th><th scope="col">${marked(text('precision'))}</th>
          <th scope="col">${marked(text('recall'))}</th><th scope="col">${marked(text('f1'))}</th>
          <th scope="col">${text('rows')}</th><th scope="col" class="spare">${text('taken')}</th></tr></thead>
        <tbody>${scores.map(
          ({ precision, recall, f1, rows, taken }, k) => html`
          <tr><th scope="row">${data.classes[k]}</th><td>${share(precision)}</td><td>${share(recall)}</td>
            <td>${share(f1)}</td><td>${formatCount(rows)}</td><td class="spare">${formatCount(taken)}</td></tr>`,
        )}</tbody>
      </table>
    </div>`
}
