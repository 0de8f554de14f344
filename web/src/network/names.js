import { text } from '../text/text.js'
import { parameterName } from './parameters.js'

/**
 * What readers call the layers, neurons, weights and columns of a network.
 *
 * @import { DataInfo, Parameter, SessionLike } from '../types.d.ts'
 * @typedef {Pick<SessionLike, 'state' | 'data'>} Named a network and its data; a session is one
 */

/** What a layer is called. @param {number} layer -1 = the inputs @param {number} layers */
export function layerName(layer, layers) {
  if (layer < 0) return text('graph.inputs')
  return layer === layers - 1 ? text('graph.output') : text('graph.layer', { number: layer + 1 })
}

/** What a neuron is called. @param {Named} network @param {number} layer @param {number} unit */
export function neuronName({ state, data }, layer, unit) {
  const layers = state.network.layers.length
  if (layer < 0) return data ? featureName(data, unit) : ''
  if (layer === layers - 1) return text('graph.outputUnit', { name: data?.outputNames[unit] ?? unit + 1 })
  return text('graph.unit', { layer: layer + 1, unit: unit + 1 })
}

/** A feature with its unit: 'bill length (mm)'. @param {Pick<DataInfo, 'featureNames' | 'featureUnits'>} data @param {number} feature */
export function featureName({ featureNames, featureUnits }, feature) {
  const unit = featureUnits[feature]
  return unit ? `${featureNames[feature]} (${unit})` : (featureNames[feature] ?? '')
}

/** The target with its unit. @param {Pick<DataInfo, 'targetName' | 'targetUnit'>} data */
export const targetName = ({ targetName: name, targetUnit: unit }) => (unit ? `${name} (${unit})` : name)

/**
 * 'W4,2: weight from age to layer 1, unit 2', so that it is known from all others.
 * @param {Named} network
 * @param {Parameter} parameter
 */
export function parameterAbout(network, parameter) {
  const name = parameterName(parameter)
  const to = neuronName(network, parameter.layer, parameter.row)
  if ('bias' in parameter) return text('graph.biasAbout', { name, to })
  const from = neuronName(network, parameter.layer - 1, parameter.column)
  return text('graph.weightAbout', { name, from, to })
}

/** The name with its layer where there are several: 'W4,2 of layer 1'. @param {Named} network @param {Parameter} parameter */
export function parameterTitle({ state }, parameter) {
  const { length } = state.network.layers
  const name = parameterName(parameter)
  return length === 1 ? name : text('graph.ofLayer', { name, layer: layerName(parameter.layer, length) })
}
