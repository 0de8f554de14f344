import { html, nothing } from 'lit'
import { featureName, layerName, targetName } from '../../../network/names.js'
import { rowAt } from '../../../network/rows.js'
import { classOf } from '../../../network/verdict.js'
import { headCell, pageOf, placesOf, tableBox, text, turner } from './context.js'
import { everyRow, unitTable } from './units.js'
import { forwardWorking } from './working.js'

/**
 * The first phase: the batch enters, and each layer computes its activations from those of the one before it.
 *
 * @import { DataInfo } from '../../../types.d.ts'
 * @import { Look } from './context.js'
 * @typedef {{ title: string, sentence: string, body: unknown }} Content of a stop
 */
const rowsAPage = 10
/** Features beyond these have no column: the batch is told by its row numbers. */
const mostFeatures = 12

/**
 * @param {Look} look
 * @param {{ epoch: number, seen: number }} place where in its epoch the step begins
 * @returns {Content}
 */
export function startContent(look, { epoch, seen }) {
  const {
    session: { data, frame },
    next: { rows },
  } = look
  const all = data?.train.X.shape[0] ?? 0
  const values = { step: (frame?.step ?? 0) + 1, count: rows.length, rows: all, epoch, seen }
  return {
    title: text('startTitle'),
    sentence: text(rows.length === all ? 'startWhole_other' : 'startSome', values),
    body: data ? batchTable(look, data) : nothing,
  }
}

/** @param {Look} look @param {DataInfo} data */
function batchTable(look, data) {
  const { rows } = look.next
  const page = pageOf(look, 'batch', rows.length, rowsAPage)
  const features = data.featureNames.length <= mostFeatures ? data.featureNames : []
  const outputs = data.task === 'regression' ? data.outputNames : [targetName(data)]
  return html`
    ${tableBox(
      text('batchTable'),
      html`
      ${headCell(text('row'))}${data.imageSide ? headCell(text('picture'), 'of-input') : nothing}
      ${features.map((_, feature) => headCell(featureName(data, feature), 'of-input'))}
      ${outputs.map((name) => headCell(`${text('actual')} ${name}`))}`,
      html`
      <tbody>${placesOf(page).map((sample) => batchRow(look, data, sample, features.length))}</tbody>`,
    )}
    ${turner(look, page, text('batchTable'))}`
}

/** @param {Look} look @param {DataInfo} data @param {number} sample @param {number} features */
function batchRow(look, data, sample, features) {
  const {
    next: { rows },
    number,
  } = look
  const row = rows[sample]
  const { X, Y } = data.train
  const target = rowAt(Y, row)
  const isNumber = data.task === 'regression'
  return html`
    <tr aria-current=${sample === look.sample ? 'true' : nothing}>
      <th scope="row"><button type="button" class="row-button" aria-label=${text('choose', { row: row + 1 })}
        @click=${() => look.follow(sample)}>${row + 1}</button></th>
      ${data.imageSide ? html`<td><canvas class="row-image" data-row=${row} aria-hidden="true"></canvas></td>` : nothing}
      ${Array.from(rowAt(X, row).subarray(0, features), (value) => html`<td>${number(value)}</td>`)}
      ${
        isNumber
          ? Array.from(target, (value) => html`<td>${number(value)}</td>`)
          : html`<td>${data.classes[classOf(data.task, target)]}</td>`
      }
    </tr>`
}

/** @param {Look} look @param {number} layer @returns {Content} */
export function forwardContent(look, layer) {
  const {
    session: {
      state: {
        network: { layers },
      },
    },
    next: { rows, trace },
    sample,
  } = look
  const { Z, activation, meanZ, meanActivation } = trace.layers[layer]
  const name = layerName(layer, layers.length)
  const means = [
    { label: text('meanZ'), values: meanZ },
    { label: text('meanActivation'), values: meanActivation },
  ]
  return {
    title: text('forwardTitle', { layer: name }),
    sentence: text(layer === 0 ? 'forwardFirst' : 'forwardLater', {
      layer: theLayer(layer, layers.length),
      before: theLayer(layer - 1, layers.length),
      way: wayOf(look, layer),
    }),
    body: html`
      ${unitTable(
        look,
        layer,
        [
          { label: text('Z'), values: Z[sample] },
          { label: text('activation'), values: activation[sample] },
          ...(rows.length > 1 ? means : []),
        ],
        forwardWorking,
      )}
      ${everyRow(look, layer, [
        { name: 'activation', label: text('activation'), values: activation },
        { name: 'Z', label: text('Z'), values: Z },
      ])}`,
  }
}

/** 'layer 2', 'the output'. @param {number} layer @param {number} layers */
export const theLayer = (layer, layers) => (layer === layers - 1 ? text('theOutput') : layerName(layer, layers))

/** @param {Look} look @param {number} layer */
function activationOf({ session: { state, catalog } }, layer) {
  const { activation } = state.network.layers[layer]
  return catalog.activations.find(({ name }) => name === activation)
}

/** What a layer's activation is called within a sentence: 'tanh', 'ReLU'. @param {Look} look @param {number} layer */
export function activationName(look, layer) {
  const { label = '' } = activationOf(look, layer) ?? {}
  return /^[A-Z][a-z]*$/.test(label) ? label.toLowerCase() : label
}

/** What the activation does with the sum. @param {Look} look @param {number} layer */
function wayOf(look, layer) {
  const kind = activationOf(look, layer)
  if (!kind || kind.name === 'linear') return text('wayLinear')
  const isSqueezed = kind.range.every(Number.isFinite)
  return text(isSqueezed ? 'waySqueeze' : 'wayThrough', { activation: activationName(look, layer) })
}
