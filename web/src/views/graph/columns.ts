import { html, nothing } from 'lit'
import { isMuted } from '../../network/held.ts'
import { layerName, neuronName } from '../../network/names.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { activations } from '../../text/options/activations.ts'
import { text } from '../../text/text.ts'
import { setView, signButton } from '../parts/buttons.ts'
import { valueIn } from '../parts/control.ts'
import { optionList } from '../parts/fields/options.ts'
import { layerClass } from '../parts/layer-class.ts'
import { enterPane } from '../parts/page-events.ts'
import { styleMap } from '../parts/style-map.ts'
import { type Layout, nextPage, type PlacedColumn } from './layout.ts'

/** The network as buttons and menus, one group per layer: structure only, the numbers are written in by Neurons. */

/** All columns with the buttons that add a layer between them. */
export function columnsTemplate(
  session: SessionLike,
  layout: Layout,
  hasTile: (layer: number) => boolean,
  turnPage: (layer: number, first: number) => void,
) {
  const { columns } = layout
  return columns.map(
    (column, i) => html`
    ${columnTemplate(session, layout, column, hasTile(column.layer), turnPage)}
    ${layout.hasControls && i + 1 < columns.length ? addLayerTemplate(session, layout, i) : nothing}`,
  )
}

function columnTemplate(
  session: SessionLike,
  layout: Layout,
  column: PlacedColumn,
  hasTile: boolean,
  turnPage: (layer: number, first: number) => void,
) {
  const { layers } = session.state.network
  const { layer, units } = column
  const label = text('graph.layerAbout_other', { name: layerName(layer, layers.length), count: units })
  const size = hasTile ? { width: layout.tile, height: layout.tile } : layout.pill
  return html`
    <div role="group" class="column ${layerClass(layer, layers.length)}" aria-label=${label}>
      ${headerTemplate(session, layout, column)}
      ${
        column.isImage
          ? imageTemplate(column)
          : html`
        <ul class="neurons">${column.places.map(
          ({ unit, x, y }) => html`
          <li>
            <button type="button" tabindex="-1" aria-describedby="lens neuron-help" aria-keyshortcuts="W"
              class="neuron ${hasTile ? 'has-map' : ''} ${isMuted(session, { layer, unit }) ? 'muted' : ''}"
              data-layer=${layer} data-unit=${unit} style=${styleMap(boxAround(x, y, size))}
              >${neuronTemplate(session, layer, unit, hasTile)}</button>
          </li>`,
        )}</ul>`
      }
      ${column.footer ? footerTemplate(column, layout.isClose, turnPage) : nothing}
    </div>`
}

/** Name first, then value: so it is read out. */
function neuronTemplate(session: SessionLike, layer: number, unit: number, hasTile: boolean) {
  const { data, state } = session
  const value = html`<span class="neuron-value"></span>`
  const body = hasTile
    ? html`<span class="neuron-body"><canvas aria-hidden="true"></canvas></span>${value}`
    : html`<span class="neuron-body">${value}</span>`
  const name = neuronName(session, layer, unit)
  const full = isMuted(session, { layer, unit }) ? text('graph.muted', { name }) : name
  const isOutput = layer === state.network.layers.length - 1
  if (layer >= 0 && !isOutput) return html`<span class="spoken">${full}: </span>${body}`
  const [label, note] = isOutput
    ? [data?.outputNames[unit], html`<small class="neuron-target"></small>`]
    : [inTwo(data?.featureNames[unit]), html`<small aria-hidden="true">${data?.featureUnits[unit]}</small>`]
  return html`<span class="spoken">${full}: </span>${body}
    <span class="neuron-name" title=${full}><span aria-hidden="true">${label}</span>${note}</span>`
}

/** What an input stands for of a column, on a line of its own: cut, it still tells it from the column's other inputs. */
const inTwo = (name = '') => name.replace(/ (= .*|is missing)$/, '\n$1')

function imageTemplate({ x, half, units, places }: PlacedColumn) {
  const y = (places[0].y + places[units - 1].y) / 2
  return html`<canvas class="image-input" role="img" aria-label=${text('graph.image', { count: units })}
    style=${styleMap(boxAround(x, y, { width: 2 * half, height: 2 * half }))}></canvas>`
}

function headerTemplate(session: SessionLike, layout: Layout, { layer, units, x }: PlacedColumn) {
  const { layers } = session.state.network
  const name = layerName(layer, layers.length)
  const isHidden = layer >= 0 && layer < layers.length - 1
  const remove = signButton('×', text('graph.removeLayer', { name }), () =>
    session.run({ do: 'removeLayer', at: layer }),
  )
  const fewer = signButton(
    '−',
    text('graph.removeUnit', { name }),
    () => session.run({ do: 'removeUnit', layer }),
    units === 1,
  )
  const opens = text('graph.openLayer', { name })
  const shown = layout.hasShortTitles ? shortName(layer, layers.length) : name
  const more = signButton('+', text('graph.addUnit', { name }), () => session.run({ do: 'addUnit', layer }))
  return html`
    <div class="column-header" style=${styleMap({
      left: `${x}px`,
      width: `${Math.min(108, layout.spacing - 2)}px`,
      height: `${layout.header}px`,
    })}>
      <div class="column-title">
        <button type="button" class="open-layer" title=${opens} aria-label=${shown === name ? opens : `${shown}, ${opens}`} @click=${(event: MouseEvent) => openLayer(session, layer, event)}
          >${shown}</button>
        ${isHidden && layout.hasControls ? remove : nothing}
      </div>
      ${
        layout.hasControls
          ? html`
      <div class="column-units">${isHidden ? fewer : nothing}<span>${units}</span>${isHidden ? more : nothing}</div>
      ${layer < 0 ? nothing : activationTemplate(session, layer, name)}`
          : nothing
      }
    </div>`
}

/** What there is room for above columns that stand close together. */
const shortName = (layer: number, layers: number) =>
  layer < 0 ? text('graph.in') : layer === layers - 1 ? text('graph.out') : String(layer + 1)

/** Opens a layer in the pane, or the inputs; a second time, by keyboard, it leads there. */
function openLayer(session: SessionLike, layer: number, { detail, target }: MouseEvent) {
  const { selected, tab } = session.state.view
  const wanted = layer < 0 ? 'inputs' : 'layer'
  if (selected?.layer === layer && tab === wanted && detail === 0 && target) return enterPane(target)
  setView(session, { tab: wanted, ...(selected?.layer === layer ? {} : { selected: { layer, unit: 0 } }) })
}

function activationTemplate(session: SessionLike, layer: number, name: string) {
  const { activation } = session.state.network.layers[layer]
  const choose = (event: Event) =>
    session.run({
      do: 'set',
      changes: { [`network.layers.${layer}.activation`]: valueIn(event) },
    })
  return html`<select class="column-activation" aria-label=${text('graph.activation', { name })}
    @change=${choose}>${optionList(activations.choices(session.catalog.activations), activation)}</select>`
}

/** Between the titles of two columns, or beneath the controls where these stand too close. */
function addLayerTemplate(session: SessionLike, { columns, isClose, header }: Layout, at: number) {
  const left = `${(columns[at].x + columns[at + 1].x) / 2}px`
  const { length } = session.state.network.layers
  const label = text('graph.addLayer', { before: layerName(at - 1, length), after: layerName(at, length) })
  return html`<div class="add-layer" style=${styleMap({ left, ...(isClose ? { top: `${header - 28}px` } : {}) })}>
    ${signButton('+', label, () => session.run({ do: 'addLayer', at }))}</div>`
}

function footerTemplate(column: PlacedColumn, isClose: boolean, turnPage: (layer: number, first: number) => void) {
  const values = { first: column.first + 1, last: column.first + column.shown, count: column.units }
  return html`
    <button type="button" class="page" style=${styleMap({ left: `${column.x}px`, top: `${column.footer}px` })}
      aria-label=${text('graph.pageAbout', values)} title=${text('graph.pageAbout', values)}
      @click=${() => turnPage(column.layer, nextPage(column))}
      >${text(isClose ? 'pager.short' : 'pager.range', values)} <span aria-hidden="true">›</span></button>`
}

const boxAround = (x: number, y: number, { width, height }: { width: number; height: number }) => ({
  left: `${x - width / 2}px`,
  top: `${y - height / 2}px`,
  width: `${width}px`,
  height: `${height}px`,
})
