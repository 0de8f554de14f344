import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import { isAt, type Neuron } from '../../../network/pointed.ts'
import type { QuantityName } from '../../../quantities/at.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { unitsOf } from '../../../quantities/network.ts'
import { isUnfolded } from '../../parts/control.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { styleMap } from '../../parts/style-map.ts'
import { menu } from '../../parts/tables/tools.ts'
import {
  choose,
  headCell,
  indicesOf,
  neuronButton,
  pageOf,
  type StepContext,
  tableBox,
  text,
  turner,
} from './context.ts'

/**
 * Tables of a layer's units: for the row that is followed and in the mean, and folded away for every row of the batch.
 */

/** A quantity of each unit: of the row that is followed, or its mean. */
interface Column {
  name: QuantityName
  isMean?: boolean
  kind?: string
}

const unitsAPage = 40
const rowsAPage = 10
const unitsAcross = 16

const layersOf = (context: StepContext) => context.session.state.network.layers.length

/** The page of a layer's table that a unit is on. */
export const turnToUnit = (pages: Map<string, number>, { layer, unit }: Neuron) =>
  pages.set(`units ${layer}`, Math.floor(unit / unitsAPage) * unitsAPage)

/** @param workingOf how a unit came to its numbers: its row opens into that */
export function unitTable(
  context: StepContext,
  layer: number,
  columns: Column[],
  workingOf: (context: StepContext, at: Neuron) => unknown,
) {
  const caption = text('unitTable', { layer: layerName(layer, layersOf(context)) })
  const page = pageOf(context, `units ${layer}`, unitsOf(context.numbers.network, layer), unitsAPage)
  return html`
    <div>
      ${tableBox(
        caption,
        html`
        ${headCell(text('unit'), 'word')}${columns.map(({ name, isMean, kind }) =>
          headCell(isMean ? text('meanOfName', { name: quantityText(name) }) : quantityText(name), kind),
        )}`,
        html`
        <tbody>${indicesOf(page).map((unit) => unitRows(context, { layer, unit }, columns, workingOf))}</tbody>`,
      )}
      ${turner(context, page, caption)}
    </div>`
}

/** A unit's row; the chosen one's working beneath it. */
function unitRows(
  context: StepContext,
  at: Neuron,
  columns: Column[],
  workingOf: (context: StepContext, at: Neuron) => unknown,
) {
  const { session, numbers, sample } = context
  const { view } = session.state
  const value = ({ name, isMean }: Column) => valueAt(numbers, name, { ...at, row: isMean ? undefined : sample })
  const { layer, unit } = at
  const kind = layerClass(layer, layersOf(context))
  return html`
    <tr ${standsFor(session.pointed, at)}>
      <th scope="row" class="own word ${kind}"
        >${neuronButton(session, at, neuronName(session, layer, unit), 'step-working')}</th>
      ${columns.map((column) => html`<td class=${column.kind ?? nothing}>${numbers.write(value(column))}</td>`)}
    </tr>
    ${
      isAt(view.selected, at)
        ? html`
      <tr class="working ${kind}" id="step-working"><td colspan=${columns.length + 1}>
        <div style=${styleMap({ '--digits': String(view.digits) })}>${workingOf(context, at)}</div></td></tr>`
        : nothing
    }`
}

/**
 * Rows of the batch x units, drawn only once it is unfolded.
 * @param quantities to choose from
 */
export function everyRow(context: StepContext, layer: number, quantities: QuantityName[]) {
  if (context.next.rows.length === 1) return nothing
  const isOpen = context.chosen.get('everyRow') === 'open'
  const toggle = (event: Event) => {
    const open = isUnfolded(event)
    if (open !== isOpen) choose(context, 'everyRow', open ? 'open' : '')
  }
  return html`
    <details class="every-row" ?open=${isOpen} @toggle=${toggle}>
      <summary>${text('everyRow')}</summary>
      ${isOpen ? rowsTable(context, layer, quantities) : nothing}
    </details>`
}

function rowsTable(context: StepContext, layer: number, quantities: QuantityName[]) {
  const {
    session,
    next: { rows },
    numbers,
  } = context
  const name = quantities.find((each) => each === context.chosen.get('quantity')) ?? quantities[0]
  const across = pageOf(context, `across ${layer}`, unitsOf(numbers.network, layer), unitsAcross)
  const down = pageOf(context, 'down', rows.length, rowsAPage)
  const caption = text('everyRowOf', { name: quantityText(name) })
  const kind = layerClass(layer, layersOf(context))
  return html`
    <div class="pane-tools">
      ${
        quantities.length > 1
          ? menu(
              text('quantity'),
              name,
              quantities.map((each) => ({ name: each, label: quantityText(each) })),
              (to) => choose(context, 'quantity', to),
            )
          : nothing
      }
      ${turner(context, across, text('unitTable', { layer: layerName(layer, layersOf(context)) }))}
      ${turner(context, down, text('batchTable'))}
    </div>
    ${tableBox(
      caption,
      html`
      ${headCell(text('row'))}
      ${indicesOf(across).map(
        (unit) => html`
        <th scope="col" class="own ${kind}" data-layer=${layer} data-unit=${unit}
          >${neuronName(session, layer, unit)}</th>`,
      )}`,
      html`
      <tbody>${indicesOf(down).map(
        (sample) => html`
        <tr aria-current=${sample === context.sample ? 'true' : nothing}>
          <th scope="row">${rows[sample] + 1}</th>
          ${indicesOf(across).map((unit) => html`<td>${numbers.write(valueAt(numbers, name, { layer, unit, row: sample }))}</td>`)}
        </tr>`,
      )}</tbody>`,
    )}`
}
