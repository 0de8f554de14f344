import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { setView } from '../../parts/buttons.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { scrolls } from '../../parts/tables/scrolls.ts'
import { marked } from '../../parts/term/marked.ts'
import { ofUnits } from '../../plot/wires.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Of a longer layer the beginning is shown: the Layer panel has all. */
const most = 12

/** Z and activation of every neuron, layer beside layer. */
export const unitsTemplate = (session: SessionLike, numbers: Numbers | null) =>
  numbers
    ? html`
  <h2>${marked(text('units'))}</h2>
  <div class="unit-tables">${numbers.network.layers.map((_, layer) => layerTemplate(session, numbers, layer))}</div>`
    : nothing

function layerTemplate(session: SessionLike, numbers: Numbers, layer: number) {
  const { length: layers } = numbers.network.layers
  const [Z, activation] = (['sum', 'activation'] as const).map((name) => ofUnits(numbers, name, layer, 0))
  const name = layerName(layer, layers)
  const open = async (unit: number) => {
    setView(session, { selected: { layer, unit }, tab: 'neuron' })
  }
  return html`
    <div class="table-box ${layerClass(layer, layers)}" ${scrolls(text('unitsOf', { name }))}>
      <table class="numbers">
        <caption class="own">${name}</caption>
        <thead><tr><th scope="col">${text('neuron')}</th><th scope="col">Z</th><th scope="col">${text('activation')}</th></tr></thead>
        <tbody>${Z.slice(0, most).map(
          (z, unit) => html`
          <tr><th scope="row"><button type="button" class="neuron-button" @click=${() => open(unit)}
            >${neuronName(session, layer, unit)}</button></th><td>${numbers.write(z)}</td><td>${numbers.write(activation[unit])}</td></tr>`,
        )}</tbody>
      </table>
      ${Z.length > most ? html`<p class="hint">${text('moreUnits', { count: Z.length - most })}</p>` : nothing}
    </div>`
}
