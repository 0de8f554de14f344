import { plainObject, refuseType, refuseValue } from './refuse.js'

/**
 * Trainer settings as a caller gives them -> complete settings for the engine. Here types are checked, because Embind
 * turns "x" into 0 without a word; the engine checks the values.
 *
 * @import { Catalog, LayerSettings, Parameter, TrainerSettings } from './types.d.ts'
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

/** @param {unknown} value @param {string} name @returns {number} a whole number from 0 on */
export function wholeNumber(value, name) {
  requireType(value, name, 'number')
  const number = /** @type {number} */ (value)
  if (!Number.isInteger(number) || number < 0 || number > 2 ** 31 - 1)
    refuseValue(name, 'must be a whole number from 0', value)
  return number
}

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
  return checked({ ...defaults, ...optimizer?.defaults, ...withoutUndefined(settings) }, defaults)
}

/**
 * The settings in force with some changed. A change of optimizer brings that optimizer's defaults along.
 * @param {unknown} given
 * @param {Required<TrainerSettings>} current
 * @param {Catalog} catalog
 * @returns {Required<TrainerSettings>}
 */
export function changedSettings(given, current, { defaults, optimizers }) {
  const changes = plainObject(given, 'settings', Object.keys(defaults))
  const isOther = changes.optimizer !== undefined && changes.optimizer !== current.optimizer
  const optimizer = isOther ? optimizers.find(({ name }) => name === changes.optimizer) : undefined
  return checked({ ...current, ...optimizer?.defaults, ...withoutUndefined(changes) }, defaults)
}

/** @param {unknown} given @returns {Parameter} */
export function checkedParameter(given) {
  const { layer, row, column, bias } = plainObject(given, 'parameter', ['layer', 'row', 'column', 'bias'])
  const place = { layer: wholeNumber(layer, 'layer'), row: wholeNumber(row, 'row') }
  if (bias === true) {
    if (column !== undefined) refuseValue('parameter', 'must have a column or be a bias, not both', column)
    return { ...place, bias: true }
  }
  return { ...place, column: wholeNumber(column, 'column') }
}

/** @param {Record<string, any>} settings @param {Record<string, any>} defaults @returns {Required<TrainerSettings>} */
function checked({ inputs, layers, ...rest }, defaults) {
  for (const [name, value] of Object.entries(rest)) {
    requireType(value, name, /** @type {keyof typeof checks} */ (typeof defaults[name]))
  }
  if (!Array.isArray(layers)) refuseType('layers', 'must be an array of { units, activation }', layers)
  return /** @type {any} */ ({ ...rest, inputs: wholeNumber(inputs, 'inputs'), layers: layers.map(checkedLayer) })
}

/** @param {unknown} layer @returns {LayerSettings} */
function checkedLayer(layer) {
  const { units, activation } = plainObject(layer, 'layer', ['units', 'activation'])
  requireType(activation, 'activation', 'string')
  return { units: wholeNumber(units, 'units'), activation: /** @type {string} */ (activation) }
}

/** @param {Record<string, unknown>} object */
function withoutUndefined(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
