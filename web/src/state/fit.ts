import { handName } from '../data/hand.ts'
import { goalOf, tableOf } from '../data/sources.ts'
import type { Catalog } from '../engine/catalog.ts'
import { requireShape } from '../network/layer-parameters.ts'
import type { Parameter } from '../network/parameters.ts'
import { refuseValue } from '../network/refuse.ts'
import type { State } from './description.ts'
import { writers } from './link-forms.ts'

/**
 * The rules between the values of a state: the output layer follows the data, what is selected exists, weights fit the
 * layers.
 * @throws {RangeError}
 */
export function requireFit({ data, network, parameters, view, held }: State, catalog: Catalog) {
  if (data.table && data.name !== handName) refuseValue('noTable', 'data.table', data.name)
  const { outputs } = goalOf(catalog, data)
  if (data.features && !tableOf(data.name)) refuseValue('noFeatures', 'data.features', data.features)
  const { layers } = network
  requireOutput(layers, outputs, catalog)
  requireView(view, layers)
  requireHeld(held, layers)
  if (parameters) requireShape(parameters, layers)
}

type Layers = State['network']['layers']

function requireOutput(layers: Layers, outputs: number, { activations }: Catalog) {
  const last = layers.length - 1
  const { units, activation } = layers[last]
  if (units !== outputs) refuseValue('outputUnits', `network.layers.${last}.units`, units, { count: outputs })
  const isOfLayer = activations.some(({ name, elementwise }) => name === activation && !elementwise)
  if (isOfLayer && outputs === 1)
    refuseValue('alwaysOne', `network.layers.${last}.activation`, activation, { activation })
}

/** What is looked at must be there. Only the worker knows how many inputs there are. */
function requireView({ selected, parameter, against }: State['view'], layers: Layers) {
  if (selected && selected.layer >= 0 && selected.unit >= unitsIn(layers, selected.layer))
    refuseValue('neuron', 'view.selected', writers.neuron(selected))
  if (parameter && !isThere(layers, parameter)) refuseValue('parameter', 'view.parameter', writers.parameter(parameter))
  if (against && !isThere(layers, against)) refuseValue('parameter', 'view.against', writers.parameter(against))
}

function requireHeld({ locked, muted }: State['held'], layers: Layers) {
  const lost = locked.find((parameter) => !isThere(layers, parameter))
  if (lost) refuseValue('parametersOfNetwork', 'held.locked', writers.parameter(lost))
  const isHidden = (layer: number) => layer >= 0 && layer < layers.length - 1
  const wrong = muted.find(({ layer, unit }) => !isHidden(layer) || unit >= unitsIn(layers, layer))
  if (wrong) refuseValue('hidden', 'held.muted', writers.neuron(wrong))
}

const unitsIn = (layers: Layers, layer: number) => layers[layer]?.units ?? 0

const isThere = (layers: Layers, at: Parameter) =>
  at.row < unitsIn(layers, at.layer) && (at.layer === 0 || 'bias' in at || at.column < unitsIn(layers, at.layer - 1))
