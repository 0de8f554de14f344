import { text } from '../text/text.ts'
import { isAlone } from './one-neuron.ts'
import { type Parameter, parameterLetters } from './parameters.ts'

/** What readers call the layers, neurons, weights and columns of a network. */

/** What the columns of the data are called. */
export interface Columns {
  featureNames: string[]
  featureUnits: string[]
  /** One a network output: class names (the single positive class for binary), or the target's name. */
  outputNames: string[]
  /** '' = classes that have no name in common. */
  targetName: string
  targetUnit: string
}

/** A network and its data, such as a session. */
interface Named {
  state: { network: { layers: readonly { units: number }[] } }
  data: Columns | null
}

/**
 * What a layer is called.
 * @param layer -1 = the inputs
 */
export function layerName(layer: number, layers: number) {
  if (layer < 0) return text('graph.inputs')
  return layer === layers - 1 ? text('graph.output') : text('graph.layer', { number: layer + 1 })
}

/** What a neuron is called. */
export function neuronName({ state, data }: Named, layer: number, unit: number) {
  const layers = state.network.layers.length
  if (layer < 0) return data ? featureName(data, unit) : ''
  if (layer === layers - 1) return text('graph.outputUnit', { name: data?.outputNames[unit] ?? unit + 1 })
  return text('graph.unit', { layer: layer + 1, unit: unit + 1 })
}

/** A feature with its unit: 'bill length (mm)'. */
export function featureName(
  { featureNames, featureUnits }: Pick<Columns, 'featureNames' | 'featureUnits'>,
  feature: number,
) {
  const unit = featureUnits[feature]
  return unit ? `${featureNames[feature]} (${unit})` : (featureNames[feature] ?? '')
}

/** An output with its unit: 'body mass (g)'. */
export function outputName(
  { outputNames, outputUnits }: Pick<Columns, 'outputNames'> & { outputUnits: string[] },
  output: number,
) {
  const unit = outputUnits[output]
  return unit ? `${outputNames[output]} (${unit})` : outputNames[output]
}

/** The target with its unit. */
export const targetName = ({ targetName: name, targetUnit: unit }: Pick<Columns, 'targetName' | 'targetUnit'>) =>
  unit ? `${name} (${unit})` : name || text('data.class')

/** 'W4,2' and 'B2'; 'B4' and 'B0' of one neuron alone. */
export function parameterName({ state }: Pick<Named, 'state'>, parameter: Parameter) {
  const { letter, index } = parameterLetters(parameter, isAlone(state.network.layers))
  return letter + index
}

/** 'W4,2: weight from age to layer 1, unit 2', so that it is known from all others. */
export function parameterAbout(network: Named, parameter: Parameter) {
  const name = parameterName(network, parameter)
  const to = neuronName(network, parameter.layer, parameter.row)
  if ('bias' in parameter) return text('graph.biasAbout', { name, to })
  const from = neuronName(network, parameter.layer - 1, parameter.column)
  return text('graph.weightAbout', { name, from, to })
}

/** The name with its layer where there are several: 'W4,2 of layer 1'. */
export function parameterTitle(network: Pick<Named, 'state'>, parameter: Parameter) {
  const { length } = network.state.network.layers
  const name = parameterName(network, parameter)
  return length === 1 ? name : text('graph.ofLayer', { name, layer: layerName(parameter.layer, length) })
}
