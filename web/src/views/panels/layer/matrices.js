import { layerName, neuronName } from '../../../network/names.js'
import { dial } from '../../parts/dial/dial.js'
import { layerClass } from '../../parts/layer-class.js'
import { sourceName, valuesInto } from '../../parts/terms/terms.js'
import { text } from './context.js'

/**
 * The five matrices of a layer: what stands in each cell, and what it is on the network.
 *
 * @import { Parameter } from '../../../types.d.ts'
 * @import { LayerContext } from './context.js'
 * @import { Matrix } from './matrix.js'
 */

/** @param {LayerContext} context @returns {Matrix} */
export const weightMatrix = (context) => ({
  ...ofUnits(context, 'W'),
  columnHeads: Array.from({ length: context.found.inputs }, (_, column) => sourceName(context.layer, column)),
  headKind: layerClass(context.layer - 1, context.frame.layers.length),
  shape: { rows: context.found.units, columns: context.found.inputs },
  rowHead: (row) => ({ short: `${row + 1}`, full: neuronName(context.session, context.layer, row) }),
  isTurned: true,
  at: (row, column) => ({ layer: context.layer, row, column }),
  cell: (row, column) => dial(context.session, { layer: context.layer, row, column }, { isCompact: true }),
})

/** @param {LayerContext} context @returns {Matrix} */
export const biasMatrix = (context) => ({
  ...ofUnits(context, 'Bias'),
  columnHeads: [text('ofEach')],
  shape: { rows: context.found.units, columns: 1 },
  rowHead: headOf(context, 'B'),
  isTurned: true,
  at: (row) => ({ layer: context.layer, row, bias: true }),
  cell: (row) => dial(context.session, { layer: context.layer, row, bias: true }, { isCompact: true }),
})

/** @param {LayerContext} context @returns {Matrix} */
export function inputMatrix(context) {
  const {
    session,
    frame,
    data,
    layer,
    found: { inputs },
    batch,
  } = context
  const { length } = frame.layers
  const label =
    layer > 0 ? text('XFrom', { layer: layerName(layer - 1, length) }) : text(data.inputScale ? 'XSeen' : 'X')
  const into = batch && (layer > 0 ? batch.layers[layer - 1]?.activation : batch.X)
  return {
    name: 'X',
    kind: layerClass(layer - 1, length),
    label,
    rows: inputs,
    ...samples(context, into, valuesInto(frame, data, layer)),
    shape: { rows: inputs, columns: frame.samples },
    rowHead: (row) => ({ short: sourceName(layer, row), full: neuronName(session, layer - 1, row) }),
    at: (row) => ({ layer: layer - 1, unit: row }),
  }
}

/** Z, or the activation. @param {LayerContext} context @param {'Z' | 'A'} name @returns {Matrix} */
export function unitMatrix(context, name) {
  const { frame, layer, found, batch } = context
  const key = name === 'Z' ? 'Z' : 'activation'
  return {
    ...ofUnits(context, name),
    ...samples(context, batch?.layers[layer]?.[key], found[key]),
    shape: { rows: found.units, columns: frame.samples },
    rowHead: headOf(context, name),
    at: (row) => ({ layer, unit: row }),
  }
}

/** @param {LayerContext} context @param {'W' | 'Bias' | 'Z' | 'A'} name */
const ofUnits = ({ frame, layer, found: { units } }, name) => ({
  name,
  kind: layerClass(layer, frame.layers.length),
  label: text(name),
  rows: units,
})

/** @param {LayerContext} context @param {string} symbol */
const headOf =
  ({ session, layer }, symbol) =>
  (/** @type {number} */ row) => ({ short: `${symbol}${row + 1}`, full: neuronName(session, layer, row) })

/**
 * One column per sample, and the mean last; of a single sample one column.
 * @param {LayerContext} context
 * @param {number[][] | null | undefined} rows one row per sample
 * @param {ArrayLike<number>} mean
 */
function samples({ session, frame, batch, write }, rows, mean) {
  const shown = rows && batch ? rows : []
  const last = frame.samples > 1 ? text('mean') : text(session.state.view.own ? 'own' : 'thisRow')
  return {
    columnHeads: [...shown.map((_, i) => text('row', { row: (batch?.shown[i] ?? 0) + 1 })), last],
    note: shown.length ? text('columns', { shown: shown.length, count: frame.samples }) : '',
    cell: (/** @type {number} */ row, /** @type {number} */ column) => write((shown[column] ?? mean)[row]),
  }
}
