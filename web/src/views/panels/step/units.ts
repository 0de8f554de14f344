import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { unitsOf } from '../../../quantities/network.ts'
import { setView } from '../../parts/buttons.ts'
import { isUnfolded } from '../../parts/control.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { menu } from '../../parts/tables/tools.ts'
import { choose, headCell, indicesOf, pageOf, type StepContext, tableBox, text, turner } from './context.ts'
import { isKnown, type Known } from './known.ts'

/**
 * Tables of a layer's units: for the row that is followed and in the mean, and folded away for every row of the batch.
 */

/** A quantity of each unit: of the row that is followed, or its mean. */
interface Column {
  name: Known
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

export function unitTable(context: StepContext, layer: number, columns: Column[]) {
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
        <tbody>${indicesOf(page).map((unit) => unitRow(context, { layer, unit }, columns))}</tbody>`,
      )}
      ${turner(context, page, caption)}
    </div>`
}

/** A unit's row; what is not known yet at the moment is not seen. */
function unitRow(context: StepContext, at: Neuron, columns: Column[]) {
  const { session, numbers, sample, moment } = context
  const value = ({ name, isMean }: Column) => valueAt(numbers, name, { ...at, row: isMean ? undefined : sample })
  const { layer, unit } = at
  const isDiscussed = discussedIn(context)?.unit === unit
  const press = () => {
    setView(session, { selected: at })
    context.open(at)
  }
  const kindOf = ({ name, kind = '' }: Column) => `${kind} ${isKnown(moment.beat, name, unit) ? '' : 'to-come'}`
  return html`
    <tr ${standsFor(session.pointed, at)} aria-current=${moment.beat.unit === unit ? 'true' : nothing}>
      <th scope="row" class="own word ${layerClass(layer, layersOf(context))}"
        ><button type="button" class="name-button" aria-pressed=${String(isDiscussed)} @click=${press}
        >${neuronName(session, layer, unit)}</button></th>
      ${columns.map((column) => html`<td class=${kindOf(column)}>${numbers.write(value(column))}</td>`)}
    </tr>`
}

/** The neuron of the layer at hand whose working is shown: that of the beat, else the chosen one, else the first. */
export function discussedIn({ session, moment: { stop, beat } }: StepContext): Neuron | null {
  if (stop.kind !== 'forward' && stop.kind !== 'backward') return null
  const { selected } = session.state.view
  const chosen = selected?.layer === stop.layer ? selected.unit : 0
  return { layer: stop.layer, unit: beat.unit >= 0 ? beat.unit : chosen }
}

/**
 * Rows of the batch x units, drawn only once it is unfolded.
 * @param quantities to choose from
 */
export function everyRow(context: StepContext, layer: number, quantities: Known[]) {
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

function rowsTable(context: StepContext, layer: number, quantities: Known[]) {
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
          ${indicesOf(across).map((unit) => html`<td class=${isKnown(context.moment.beat, name, unit) ? '' : 'to-come'}>${numbers.write(valueAt(numbers, name, { layer, unit, row: sample }))}</td>`)}
        </tr>`,
      )}</tbody>`,
    )}`
}
