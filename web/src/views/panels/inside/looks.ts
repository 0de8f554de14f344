import { html, nothing } from 'lit'
import { featureName, neuronName } from '../../../network/names.ts'
import { weightsInto } from '../../../network/parameters.ts'
import { setView } from '../../parts/buttons.ts'
import { scaleBar } from '../../parts/scale-bar/scale-bar.ts'
import { signedBar } from '../../parts/signed-bar.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { divergingTable, scaleOf, strengths } from '../../plot/colour.ts'
import type { Palette } from '../../plot/palette.ts'
import { type InsideContext, nameOf, text } from './context.ts'

/** What the neurons of the first layer look at: their weights, as pictures where inputs are pixels, else as bars. */

const mostBars = 6
const mostCards = 12
const mostImages = 64

export function looksTemplate(context: InsideContext) {
  const { data } = context
  const about = data.imageSide ? 'looksImage' : data.inputScale ? 'looksBars' : 'looksBarsRaw'
  return html`
    <h2>${text('looks', { layer: nameOf(context, 0) })}</h2>
    <p>${text(about)}</p>
    ${data.imageSide ? imagesTemplate(context) : cardsTemplate(context)}`
}

function imagesTemplate({ session, frame, write }: InsideContext) {
  const [layer] = frame.layers
  const { low, high } = scaleOf([-Infinity, Infinity], layer.weights)
  const count = Math.min(mostImages, layer.units)
  return html`
    <ul class="inside-images">${Array.from({ length: count }, (_, unit) => {
      const weights = weightsInto(layer, unit)
      const name = neuronName(session, 0, unit)
      const words = { name, low: write(Math.min(...weights)), high: write(Math.max(...weights)) }
      return html`<li><button type="button" aria-label=${text('weightsOf', words)} title=${name}
        aria-pressed=${isSelected(session, unit)} @click=${() => setView(session, { selected: { layer: 0, unit } })}><canvas
        data-unit=${unit} aria-hidden="true"></canvas><span aria-hidden="true">${unit + 1}</span></button></li>`
    })}</ul>
    ${layer.units > count ? html`<p class="hint">${text('rest_other', { count: layer.units - count })}</p>` : nothing}
    ${scaleBar(write(low), write(high), 'map', text('weight'))}`
}

const isSelected = ({ state }: InsideContext['session'], unit: number) => {
  const { selected } = state.view
  return selected?.layer === 0 && selected.unit === unit
}

/** All pictures share one scale, so that a pale one is a neuron with small weights. */
export function paintImages(view: HTMLElement, { data, frame }: InsideContext, palette: Palette) {
  const [layer] = frame.layers
  if (layer.inputs !== data.imageSide ** 2) return
  const rgb = (name: 'negative' | 'card' | 'positive') => palette.rgb(name)
  const table = divergingTable(rgb('negative'), rgb('card'), rgb('positive'), strengths.map)
  const scale = scaleOf([-Infinity, Infinity], layer.weights)
  for (const canvas of view.querySelectorAll<HTMLCanvasElement>('.inside-images canvas'))
    new Bitmap(canvas).paint(weightsInto(layer, Number(canvas.dataset.unit)), data.imageSide, table, scale)
}

function cardsTemplate({ session, data, frame, write }: InsideContext) {
  const [layer] = frame.layers
  const count = Math.min(mostCards, layer.units)
  const { high: most } = scaleOf([-Infinity, Infinity], layer.weights)
  return html`
    <div class="inside-cards">${Array.from({ length: count }, (_, unit) => {
      const weights = weightsInto(layer, unit)
      const order = [...weights.keys()].sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]))
      const name = neuronName(session, 0, unit)
      return html`
        <table class="numbers inside-card">
          <caption><button type="button" class="neuron-button" aria-label=${text('select', { name })}
            @click=${() => setView(session, { selected: { layer: 0, unit } })}>${name}</button></caption>
          <thead class="spoken"><tr><th scope="col">${text('input')}</th><td></td><th scope="col">${text('weight')}</th></tr></thead>
          <tbody>${order.slice(0, mostBars).map(
            (input) => html`
            <tr><th scope="row">${featureName(data, input)}</th>${signedBar(weights[input], most)}<td>${write(weights[input])}</td></tr>`,
          )}</tbody>
        </table>`
    })}</div>
    ${layer.units > count ? html`<p class="hint">${text('rest_other', { count: layer.units - count })}</p>` : nothing}`
}
