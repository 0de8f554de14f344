import { html, nothing } from 'lit'
import type { Pointed } from '../../../network/pointed.ts'
import { pager } from '../../parts/pager.ts'
import { type LayerContext, pageLength, text } from './context.ts'
import { lightOf, type MatrixName } from './matrix-light.ts'

/** A matrix in brackets, as a table with its shape beneath. Rows beyond a page are folded away. */

export interface Matrix {
  name: MatrixName
  /** The class that colours it. */
  kind: string
  label: string
  rows: number
  columnHeads: string[]
  /** The class that colours its column heads. */
  headKind?: string
  shape: { rows: number; columns: number }
  rowHead: (row: number) => { short: string; full: string }
  cell: (row: number, column: number) => unknown
  at: (row: number, column: number) => Pointed
  /** Its cells are dials. */
  isTurned?: boolean
  note?: string
}

export function matrixTemplate(context: LayerContext, matrix: Matrix) {
  const { name, kind, label, rows, columnHeads, headKind = kind, shape, note } = matrix
  const first = firstOf(context, matrix)
  const shown = Array.from({ length: Math.min(pageLength, rows - first) }, (_, i) => first + i)
  return html`
    <div class="matrix ${kind}">
      <div class="table-box">
        <table class="cells" data-matrix=${name}>
          <caption><b>[${name}]</b> <small>${label}</small></caption>
          <thead><tr><td></td>${columnHeads.map((head) => html`<th scope="col" class=${headKind}>${head}</th>`)}</tr></thead>
          <tbody>${shown.map((row) => rowTemplate(context, matrix, row, row === first))}</tbody>
        </table>
      </div>
      <p class="shape">${text('shape', shape)}${note ? html` <small>${note}</small>` : nothing}</p>
      ${rows > pageLength ? turner(context, matrix, first) : nothing}
    </div>`
}

function rowTemplate(
  { session: { pointed }, layer }: LayerContext,
  { name, columnHeads, rowHead, cell, at, isTurned }: Matrix,
  row: number,
  isFirst: boolean,
) {
  const { short, full } = rowHead(row)
  return html`
    <tr><th scope="row" title=${full}>${short}</th>${columnHeads.map((_, column) => {
      const stands = at(row, column)
      const [index, key] =
        'unit' in stands ? [stands.unit, 'unit'] : ['bias' in stands ? 'bias' : stands.column, 'column']
      return html`<td class=${lightOf(pointed, layer, name, row, column)} data-layer=${stands.layer}
        data-unit=${key === 'unit' ? index : nothing} data-row=${'row' in stands ? stands.row : nothing}
        data-column=${key === 'column' ? index : nothing} data-sample=${key === 'unit' ? column : nothing}
        tabindex=${isTurned ? nothing : isFirst && column === 0 ? '0' : '-1'}>${cell(row, column)}</td>`
    })}</tr>`
}

/** The first row of the page, which follows what is pointed at elsewhere. */
function firstOf({ session: { pointed }, layer, pages }: LayerContext, { name, rows }: Matrix) {
  if (rows <= pageLength) return 0
  const row = pointed && name === 'X' ? sourceOf(pointed, layer) : pointed ? targetOf(pointed, layer) : -1
  if (row >= 0 && row < rows) pages.set(name, Math.floor(row / pageLength) * pageLength)
  const first = pages.get(name) ?? 0
  return first < rows ? first : 0
}

const sourceOf = (pointed: Pointed, layer: number) =>
  'column' in pointed
    ? pointed.layer === layer
      ? pointed.column
      : -1
    : 'unit' in pointed && pointed.layer === layer - 1
      ? pointed.unit
      : -1

const targetOf = (pointed: Pointed, layer: number) =>
  pointed.layer !== layer ? -1 : 'unit' in pointed ? pointed.unit : pointed.row

const turner = ({ pages, redraw }: LayerContext, { name, rows: count }: Matrix, first: number) =>
  pager(
    { first, count, length: pageLength },
    {
      earlier: text('earlier', { name }),
      later: text('later', { name }),
    },
    (to) => {
      pages.set(name, to)
      redraw()
    },
  )
