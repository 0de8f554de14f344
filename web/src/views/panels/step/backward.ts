import { html, nothing } from 'lit'
import { layerName, neuronName } from '../../../network/names.ts'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.ts'
import { type Parameter, parameterName } from '../../../network/parameters.ts'
import { isPointed } from '../../../network/pointed.ts'
import { capital } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import {
  columnOf,
  headCell,
  indicesOf,
  neuronButton,
  pageOf,
  type StepContext,
  tableBox,
  text,
  turner,
} from './context.ts'
import { activationName, type Content, theLayer } from './forward.ts'
import { everyRow, unitTable } from './units.ts'
import { backwardWorking } from './working.ts'

/** The third phase: the error runs back, and with it the gradients are found. */
const gradientsAPage = 20

export function backwardContent(context: StepContext, layer: number): Content {
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

function gradientTable(context: StepContext, layer: number) {
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
  const gradientOf = (parameter: Parameter) =>
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

function gradientRow({ session, number }: StepContext, parameter: Parameter, gradient: number) {
  const { layer, row } = parameter
  const { length } = session.state.network.layers
  const end = (layer: number, unit: number) => html`
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
