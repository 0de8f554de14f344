import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.js'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.js'
import { parameterName } from '../../../network/parameters.js'
import { isPointed } from '../../../network/pointed.js'
import { capital } from '../../../text/text.js'
import { layerClass } from '../../parts/layer-class.js'
import { columnOf, headCell, neuronButton, pageOf, placesOf, tableBox, text, turner } from './context.js'
import { activationName, theLayer } from './forward.js'
import { everyRow, unitTable } from './units.js'
import { backwardWorking } from './working.js'

/**
 * The third phase: the error runs back, and with it the gradients are found.
 *
 * @import { Parameter } from '../../../types.d.ts'
 * @import { Look } from './context.js'
 * @import { Content } from './forward.js'
 */
const gradientsAPage = 20

/** @param {Look} look @param {number} layer @returns {Content} */
export function backwardContent(look, layer) {
  const {
    session: {
      state: {
        network: { layers },
      },
    },
    next: { rows, trace },
    sample,
  } = look
  const { delta, biasGradient } = trace.layers[layer]
  const name = layerName(layer, layers.length)
  const isLast = layer === layers.length - 1
  const mean = { label: text('meanDelta'), values: biasGradient, kind: 'delta' }
  return {
    title: text('backwardTitle', { layer: name }),
    sentence: text(isLast ? 'backwardFirst' : 'backwardLater', {
      layer: name,
      Layer: capital(name),
      after: theLayer(layer + 1, layers.length),
      activation: activationName(look, layer),
    }),
    body: html`
      <div class="step-pair">
        ${unitTable(
          look,
          layer,
          [{ label: text('delta'), values: delta[sample], kind: 'delta' }, ...(rows.length > 1 ? [mean] : [])],
          backwardWorking,
        )}
        ${gradientTable(look, layer)}
      </div>
      ${everyRow(look, layer, [{ name: 'delta', label: text('delta'), values: delta }])}`,
  }
}

/** @param {Look} look @param {number} layer */
function gradientTable(look, layer) {
  const {
    session: {
      frame,
      state: {
        network: { layers },
      },
    },
    next: { trace },
  } = look
  if (!frame) return ''
  const places = unitByUnit(frame.layers, layer)
  const page = pageOf(look, `gradients ${layer}`, places.length, gradientsAPage)
  const caption = text('gradients', { layer: layerName(layer, layers.length) })
  const { weightGradient, biasGradient } = trace.layers[layer]
  const gradientOf = (/** @type {Parameter} */ parameter) =>
    'bias' in parameter ? biasGradient[parameter.row] : weightGradient[parameter.row][parameter.column]
  return html`
    <div>
      ${tableBox(
        caption,
        html`
        ${headCell(text('name'))}${headCell(text('gradient'), 'delta')}
        ${headCell(text('from'), 'word')}${headCell(text('to'), 'word')}`,
        html`
        <tbody>${placesOf(page).map((i) => {
          const parameter = parameterAt(frame.layers, places[i])
          return gradientRow(look, parameter, gradientOf(parameter))
        })}</tbody>`,
      )}
      ${turner(look, page, caption)}
      <p class="hint">${text('gradientsAbout')}</p>
    </div>`
}

/** @param {Look} look @param {Parameter} parameter @param {number} gradient */
function gradientRow({ session, number }, parameter, gradient) {
  const { layer, row } = parameter
  const { length } = session.state.network.layers
  const end = (/** @type {number} */ layer, /** @type {number} */ unit) => html`
    <td class="own word ${layerClass(layer, length)}">${neuronName(session, layer, unit)}</td>`
  return html`
    <tr data-layer=${layer} data-row=${row} data-column=${columnOf(parameter)}
      class=${isPointed(session, parameter) ? 'pointed' : nothing}>
      <th scope="row">${neuronButton(session, { layer, unit: row }, parameterName(parameter))}</th>
      <td class="delta">${number(gradient)}</td>
      ${'bias' in parameter ? html`<td class="word">–</td>` : end(layer - 1, parameter.column)}
      ${end(layer, row)}
    </tr>`
}
