import { plainObject, refuseType, refuseValue } from '../network/refuse.js'

/**
 * Trainer settings as a caller gives them -> complete settings for the engine. Here types are checked, because Embind
 * turns "x" into 0 without a word; the engine checks the values.
 *
 * @import { Catalog, LayerSettings, Parameter, TrainerSettings } from '../types.d.ts'
 */

const checks = {
  number: (/** @type {unknown} */ value) => typeof value === 'number',
  string: (/** @type {unknown} */ value) => typeof value === 'string',
  boolean: (/** @type {unknown} */ value) => typeof value === 'boolean',
}

/**
 * Throws unless `value` is of the type.
 * @param {unknown} value @param {string} name @param {keyof typeof checks} type
 */
export function requireType(value, name, type) {
  if (!checks[type](value)) refuseType(name, `must be a ${type}`, value)
}

/**
 * Throws unless `value` names a row of the table.
 * @param {unknown} value @param {string} name @param {(string | { name: string })[]} table
 */
export function requireOption(value, name, table) {
  requireType(value, name, 'string')
  const names = table.map((option) => (typeof option === 'string' ? option : option.name))
  if (!names.includes(/** @type {string} */ (value))) refuseValue(name, `must be one of ${names.join(', ')}`, value)
}

/** @param {unknown} value @param {string} name @returns {number} */
export function finiteNumber(value, name) {
  requireType(value, name, 'number')
  return Number.isFinite(value) ? /** @type {number} */ (value) : refuseValue(name, 'must be a finite number', value)
}

/** @param {unknown} value @param {string} name @returns {number} a whole number from 0 on */
export function wholeNumber(value, name) {
  requireType(value, name, 'number')
  const number = /** @type {number} */ (value)
  if (!Number.isInteger(number) || number < 0 || number > largestWhole)
    refuseValue(name, `must be a whole number from 0 to ${largestWhole}`, value)
  return number
}

/** What the engine's whole numbers can hold. */
const largestWhole = 2 ** 31 - 1

/**
 * Fills in what is left out: the optimizer's own defaults first, the catalogue's then.
 * @param {unknown} given
 * @param {Catalog} catalog
 * @returns {Required<TrainerSettings>}
 * @throws {TypeError} for an unknown key or a value of the wrong type
 */
export function completeSettings(given, catalog) {
  const { defaults, optimizers } = catalog
  const settings = plainObject(given, 'settings', Object.keys(defaults))
  const optimizer = optimizers.find(({ name }) => name === (settings.optimizer ?? defaults.optimizer))
  return checked({ ...defaults, ...optimizer?.defaults, ...withoutUndefined(settings) }, catalog)
}

/**
 * The settings in force with some changed. A change of optimizer brings that optimizer's defaults along.
 * @param {unknown} given
 * @param {Required<TrainerSettings>} current
 * @param {Catalog} catalog
 * @returns {Required<TrainerSettings>}
 */
export function changedSettings(given, current, catalog) {
  const { defaults, optimizers } = catalog
  const changes = plainObject(given, 'settings', Object.keys(defaults))
  const isOther = changes.optimizer !== undefined && changes.optimizer !== current.optimizer
  const optimizer = isOther ? optimizers.find(({ name }) => name === changes.optimizer) : undefined
  return checked({ ...current, ...optimizer?.defaults, ...withoutUndefined(changes) }, catalog)
}

/** @param {unknown} given @param {string} [name] @returns {Parameter} */
export function checkedParameter(given, name = 'parameter') {
  const { layer, row, column, bias } = plainObject(given, name, ['layer', 'row', 'column', 'bias'])
  const at = { layer: wholeNumber(layer, 'layer'), row: wholeNumber(row, 'row') }
  if (bias !== undefined && typeof bias !== 'boolean') refuseType('bias', 'must be true or left out', bias)
  if (bias) {
    if (column !== undefined) refuseValue(name, 'must have a column or be a bias, not both', column)
    return { ...at, bias: true }
  }
  return { ...at, column: wholeNumber(column, 'column') }
}

/** @param {Record<string, any>} settings @param {Catalog} catalog @returns {Required<TrainerSettings>} */
function checked({ inputs, layers, ...rest }, catalog) {
  const { activations, costs, initializers, optimizers, precisions } = catalog
  const tables = { cost: costs, optimizer: optimizers, initializer: initializers, precision: precisions }
  for (const [name, value] of Object.entries(rest)) {
    const usual = catalog.defaults[/** @type {keyof TrainerSettings} */ (name)]
    requireType(value, name, /** @type {keyof typeof checks} */ (typeof usual))
  }
  for (const [name, table] of Object.entries(tables)) requireOption(rest[name], name, table)
  if (!Array.isArray(layers)) refuseType('layers', 'must be an array of { units, activation }', layers)
  return /** @type {any} */ ({
    ...rest,
    inputs: wholeNumber(inputs, 'inputs'),
    layers: Array.from(layers, (layer) => checkedLayer(layer, activations)),
  })
}

/** @param {unknown} layer @param {Catalog['activations']} activations @returns {LayerSettings} */
function checkedLayer(layer, activations) {
  const { units, activation } = plainObject(layer, 'layer', ['units', 'activation'])
  requireOption(activation, 'activation', activations)
  return { units: wholeNumber(units, 'units'), activation: /** @type {string} */ (activation) }
}

/** @param {Record<string, unknown>} object */
function withoutUndefined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
