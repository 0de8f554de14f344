import { layerName, neuronName } from '../../../network/names.ts'
import { type At, type QuantityName, sourceOf } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { sourceName } from '../../../quantities/symbols.ts'
import { dial } from '../../parts/dial/dial.ts'
import { layerClass } from '../../parts/layer-class.ts'
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
  } = context
  const { length } = frame.layers
  const label =
    layer > 0 ? text('XFrom', { layer: layerName(layer - 1, length) }) : text(data.inputScale ? 'XSeen' : 'X')
  return {
    name: 'X',
    kind: layerClass(layer - 1, length),
    label,
    rows: inputs,
    ...samples(context, (unit, row) => sourceOf({ layer, unit: 0, row }, unit)),
    shape: { rows: inputs, columns: frame.samples },
    rowHead: (row) => ({ short: sourceName(layer, row), full: neuronName(session, layer - 1, row) }),
    at: (row) => ({ layer: layer - 1, unit: row }),
  }
}

/** Z, or the activation. */
export function unitMatrix(context: LayerContext, name: 'Z' | 'A'): Matrix {
  const { frame, layer, found } = context
  const quantity = name === 'Z' ? 'sum' : 'activation'
  return {
    ...ofUnits(context, name),
    ...samples(context, (unit, row) => ({ name: quantity, at: { layer, unit, row } })),
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
 * @param of what stands in a line, of one row of the batch or of none
 */
function samples(
  { session, frame, batch, numbers, write }: LayerContext,
  of: (unit: number, row?: number) => { name: QuantityName; at: At },
) {
  const shown = batch?.shown ?? []
  const value = (of: Numbers, { name, at }: { name: QuantityName; at: At }) => write(valueAt(of, name, at))
  const last = frame.samples > 1 ? text('mean') : text(session.state.view.own ? 'own' : 'thisRow')
  return {
    columnHeads: [...shown.map((row) => text('row', { row: row + 1 })), last],
    note: shown.length ? text('columns', { shown: shown.length, count: frame.samples }) : '',
    cell: (unit: number, column: number) =>
      batch && column < shown.length ? value(batch.numbers, of(unit, column)) : value(numbers, of(unit)),
  }
}
