import { layerName, neuronName } from '../../../network/names.ts'
import { sourceName } from '../../../quantities/symbols.ts'
import { dial } from '../../parts/dial/dial.ts'
import { layerClass } from '../../parts/layer-class.ts'
import { valuesInto } from '../../parts/terms/terms.ts'
import { type LayerContext, text } from './context.ts'
import type { Matrix } from './matrix.ts'

/** The five matrices of a layer: what stands in each cell, and what it is on the network. */

export const weightMatrix = (context: LayerContext): Matrix => ({
  ...ofUnits(context, 'W'),
  columnHeads: Array.from({ length: context.found.inputs }, (_, column) => sourceName(context.layer, column)),
  headKind: layerClass(context.layer - 1, context.frame.layers.length),
  shape: { rows: context.found.units, columns: context.found.inputs },
  rowHead: (row) => ({ short: `${row + 1}`, full: neuronName(context.session, context.layer, row) }),
  isTurned: true,
  at: (row, column) => ({ layer: context.layer, row, column }),
  cell: (row, column) => dial(context.session, { layer: context.layer, row, column }, { compact: true }),
})

export const biasMatrix = (context: LayerContext): Matrix => ({
  ...ofUnits(context, 'Bias'),
  columnHeads: [text('ofEach')],
  shape: { rows: context.found.units, columns: 1 },
  rowHead: headOf(context, 'B'),
  isTurned: true,
  at: (row) => ({ layer: context.layer, row, bias: true }),
  cell: (row) => dial(context.session, { layer: context.layer, row, bias: true }, { compact: true }),
})

export function inputMatrix(context: LayerContext): Matrix {
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

/** Z, or the activation. */
export function unitMatrix(context: LayerContext, name: 'Z' | 'A'): Matrix {
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

const ofUnits = ({ frame, layer, found: { units } }: LayerContext, name: 'W' | 'Bias' | 'Z' | 'A') => ({
  name,
  kind: layerClass(layer, frame.layers.length),
  label: text(name),
  rows: units,
})

const headOf =
  ({ session, layer }: LayerContext, symbol: string) =>
  (row: number) => ({ short: `${symbol}${row + 1}`, full: neuronName(session, layer, row) })

/**
 * One column per sample, and the mean last; of a single sample one column.
 * @param rows one row per sample
 */
function samples(
  { session, frame, batch, write }: LayerContext,
  rows: number[][] | null | undefined,
  mean: ArrayLike<number>,
) {
  const shown = rows && batch ? rows : []
  const last = frame.samples > 1 ? text('mean') : text(session.state.view.own ? 'own' : 'thisRow')
  return {
    columnHeads: [...shown.map((_, i) => text('row', { row: (batch?.shown[i] ?? 0) + 1 })), last],
    note: shown.length ? text('columns', { shown: shown.length, count: frame.samples }) : '',
    cell: (row: number, column: number) => write((shown[column] ?? mean)[row]),
  }
}
