import { type HandTable, handName } from '../data/hand.ts'
import { type DataState, goalOf, tableOf } from '../data/sources.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { HeldState } from '../network/held.ts'
import { type LayerParameters, requireShape } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import { plainObject, refuseValue } from '../network/refuse.ts'
import type { Sample } from '../network/rows.ts'
import { type Field, fieldAt, fields, groups, nameOf, putAt, ruleFor, valueAt } from './fields.ts'
import { presetState } from './presets.ts'

/** State v1: made whole from what is given of it and checked as a whole. Nothing is ever half applied. */

export interface State {
  v: 1
  data: DataState
  network: NetworkState
  training: TrainingState
  held: HeldState
  /** The first weights, those of step 0; absent when the initializer and its seed make them. */
  parameters?: LayerParameters[]
  /** Steps to take from the first weights when the state is loaded. */
  step?: number
  view: ViewState
}

interface NetworkState {
  /** Hidden layers, then the output layer; the output layer's units follow the data. */
  layers: LayerSettings[]
  initializer: string
  seed: number
  precision: 'float64' | 'float32'
}

export interface TrainingState {
  cost: string
  optimizer: string
  learningRate: number
  momentum: number
  beta1: number
  beta2: number
  epsilon: number
  rho: number
  weightDecay: number
  l1: number
  l2: number
  batchSize: number
  shuffle: boolean
}

export interface ViewState {
  /** Steps a second while playing; 0 = as fast as the machine goes. */
  speed: number
  logScale: boolean
  /** The row of the training set whose values stand on the neurons. */
  row: number
  /** A sample of the reader's own on the neurons instead of the row. */
  own: Sample | null
  /** Numbers are of one row, or means over the batch of the next step. */
  scope: 'row' | 'batch'
  /** Significant digits of numbers in the pane. */
  digits: number
  /** Regions as hard classes rather than shades. */
  discretize: boolean
  showTest: boolean
  /** The network stays in view while the pane is read. */
  pinned: boolean
  /** The selected neuron, or null: layer -1 is an input, `unit` counts from 0. */
  selected: Neuron | null
  /** The chosen weight or bias, and the one it is set against in the cost surface. */
  parameter: Parameter | null
  against: Parameter | null
  /** Open tab of the pane under the transport. */
  tab: string
}

/**
 * The whole state of which `partial` is a part: what is left out comes from the preset of its data.
 * @param partial plain JSON, of any origin
 * @param present the data that is meant when none is named; without
 * it `data.name` must be there
 * @returns shares nothing with `partial`
 * @throws {TypeError} on unknown settings and wrong types
 * @throws {RangeError} on values that are not allowed or do not fit together
 */
export function completeState(
  partial: unknown,
  catalog: Catalog,
  present?: Pick<State['data'], 'name' | 'target' | 'table'>,
): State {
  const known = ['v', ...groups, ...fields.filter(({ path }) => !path.includes('.')).map(({ path }) => path)]
  const whole = plainObject(partial, 'state', known)
  const { v = 1 } = whole
  if (v !== 1) refuseValue('version', 'v', v)
  for (const group of groups) {
    const names = fields.filter(({ path }) => path.startsWith(`${group}.`)).map(({ path }) => nameOf(path))
    if (whole[group] !== undefined) plainObject(whole[group], group, names)
  }
  const given = present ? withData(whole, present) : whole
  const state = presetState(
    catalog,
    checkedAt(given, 'data.name', catalog) as string,
    (checkedAt(given, 'data.target', catalog) ?? null) as string | null,
    (checkedAt(given, 'data.table', catalog) ?? null) as HandTable | null,
  )
  for (const { path, isOptional } of fields) {
    const isGiven = valueAt(given, path) !== undefined
    if (isGiven || !isOptional) putAt(state, path, checkedAt(isGiven ? given : state, path, catalog))
  }
  requireFit(state, catalog)
  return state
}

/** A partial state that names its data: rows of its own are data entered by hand, else it means the data at present. */
function withData(
  partial: Record<string, unknown>,
  { name, target, table }: Pick<State['data'], 'name' | 'target' | 'table'>,
) {
  const data = partial.data as Partial<DataState> | undefined
  if (data?.name !== undefined) return partial
  return { ...partial, data: data?.table ? { ...data, name: handName } : { name, target, table, ...data } }
}

/**
 * The state with other values at some paths. What stays was checked before and is shared: rows entered by hand may be
 * many.
 * @param changes values by path; undefined takes an optional field away
 * @throws {TypeError | RangeError}
 */
export function changedState(state: State, changes: Record<string, unknown>, catalog: Catalog): State {
  const next = { ...state }
  const parts = next as unknown as Record<string, object>
  for (const group of groups) {
    if (Object.keys(changes).some((path) => path.startsWith(`${group}.`))) parts[group] = { ...parts[group] }
  }
  for (const [path, value] of Object.entries(changes)) {
    if (value === undefined && fieldAt(path)?.isOptional) delete parts[path]
    else {
      putAt(next, path, value === undefined ? valueAt(state, path) : value)
      putAt(next, path, checkedAt(next, path, catalog))
    }
  }
  requireFit(next, catalog)
  return next
}

function checkedAt(state: unknown, path: string, catalog: Catalog): unknown {
  const field = fieldAt(path) as Field
  const value = valueAt(state, path)
  return value === undefined && path !== 'data.name' ? undefined : field.kind.check(value, ruleFor(field, catalog))
}

/** The rules between fields: the output layer follows the data, what is selected exists, weights fit the layers. */
function requireFit({ data, network, parameters, view, held }: State, catalog: Catalog) {
  if (data.table && data.name !== handName) refuseValue('noTable', 'data.table', data.name)
  const { outputs } = goalOf(catalog, data)
  if (data.features && !tableOf(data.name)) refuseValue('noFeatures', 'data.features', data.features)
  const { layers } = network
  const output = layers.length - 1
  if (layers[output].units !== outputs) {
    refuseValue('outputUnits', `network.layers.${output}.units`, layers[output].units, { count: outputs })
  }
  const { activation } = layers[output]
  const isOfLayer = catalog.activations.some(({ name, elementwise }) => name === activation && !elementwise)
  if (isOfLayer && outputs === 1) {
    refuseValue('alwaysOne', `network.layers.${output}.activation`, activation, { activation })
  }
  requireParts({ view, held }, layers)
  if (parameters) requireShape(parameters, layers)
}

/** What is looked at or held must be there. Only the worker knows how many inputs there are. */
function requireParts({ view, held }: Pick<State, 'view' | 'held'>, layers: State['network']['layers']) {
  const { selected, parameter, against } = view
  const units = (layer: number) => layers[layer]?.units ?? 0
  if (selected && selected.layer >= 0 && selected.unit >= units(selected.layer)) {
    refuseValue('neuron', 'view.selected', selected)
  }
  const isThere = (at: Parameter) =>
    at.row < units(at.layer) && (at.layer === 0 || 'bias' in at || at.column < units(at.layer - 1))
  if (parameter && !isThere(parameter)) refuseValue('parameter', 'view.parameter', parameter)
  if (against && !isThere(against)) refuseValue('parameter', 'view.against', against)
  const lost = held.locked.find((at) => !isThere(at))
  if (lost) refuseValue('parametersOfNetwork', 'held.locked', lost)
  const wrong = held.muted.find(({ layer, unit }) => layer < 0 || layer >= layers.length - 1 || unit >= units(layer))
  if (wrong) refuseValue('hidden', 'held.muted', wrong)
}
