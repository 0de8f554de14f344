import { handName } from '../data/hand.js'
import { goalOf, tableOf } from '../data/sources.js'
import { requireShape } from '../network/parameter-order.js'
import { plainObject, refuseValue } from '../network/refuse.js'
import { fieldAt, fields, groups, nameOf, putAt, ruleFor, valueAt } from './fields.js'
import { presetState } from './presets.js'

/**
 * State v1: made whole from what is given of it and checked as a whole. Nothing is ever half applied.
 *
 * @import { Catalog, Parameter, State } from '../types.d.ts'
 */

/**
 * The whole state of which `partial` is a part: what is left out comes from the preset of its data.
 * @param {unknown} partial plain JSON, of any origin
 * @param {Catalog} catalog
 * @param {Pick<State['data'], 'name' | 'target' | 'table'>} [present] the data that is meant when none is named; without
 * it `data.name` must be there
 * @returns {State} shares nothing with `partial`
 * @throws {TypeError} on unknown settings and wrong types
 * @throws {RangeError} on values that are not allowed or do not fit together
 */
export function completeState(partial, catalog, present) {
  const known = ['v', ...groups, ...fields.filter(({ path }) => !path.includes('.')).map(({ path }) => path)]
  const whole = plainObject(partial, 'state', known)
  const { v = 1 } = whole
  if (v !== 1) refuseValue('v', 'must be 1', v)
  for (const group of groups) {
    const names = fields.filter(({ path }) => path.startsWith(`${group}.`)).map(({ path }) => nameOf(path))
    if (whole[group] !== undefined) plainObject(whole[group], group, names)
  }
  const given = present ? withData(whole, present) : whole
  const state = presetState(
    catalog,
    checkedAt(given, 'data.name', catalog),
    checkedAt(given, 'data.target', catalog) ?? null,
    checkedAt(given, 'data.table', catalog) ?? null,
  )
  for (const { path, isOptional } of fields) {
    const isGiven = valueAt(given, path) !== undefined
    if (isGiven || !isOptional) putAt(state, path, checkedAt(isGiven ? given : state, path, catalog))
  }
  requireFit(state, catalog)
  return state
}

/**
 * A partial state that names its data: rows of its own are data entered by hand, else it means the data at present.
 * @param {Record<string, any>} partial
 * @param {Pick<State['data'], 'name' | 'target' | 'table'>} present
 */
function withData(partial, { name, target, table }) {
  const { data } = partial
  if (data?.name !== undefined) return partial
  return { ...partial, data: data?.table ? { ...data, name: handName } : { name, target, table, ...data } }
}

/**
 * The state with other values at some paths. What stays was checked before and is shared: rows entered by hand may be many.
 * @param {State} state
 * @param {Record<string, unknown>} changes values by path; undefined takes an optional field away
 * @param {Catalog} catalog
 * @returns {State}
 * @throws {TypeError | RangeError}
 */
export function changedState(state, changes, catalog) {
  const next = /** @type {any} */ ({ ...state })
  for (const group of groups) {
    if (Object.keys(changes).some((path) => path.startsWith(`${group}.`))) next[group] = { ...next[group] }
  }
  for (const [path, value] of Object.entries(changes)) {
    if (value === undefined && fieldAt(path)?.isOptional) delete next[path]
    else {
      putAt(next, path, value === undefined ? valueAt(state, path) : value)
      putAt(next, path, checkedAt(next, path, catalog))
    }
  }
  requireFit(next, catalog)
  return next
}

/**
 * @param {unknown} state
 * @param {string} path
 * @param {Catalog} catalog
 * @returns {any}
 */
function checkedAt(state, path, catalog) {
  const field = /** @type {import('./fields.js').Field} */ (fieldAt(path))
  const value = valueAt(state, path)
  return value === undefined && path !== 'data.name' ? undefined : field.kind.check(value, ruleFor(field, catalog))
}

/**
 * The rules between fields: the output layer follows the data, what is selected exists, weights fit the layers.
 * @param {State} state
 * @param {Catalog} catalog
 */
function requireFit({ data, network, parameters, view, held }, catalog) {
  if (data.table && data.name !== handName)
    refuseValue('data.table', 'must be left out: the data is not entered by hand', data.name)
  const { outputs } = goalOf(catalog, data)
  if (data.features && !tableOf(data.name)) refuseValue('data.features', 'must be left to the generator', data.features)
  const { layers } = network
  const output = layers.length - 1
  if (layers[output].units !== outputs) {
    refuseValue(`network.layers.${output}.units`, `must be ${outputs}, one a value to predict`, layers[output].units)
  }
  if (layers[output].activation === 'softmax' && outputs === 1) {
    refuseValue(
      `network.layers.${output}.activation`,
      'must not be softmax over one unit, which is always 1',
      'softmax',
    )
  }
  requireParts({ view, held }, layers)
  if (parameters) requireShape(parameters, layers)
}

/**
 * What is looked at or held must be there. Only the worker knows how many inputs there are.
 * @param {Pick<State, 'view' | 'held'>} state
 * @param {State['network']['layers']} layers
 */
function requireParts({ view, held }, layers) {
  const { selected, parameter, against } = view
  const units = (/** @type {number} */ layer) => layers[layer]?.units ?? 0
  if (selected && selected.layer >= 0 && selected.unit >= units(selected.layer)) {
    refuseValue('view.selected', 'must be a neuron of the network', selected)
  }
  const isThere = (/** @type {Parameter} */ at) =>
    at.row < units(at.layer) && (at.layer === 0 || 'bias' in at || at.column < units(at.layer - 1))
  if (parameter && !isThere(parameter))
    refuseValue('view.parameter', 'must be a weight or bias of the network', parameter)
  if (against && !isThere(against)) refuseValue('view.against', 'must be a weight or bias of the network', against)
  const lost = held.locked.find((at) => !isThere(at))
  if (lost) refuseValue('held.locked', 'must be weights or biases of the network', lost)
  const wrong = held.muted.find(({ layer, unit }) => layer < 0 || layer >= layers.length - 1 || unit >= units(layer))
  if (wrong) refuseValue('held.muted', 'must be hidden neurons of the network', wrong)
}
