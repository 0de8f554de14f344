import { neuronName, parameterName } from '../../../network/names.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { type At, type QuantityName, sourceOf } from '../../../quantities/at.ts'
import { valueAt } from '../../../quantities/explained.ts'
import { sourceName } from '../../../quantities/symbols.ts'
import { roundedWords } from '../../parts/terms/rounded.ts'
import { termAt } from '../../parts/terms/terms.ts'
import { type LayerContext, text } from './context.ts'

/** What is pointed at, written out as a part of its sum. */

/** @param sample the column of the batch that is pointed at, null = this row or the mean */
export function pointedWords(context: LayerContext, sample: number | null) {
  const {
    session: { pointed },
    layer,
    found,
    batch,
    numbers,
    write,
  } = context
  if (!pointed) return text('none')
  if (batch && sample !== null && sample < batch.shown.length && 'unit' in pointed)
    return ofSample(context, pointed, sample)
  if ('row' in pointed)
    return pointed.layer === layer && pointed.row < found.units ? ofParameter(context, pointed) : text('none')
  if (pointed.layer === layer) return ofUnit(context, pointed.unit)
  if (pointed.layer !== layer - 1 || pointed.unit >= found.inputs) return text('none')
  const { name, at } = sourceOf({ layer, unit: 0 }, pointed.unit)
  return text('source', {
    X: sourceName(layer, pointed.unit),
    value: write(valueAt(numbers, name, at)),
    column: pointed.unit + 1,
    name: neuronName(context.session, layer - 1, pointed.unit),
  })
}

function ofParameter({ session, layer, found, numbers, write }: LayerContext, parameter: Parameter) {
  const { row } = parameter
  const at = { layer, unit: row }
  const sum = { Z: `Z${row + 1}`, sum: write(valueAt(numbers, 'sum', at)) }
  const name = parameterName(session, parameter)
  if ('bias' in parameter) return text('bias', { B: name, value: write(valueAt(numbers, 'bias', at)), ...sum })
  const { column } = parameter
  const { weight, value, product } = termAt(numbers, { ...at, from: column }, 'signal')
  const words = text('term_other', {
    W: name,
    X: sourceName(layer, column),
    weight: write(weight),
    value: write(value),
    product: write(product),
    count: found.inputs,
    ...sum,
  })
  return words + roundedWords({ ...numbers, name: 'signal', at: { ...at, from: column } })
}

function ofUnit({ session, frame, layer, found, numbers, write }: LayerContext, unit: number) {
  if (unit >= found.units) return text('none')
  const isMean = frame.samples > 1
  const words = text(isMean ? 'unitMean' : 'unit', {
    name: neuronName(session, layer, unit),
    Z: `Z${unit + 1}`,
    A: `A${unit + 1}`,
    activation: found.activationName,
    sum: write(valueAt(numbers, 'sum', { layer, unit })),
    value: write(valueAt(numbers, 'activation', { layer, unit })),
  })
  return isMean ? words : words + roundedWords({ ...numbers, name: 'activation', at: { layer, unit } })
}

function ofSample({ layer, batch, write }: LayerContext, { layer: at, unit }: Neuron, row: number) {
  if (!batch) return text('none')
  const name = text('row', { row: batch.shown[row] + 1 })
  const say = (symbol: string, of: QuantityName, where: At) =>
    text('sample', { symbol, row: name, value: write(valueAt(batch.numbers, of, where)) })
  if (at < layer) {
    const source = sourceOf({ layer, unit: 0, row }, unit)
    return say(sourceName(layer, unit), source.name, source.at)
  }
  const where = { layer, unit, row }
  return `${say(`Z${unit + 1}`, 'sum', where)} ${say(`A${unit + 1}`, 'activation', where)}`
}
