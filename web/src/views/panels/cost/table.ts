import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { rowAt } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { numberOf } from '../../parts/number.ts'
import { chooseRow } from '../../parts/row/choose-row.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { sentences as setNames } from '../../parts/tables/sentences.ts'
import { type Column, columnsOf, type Shown } from './columns.ts'
import { sentences } from './sentences.ts'

/** The rows of the data with their cost, as a table. */

const text = texts(sentences)
const setName = texts(setNames)

export function tableTemplate(session: SessionLike, data: DataInfo, shown: Shown) {
  const columns = columnsOf(session, data, shown)
  const label = text('caption', { set: setName(shown.set) })
  const rows = data[shown.set].X.shape[0]
  const costAt = columns.findIndex(({ isCost }) => isCost)
  const { frame } = session
  return html`
    <div class="table-box" ${scrolls(label)}>
      <table class="numbers costs">
        <caption class="spoken">${label}</caption>
        <thead>
          ${
            columns.some(({ over }) => over !== undefined)
              ? html`<tr><td></td>${columns.map(overTemplate)}</tr>`
              : nothing
          }
          <tr><th scope="col">${text('row')}</th>${columns.map(({ head }) => head)}</tr>
        </thead>
        <tbody>${shown.page.map((row) => rowTemplate(session, data, shown, columns, row))}</tbody>
        <tfoot><tr>
          <th scope="row" colspan=${costAt + 1}>${text('mean_other', { count: rows })}</th>
          <td data-value="mean">${numberOf(session)((shown.set === 'train' ? frame?.cost : frame?.testCost) ?? NaN)}</td>
          ${columns.length > costAt + 1 ? html`<td colspan=${columns.length - costAt - 1}></td>` : nothing}
        </tr></tfoot>
      </table>
    </div>`
}

function rowTemplate(session: SessionLike, data: DataInfo, { set, outputs }: Shown, columns: Column[], row: number) {
  const { length } = data.outputNames
  const { own, row: shownRow } = session.state.view
  const answered = outputs.subarray(row * length, (row + 1) * length)
  const target = rowAt(data[set].Y, row)
  return html`
    <tr aria-current=${set === 'train' && !own && row === shownRow ? 'true' : nothing} data-row=${row}>
      <th scope="row">${
        set === 'train'
          ? html`<button type="button" class="row-button"
        aria-label=${text('choose', { row: row + 1 })} @click=${() => chooseRow(session, row)}>${row + 1}</button>`
          : row + 1
      }</th>
      ${columns.map(({ cells }) => cells(row, answered, target))}
    </tr>`
}

/** The output that a group of columns belongs to. */
function overTemplate({ over, span = 1 }: Column) {
  if (over === undefined) return span ? html`<td></td>` : nothing
  return html`<th scope="colgroup" colspan=${span} class="of-output">${over}</th>`
}
