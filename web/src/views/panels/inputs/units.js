import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.js'
import { texts } from '../../../text/text.js'
import { setView } from '../../parts/buttons.js'
import { layerClass } from '../../parts/layer-class.js'
import { numberOf } from '../../parts/number.js'
import { scrolls } from '../../parts/tables/scrolls.js'
import { sentences } from './sentences.js'

/**
 * @import { LayerTrace, SessionLike } from '../../../types.d.ts'
 * @import { Answered } from './prediction.js'
 */

const text = texts(sentences)

/** Of a longer layer the beginning is shown: the Layer panel has all. */
const most = 12

/**
 * Z and activation of every neuron, layer beside layer.
 * @param {SessionLike} session
 * @param {Answered | null} answered
 */
export const unitsTemplate = (session, answered) =>
  answered
    ? html`
  <h2>${text('units')}</h2>
  <div class="unit-tables">${answered.layers.map((layer, l) => layerTemplate(session, layer, l, answered.layers.length))}</div>`
    : nothing

/** @param {SessionLike} session @param {LayerTrace} trace @param {number} layer @param {number} layers */
function layerTemplate(session, { Z: [Z], activation: [activation] }, layer, layers) {
  const write = numberOf(session)
  const name = layerName(layer, layers)
  const open = async (/** @type {number} */ unit) => {
    await setView(session, 'selected', { layer, unit })
    setView(session, 'tab', 'neuron')
  }
  return html`
    <div class="table-box ${layerClass(layer, layers)}" ${scrolls(text('unitsOf', { name }))}>
      <table class="numbers">
        <caption class="own">${name}</caption>
        <thead><tr><th scope="col">${text('neuron')}</th><th scope="col">Z</th><th scope="col">${text('activation')}</th></tr></thead>
        <tbody>${Z.slice(0, most).map(
          (z, unit) => html`
          <tr><th scope="row"><button type="button" class="neuron-button" @click=${() => open(unit)}
            >${neuronName(session, layer, unit)}</button></th><td>${write(z)}</td><td>${write(activation[unit])}</td></tr>`,
        )}</tbody>
      </table>
      ${Z.length > most ? html`<p class="hint">${text('moreUnits', { count: Z.length - most })}</p>` : nothing}
    </div>`
}
