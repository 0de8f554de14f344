import { neuronName } from '../../../network/names.js'
import { parameterName } from '../../../network/parameters.js'
import { sourceName, valuesInto } from '../../parts/terms/terms.js'
import { text } from './context.js'

/**
 * What is pointed at, written out as a part of its sum.
 *
 * @import { Pointed } from '../../../types.d.ts'
 * @import { LayerContext } from './context.js'
 */

/** @param {LayerContext} context @param {number | null} sample the column of the batch that is pointed at, null = this row or the mean */
export function pointedWords(context, sample) {
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

/** @param {LayerContext} context @param {import('../../../types.d.ts').Parameter} parameter */
function ofParameter({ frame, data, layer, found, write }, parameter) {
  const { row } = parameter
  const sum = { Z: `Z${row + 1}`, sum: write(found.Z[row]) }
  const name = parameterName(parameter)
  if ('bias' in parameter) return text('bias', { B: name, value: write(found.bias[row]), ...sum })
  const { column } = parameter
  const weight = found.weights[row + column * found.units]
  const value = valuesInto(frame, data, layer)[column]
  return text('term_other', {
    W: name,
    X: sourceName(layer, column),
    weight: write(weight),
    value: write(value),
    product: write(weight * value),
    count: found.inputs,
    ...sum,
  })
}

/** @param {LayerContext} context @param {number} unit */
function ofUnit({ session, frame, layer, found, write }, unit) {
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

/** @param {LayerContext} context @param {import('../../../types.d.ts').Neuron} neuron @param {number} sample */
function ofSample({ layer, batch, write }, { layer: at, unit }, sample) {
  if (!batch) return text('none')
  const row = text('row', { row: batch.shown[sample] + 1 })
  const say = (/** @type {string} */ symbol, /** @type {number} */ value) =>
    text('sample', { symbol, row, value: write(value) })
  if (at < layer) {
    const into = layer > 0 ? batch.layers[layer - 1].activation : batch.X
    return say(sourceName(layer, unit), into[sample][unit])
  }
  const { Z, activation } = batch.layers[layer]
  return `${say(`Z${unit + 1}`, Z[sample][unit])} ${say(`A${unit + 1}`, activation[sample][unit])}`
}
