import { html } from 'lit'
import { layerName, neuronName, parameterName } from '../../../network/names.ts'
import { parameterAt, unitByUnit } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import { atOf } from '../../../quantities/at.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { capital } from '../../../text/text.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { standsFor } from '../../parts/stands-for.ts'
import { marked } from '../../parts/term/marked.ts'
import { headCell, indicesOf, neuronButton, pageOf, type StepContext, tableBox, text, turner } from './context.ts'
import { type Content, markedActivation, theLayer } from './forward.ts'
import { isKnown } from './known.ts'
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
    next: { rows },
  } = context
  const name = layerName(layer, layers.length)
  const isLast = layer === layers.length - 1
  const delta = { name: 'delta', kind: 'delta' } as const
  return {
    title: text('backwardTitle', { layer: name }),
    sentence: text(isLast ? 'backwardFirst' : 'backwardLater', {
      layer: name,
      Layer: capital(name),
      after: theLayer(layer + 1, layers.length),
      activation: markedActivation(context, layer),
    }),
    body: html`
      ${backwardWorking(context, layer)}
      <div class="step-pair">
        ${unitTable(context, layer, [delta, ...(rows.length > 1 ? [{ ...delta, isMean: true }] : [])])}
        ${gradientTable(context, layer)}
      </div>
      ${everyRow(context, layer, ['delta'])}`,
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
  } = context
  if (!frame) return ''
  const indices = unitByUnit(frame.layers, layer)
  const page = pageOf(context, `gradients ${layer}`, indices.length, gradientsAPage)
  const caption = text('gradients', { layer: layerName(layer, layers.length) })
  return html`
    <div>
      ${tableBox(
        caption,
        html`
        ${headCell(text('name'))}${headCell(quantityText('gradient'), 'gradient')}
        ${headCell(text('from'), 'word')}${headCell(text('to'), 'word')}`,
        html`
        <tbody>${indicesOf(page).map((i) => gradientRow(context, parameterAt(frame.layers, indices[i])))}</tbody>`,
      )}
      ${turner(context, page, caption)}
      <p class="hint">${marked(text('gradientsAbout'))}</p>
    </div>`
}

function gradientRow({ session, numbers, moment: { beat } }: StepContext, parameter: Parameter) {
  const { layer, row } = parameter
  const { length } = session.state.network.layers
  const end = (layer: number, unit: number) => html`
    <td class="own word ${layerClass(layer, length)}">${neuronName(session, layer, unit)}</td>`
  return html`
    <tr ${standsFor(session.pointed, parameter)}>
      <th scope="row">${neuronButton(session, { layer, unit: row }, parameterName(session, parameter))}</th>
      <td class="gradient ${isKnown(beat, 'delta', row) ? '' : 'to-come'}">${numbers.write(valueAt(numbers, 'gradient', atOf(parameter)))}</td>
      ${'bias' in parameter ? html`<td class="word">–</td>` : end(layer - 1, parameter.column)}
      ${end(layer, row)}
    </tr>`
}
