import { html, nothing } from 'lit'
import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, layerName, targetName } from '../../../network/names.ts'
import { rowAt } from '../../../network/rows.ts'
import { classOf } from '../../../network/verdict.ts'
import { formatCount } from '../../../text/numbers.ts'
import { activations } from '../../../text/options/activations.ts'
import { mark } from '../../parts/term/marked.ts'
import { headCell, indicesOf, pageOf, type StepContext, tableBox, text, turner } from './context.ts'
import { stepByMenu } from './tools.ts'
import { everyRow, unitTable } from './units.ts'
import { forwardWorking } from './working.ts'

/** The first phase: the batch enters, and each layer computes its activations from those of the one before it. */

/** Of a stop */
export interface Content {
  title: string
  sentence: string
  body: unknown
}

const rowsAPage = 10
/** Features beyond these have no column: the batch is told by its row numbers. */
const mostFeatures = 12

/** @param start where in its epoch the step begins */
export function startContent(context: StepContext, { epoch, seen }: { epoch: number; seen: number }): Content {
  const {
    session: { data, frame },
    next: { rows },
  } = context
  const all = data?.train.X.shape[0] ?? 0
  const values = { step: (frame?.step ?? 0) + 1, count: rows.length, rows: all, epoch, seen }
  return {
    title: text('startTitle'),
    sentence: text(rows.length === all ? 'startWhole_other' : 'startSome', values),
    body: data ? html`${stepByMenu(context.session)}${batchTable(context, data)}` : nothing,
  }
}

function batchTable(context: StepContext, data: DataInfo) {
  const { rows } = context.next
  const page = pageOf(context, 'batch', rows.length, rowsAPage)
  const features = data.featureNames.length <= mostFeatures ? data.featureNames : []
  const outputs = data.task === 'regression' ? data.outputNames : [targetName(data)]
  return html`
    ${tableBox(
      text('batchTable'),
      html`
      ${headCell(text('row'))}${data.imageSide ? headCell(text('picture'), 'of-input') : nothing}
      ${features.map((_, feature) => headCell(featureName(data, feature), 'of-input'))}
      ${outputs.map((name) => headCell(text('actualOf', { name })))}`,
      html`
      <tbody>${indicesOf(page).map((sample) => batchRow(context, data, sample, features.length))}</tbody>`,
    )}
    ${turner(context, page, text('batchTable'))}`
}

function batchRow(context: StepContext, data: DataInfo, sample: number, features: number) {
  const {
    next: { rows },
    number,
  } = context
  const row = rows[sample]
  const { X, Y } = data.train
  const target = rowAt(Y, row)
  const isNumber = data.task === 'regression'
  return html`
    <tr aria-current=${sample === context.sample ? 'true' : nothing}>
      <th scope="row"><button type="button" class="row-button" aria-label=${text('choose', { row: row + 1 })}
        @click=${() => context.follow(sample)}>${formatCount(row + 1)}</button></th>
      ${data.imageSide ? html`<td><canvas class="row-image" data-row=${row} aria-hidden="true"></canvas></td>` : nothing}
      ${Array.from(rowAt(X, row).subarray(0, features), (value) => html`<td>${number(value)}</td>`)}
      ${
        isNumber
          ? Array.from(target, (value) => html`<td>${number(value)}</td>`)
          : html`<td>${data.classes[classOf(data.task, target)]}</td>`
      }
    </tr>`
}

export function forwardContent(context: StepContext, layer: number): Content {
  const {
    session: {
      state: {
        network: { layers },
      },
    },
    next: { rows },
  } = context
  const name = layerName(layer, layers.length)
  const shown = (['sum', 'activation'] as const).map((name) => ({ name }))
  const means = rows.length > 1 ? shown.map((column) => ({ ...column, isMean: true })) : []
  return {
    title: text('forwardTitle', { layer: name }),
    sentence: text(layer === 0 ? 'forwardFirst' : 'forwardLater', {
      layer: theLayer(layer, layers.length),
      before: theLayer(layer - 1, layers.length),
      way: wayOf(context, layer),
    }),
    body: html`
      ${forwardWorking(context, layer)}
      ${unitTable(context, layer, [...shown, ...means])}
      ${everyRow(context, layer, ['activation', 'sum'])}`,
  }
}

/** 'layer 2', 'the output'. */
export const theLayer = (layer: number, layers: number) =>
  layer === layers - 1 ? text('theOutput') : layerName(layer, layers)

function activationOf({ session: { state, catalog } }: StepContext, layer: number) {
  const { activation } = state.network.layers[layer]
  return catalog.activations.find(({ name }) => name === activation)
}

/** What a layer's activation is called within a sentence: 'tanh', 'ReLU'. */
export function activationName(context: StepContext, layer: number) {
  const { activation } = context.session.state.network.layers[layer]
  return activations.part(activation, 'within', activations.label(activation))
}

/** The same, marked as a word that says what it means. */
export const markedActivation = (context: StepContext, layer: number) =>
  mark(activationName(context, layer), `activations:${context.session.state.network.layers[layer].activation}`)

/** What the activation does with the sum. */
function wayOf(context: StepContext, layer: number) {
  const kind = activationOf(context, layer)
  if (!kind || kind.name === 'linear') return text('wayLinear')
  const isSqueezed = kind.range.every(Number.isFinite)
  return text(isSqueezed ? 'waySqueeze' : 'wayThrough', { activation: markedActivation(context, layer) })
}
