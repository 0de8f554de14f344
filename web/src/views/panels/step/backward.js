import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.js'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.js'
import { parameterName } from '../../../network/parameters.js'
import { isPointed } from '../../../network/pointed.js'
import { capital } from '../../../text/text.js'
import { layerClass } from '../../parts/layer-class.js'
import { columnOf, headCell, indicesOf, neuronButton, pageOf, tableBox, text, turner } from './context.js'
import { activationName, theLayer } from './forward.js'
import { everyRow, unitTable } from './units.js'
import { backwardWorking } from './working.js'

/**
 * The third phase: the error runs back, and with it the gradients are found.
 *
 * @import { Parameter } from '../../../types.d.ts'
 * @import { StepContext } from './context.js'
 * @import { Content } from './forward.js'
 */
const gradientsAPage = 20

/** @param {StepContext} context @param {number} layer @returns {Content} */
export function backwardContent(context, layer) {
  const {
    session: {
      state: {
        network: { layers },
      },
    },
    next: { rows, trace },
    sample,
  } = context
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
      activation: activationName(context, layer),
    }),
    body: html`
      <div class="step-pair">
        ${unitTable(
          context,
          layer,
          [{ label: text('delta'), values: delta[sample], kind: 'delta' }, ...(rows.length > 1 ? [mean] : [])],
          backwardWorking,
        )}
        ${gradientTable(context, layer)}
      </div>
      ${everyRow(context, layer, [{ name: 'delta', label: text('delta'), values: delta }])}`,
  }
}

/** @param {StepContext} context @param {number} layer */
function gradientTable(context, layer) {
  const {
    session: {
      frame,
      state: {
        network: { layers },
      },
    },
    next: { trace },
  } = context
  if (!frame) return ''
  const indices = unitByUnit(frame.layers, layer)
  const page = pageOf(context, `gradients ${layer}`, indices.length, gradientsAPage)
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
        <tbody>${indicesOf(page).map((i) => {
          const parameter = parameterAt(frame.layers, indices[i])
          return gradientRow(context, parameter, gradientOf(parameter))
        })}</tbody>`,
      )}
      ${turner(context, page, caption)}
      <p class="hint">${text('gradientsAbout')}</p>
    </div>`
}

/** @param {StepContext} context @param {Parameter} parameter @param {number} gradient */
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
