import { neuronName } from '../../../network/names.ts'
import { type Parameter, parameterName } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { sourceName } from '../../../quantities/symbols.ts'
import { engineValue, sourceOf } from '../../../quantities/values.ts'
import { frameValues } from '../../parts/maths/values.ts'
import { valuesInto } from '../../parts/terms/terms.ts'
import { type LayerContext, text } from './context.ts'

/** What is pointed at, written out as a part of its sum. */

/** @param sample the column of the batch that is pointed at, null = this row or the mean */
export function pointedWords(context: LayerContext, sample: number | null) {
  const {
    session: { pointed },
    layer,
    found,
    frame,
    batch,
  } = context
  if (!pointed) return text('none')
  if (batch && sample !== null && sample < batch.shown.length && 'unit' in pointed)
    return ofSample(context, pointed, sample)
  if ('row' in pointed)
    return pointed.layer === layer && pointed.row < found.units ? ofParameter(context, pointed) : text('none')
  if (pointed.layer === layer) return ofUnit(context, pointed.unit)
  const value = valuesInto(frame, context.data, layer)[pointed.unit]
  if (pointed.layer !== layer - 1 || value === undefined) return text('none')
  return text('source', {
    X: sourceName(layer, pointed.unit),
    value: context.write(value),
    column: pointed.unit + 1,
    name: neuronName(context.session, layer - 1, pointed.unit),
  })
}

function ofParameter({ frame, data, layer, found, write }: LayerContext, parameter: Parameter) {
  const { row } = parameter
  const sum = { Z: `Z${row + 1}`, sum: write(found.Z[row]) }
  const name = parameterName(parameter)
  if ('bias' in parameter) return text('bias', { B: name, value: write(found.bias[row]), ...sum })
  const { column } = parameter
  const values = frameValues(frame, data)
  const at = { layer, unit: row, from: column }
  return text('term_other', {
    W: name,
    X: sourceName(layer, column),
    weight: write(engineValue(values, 'weight', at)),
    value: write(sourceOf(values, at)),
    product: write(engineValue(values, 'signal', at)),
    count: found.inputs,
    ...sum,
  })
}

function ofUnit({ session, frame, layer, found, write }: LayerContext, unit: number) {
  if (unit >= found.units) return text('none')
  return text(frame.samples > 1 ? 'unitMean' : 'unit', {
    name: neuronName(session, layer, unit),
    Z: `Z${unit + 1}`,
    A: `A${unit + 1}`,
    activation: found.activationName,
    sum: write(found.Z[unit]),
    value: write(found.activation[unit]),
  })
}

function ofSample({ layer, batch, write }: LayerContext, { layer: at, unit }: Neuron, sample: number) {
  if (!batch) return text('none')
  const row = text('row', { row: batch.shown[sample] + 1 })
  const say = (symbol: string, value: number) => text('sample', { symbol, row, value: write(value) })
  if (at < layer) {
    const into = layer > 0 ? batch.layers[layer - 1].activation : batch.X
    return say(sourceName(layer, unit), into[sample][unit])
  }
  const { Z, activation } = batch.layers[layer]
  return `${say(`Z${unit + 1}`, Z[sample][unit])} ${say(`A${unit + 1}`, activation[sample][unit])}`
}
