import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { rowAt } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { formatCount } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
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
  return html`
    <div class="table-box" ${scrolls(label)}>
      <table class="numbers costs">
        <caption class="spoken">${label}</caption>
        <thead><tr><th scope="col">${text('row')}</th>${columns.map(({ head }) => head)}</tr></thead>
        <tbody>${shown.page.map((row) => rowTemplate(data, shown, columns, row))}</tbody>
      </table>
    </div>`
}

function rowTemplate(data: DataInfo, { set, outputs, row: open, choose }: Shown, columns: Column[], row: number) {
  const { length } = data.outputNames
  const answered = outputs.subarray(row * length, (row + 1) * length)
  const target = rowAt(data[set].Y, row)
  return html`
    <tr aria-current=${row === open ? 'true' : nothing} data-row=${row}>
      <th scope="row">${
        choose
          ? html`<button type="button" class="row-button"
        aria-label=${text(set === 'train' ? 'choose' : 'open', { row: row + 1 })} @click=${() => choose(row)}>${formatCount(row + 1)}</button>`
          : formatCount(row + 1)
      }</th>
      ${columns.map(({ cells }) => cells(row, answered, target))}
    </tr>`
}
