import { html, nothing } from 'lit'
import { pager } from '../../parts/pager.js'
import { pageLength, text } from './context.js'
import { lightOf } from './matrix-light.js'

/**
 * A matrix in brackets, as a table with its shape beneath. Rows beyond a page are folded away.
 *
 * @import { Pointed } from '../../../types.d.ts'
 * @import { LayerContext } from './context.js'
 * @import { MatrixName } from './matrix-light.js'
 * @typedef {{
 *   name: MatrixName
 *   kind: string
 *   label: string
 *   rows: number
 *   columnHeads: string[]
 *   headKind?: string
 *   shape: { rows: number, columns: number }
 *   rowHead: (row: number) => { short: string, full: string }
 *   cell: (row: number, column: number) => unknown
 *   at: (row: number, column: number) => Pointed
 *   isTurned?: boolean
 *   note?: string
 * }} Matrix `kind`: the class that colours it; `headKind`: the class that
 * colours its column heads; `isTurned`: its cells are dials
 */

/** @param {LayerContext} context @param {Matrix} matrix */
export function matrixTemplate(context, matrix) {
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

/** @param {LayerContext} context @param {Matrix} matrix @param {number} row @param {boolean} isFirst */
function rowTemplate(
  { session: { pointed }, layer },
  { name, columnHeads, rowHead, cell, at, isTurned },
  row,
  isFirst,
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

/**
 * The first row of the page, which follows what is pointed at elsewhere.
 * @param {LayerContext} context
 * @param {Matrix} matrix
 */
function firstOf({ session: { pointed }, layer, pages }, { name, rows }) {
  if (rows <= pageLength) return 0
  const row = pointed && name === 'X' ? sourceOf(pointed, layer) : pointed ? targetOf(pointed, layer) : -1
  if (row >= 0 && row < rows) pages.set(name, Math.floor(row / pageLength) * pageLength)
  const first = pages.get(name) ?? 0
  return first < rows ? first : 0
}

/** @param {Pointed} pointed @param {number} layer */
const sourceOf = (pointed, layer) =>
  'column' in pointed
    ? pointed.layer === layer
      ? pointed.column
      : -1
    : 'unit' in pointed && pointed.layer === layer - 1
      ? pointed.unit
      : -1

/** @param {Pointed} pointed @param {number} layer */
const targetOf = (pointed, layer) => (pointed.layer !== layer ? -1 : 'unit' in pointed ? pointed.unit : pointed.row)

/** @param {LayerContext} context @param {Matrix} matrix @param {number} first */
const turner = ({ pages, redraw }, { name, rows: count }, first) =>
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
