import { html, nothing } from 'lit'
import { layerClass, layerName, neuronName } from '../graph-columns.js'
import { menu } from '../table-tools.js'
import { choose, headCell, pageOf, pager, placesOf, tableBox, text } from './step-look.js'

/**
 * Tables of a layer's units: for the row that is followed and in the mean, and folded away for every row of the batch.
 *
 * @import { Look } from './step-look.js'
 * @typedef {{ label: string, values: ArrayLike<number>, kind?: string }} Column one number a unit
 * @typedef {{ name: string, label: string, values: number[][] }} Quantity one row a sample, one number a unit
 */
const unitsAPage = 40
const rowsAPage = 10
const unitsAcross = 16

/** @param {Look} look */
const layersOf = (look) => look.session.state.network.layers.length

/** @param {Look} look @param {number} layer @param {Column[]} columns */
export function unitTable(look, layer, columns) {
  const { session, number } = look
  const caption = text('unitTable', { layer: layerName(layer, layersOf(look)) })
  const page = pageOf(look, `units ${layer}`, columns[0].values.length, unitsAPage)
  return html`
    <div>
      ${tableBox(caption, html`
        ${headCell(text('unit'), 'word')}${columns.map(({ label, kind }) => headCell(label, kind))}`, html`
        <tbody>${placesOf(page).map((unit) => html`
          <tr data-unit=${unit}>
            <th scope="row" class="own word ${layerClass(layer, layersOf(look))}"
              >${neuronName(session, layer, unit)}</th>
            ${columns.map(({ values, kind }) => html`<td class=${kind ?? nothing}>${number(values[unit])}</td>`)}
          </tr>`)}</tbody>`)}
      ${pager(look, page, caption)}
    </div>`
}

/**
 * Rows of the batch x units, drawn only once it is unfolded.
 * @param {Look} look
 * @param {number} layer
 * @param {Quantity[]} quantities to choose from
 */
export function everyRow(look, layer, quantities) {
  if (look.next.rows.length === 1) return nothing
  const isOpen = look.chosen.get('everyRow') === 'open'
  const toggle = (/** @type {Event} */ event) => {
    const { open } = /** @type {HTMLDetailsElement} */ (event.target)
    if (open !== isOpen) choose(look, 'everyRow', open ? 'open' : '')
  }
  return html`
    <details class="every-row" ?open=${isOpen} @toggle=${toggle}>
      <summary>${text('everyRow')}</summary>
      ${isOpen ? rowsTable(look, layer, quantities) : nothing}
    </details>`
}

/** @param {Look} look @param {number} layer @param {Quantity[]} quantities */
function rowsTable(look, layer, quantities) {
  const { session, next: { rows }, number } = look
  const { name, label, values } = quantities.find(({ name }) => name === look.chosen.get('quantity')) ?? quantities[0]
  const across = pageOf(look, `across ${layer}`, values[0].length, unitsAcross)
  const down = pageOf(look, 'down', rows.length, rowsAPage)
  const caption = text('everyRowOf', { name: label })
  const kind = layerClass(layer, layersOf(look))
  return html`
    <div class="pane-tools">
      ${quantities.length > 1
        ? menu(text('quantity'), name, quantities, (to) => choose(look, 'quantity', to)) : nothing}
      ${pager(look, across, text('unitTable', { layer: layerName(layer, layersOf(look)) }))}
      ${pager(look, down, text('batchTable'))}
    </div>
    ${tableBox(caption, html`
      ${headCell(text('row'))}
      ${placesOf(across).map((unit) => headCell(neuronName(session, layer, unit), `own ${kind}`))}`, html`
      <tbody>${placesOf(down).map((sample) => html`
        <tr aria-current=${sample === look.sample ? 'true' : nothing}>
          <th scope="row">${rows[sample] + 1}</th>
          ${placesOf(across).map((unit) => html`<td>${number(values[sample][unit])}</td>`)}
        </tr>`)}</tbody>`)}`
}
