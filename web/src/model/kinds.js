import { plainObject, refuseType, refuseValue } from './refuse.js'
import { flatten, unflatten } from './parameters.js'
import { decodeNumbers, encodeNumbers } from './base64.js'

/**
 * What a field of State can hold: how its value is checked, written into a link and read from one.
 * `check` returns a value that shares nothing with what it was given, or throws `name: rule, got value`.
 *
 * @import { NumberLimit, LayerSettings, LayerParameters } from './types.d.ts'
 * @typedef {{ path: string, limit: NumberLimit, options: string[], catalog: import('./types.d.ts').Catalog }} Rule
 * @typedef {{ layers: LayerSettings[], isSingle: boolean }} LinkContext
 * @typedef {{
 *   check: (value: any, rule: Rule) => unknown
 *   write: (value: any, context: LinkContext) => string
 *   read: (text: string, path: string, context: LinkContext) => unknown
 *   schema: (rule: Rule) => Record<string, unknown>
 * }} Kind
 */

const mostNames = 4096
const longestName = 200
const word = /^[a-z][a-zA-Z0-9-]{0,39}$/

/** @type {Kind} */
const number = {
  check(value, { path, limit }) {
    if (typeof value !== 'number' || Number.isNaN(value)) refuseType(path, 'must be a number', value)
    const { minimum, maximum, exclusiveMinimum, integer } = limit
    const isAllowed = (exclusiveMinimum ? value > minimum : value >= minimum) && value <= maximum
    if (!isAllowed || (integer && !Number.isInteger(value))) refuseValue(path, ruleOf(limit), value)
    return value
  },
  write: String,
  read(text, path) {
    const value = Number(text)
    return /^[-+.\deE]+$/.test(text) && !Number.isNaN(value) ? value : refuseType(path, 'must be a number', text)
  },
  schema: ({ limit: { minimum, maximum, exclusiveMinimum, integer, description } }) => ({
    type: integer ? 'integer' : 'number',
    ...(exclusiveMinimum ? { exclusiveMinimum: minimum } : { minimum }),
    maximum,
    description,
  }),
}

/** @param {NumberLimit} limit */
function ruleOf({ minimum, maximum, exclusiveMinimum, integer }) {
  if (integer) return `must be a whole number from ${minimum} to ${maximum}`
  return exclusiveMinimum ? `must be > ${minimum} and at most ${maximum}` : `must be from ${minimum} to ${maximum}`
}

/** @type {Kind} */
const flag = {
  check: (value, { path }) => (typeof value === 'boolean' ? value : refuseType(path, 'must be true or false', value)),
  write: String,
  read: (text, path) =>
    text === 'true' || text === 'false' ? text === 'true' : refuseType(path, 'must be true or false', text),
  schema: () => ({ type: 'boolean' }),
}

/** One of a table of options. @type {Kind} */
const choice = {
  check(value, { path, options }) {
    if (typeof value !== 'string') refuseType(path, 'must be a name', value)
    return options.includes(value) ? value : refuseValue(path, `must be one of ${options.join(', ')}`, value)
  },
  write: String,
  read: (text) => text,
  schema: ({ options }) => ({ enum: options }),
}

/** The name of a column, or null for the table's own choice. @type {Kind} */
const column = {
  check(value, { path }) {
    if (value === null) return null
    if (typeof value !== 'string') refuseType(path, 'must be the name of a column or null', value)
    return value.length > 0 && value.length <= longestName
      ? value
      : refuseValue(path, 'must be the name of a column', value)
  },
  write: String,
  read: (text) => text,
  schema: () => ({ type: ['string', 'null'], minLength: 1, maxLength: longestName }),
}

/** Names of columns, each once, or null for the table's own choice. @type {Kind} */
const columns = {
  check(value, rule) {
    if (value === null) return null
    if (!Array.isArray(value)) refuseType(rule.path, 'must be a list of columns or null', value)
    if (value.length === 0 || value.length > mostNames) refuseValue(rule.path, 'must name at least one column', value)
    if (new Set(value).size < value.length) refuseValue(rule.path, 'must name each column once', value)
    return value.map((name) => column.check(name ?? refuseType(rule.path, 'must name columns', name), rule))
  },
  write: (value) => value.join('~'),
  read: (text) => text.split('~'),
  schema: () => ({
    type: ['array', 'null'],
    items: { type: 'string', minLength: 1, maxLength: longestName },
    minItems: 1,
    uniqueItems: true,
  }),
}

/** The name of a part of the page. @type {Kind} */
const part = {
  check: (value, { path }) =>
    typeof value === 'string' && word.test(value) ? value : refuseType(path, 'must be a short name', value),
  write: String,
  read: (text) => text,
  schema: () => ({ type: 'string', pattern: word.source }),
}

/** A neuron, or null. @type {Kind} */
const neuron = {
  check(value, { path }) {
    if (value === null) return null
    const { layer, unit } = plainObject(value, path, ['layer', 'unit'])
    const isNeuron = Number.isInteger(layer) && Number(layer) >= -1 && Number.isInteger(unit) && Number(unit) >= 0
    return isNeuron ? { layer, unit } : refuseValue(path, 'must be a layer from -1 and a unit from 0', value)
  },
  write: ({ layer, unit }) => `${layer}.${unit}`,
  read(text, path) {
    const parts = /^(-?\d{1,6})\.(\d{1,6})$/.exec(text)
    return parts ? { layer: Number(parts[1]), unit: Number(parts[2]) } : refuseType(path, 'must be layer.unit', text)
  },
  schema: () => ({
    type: ['object', 'null'],
    properties: { layer: { type: 'integer', minimum: -1 }, unit: { type: 'integer', minimum: 0 } },
    required: ['layer', 'unit'],
    additionalProperties: false,
  }),
}

/** Hidden layers and the output layer: in a link 8.tanh-8.tanh-1.sigmoid. @type {Kind} */
const layers = {
  check(value, { path, catalog }) {
    if (!Array.isArray(value)) refuseType(path, 'must be a list of layers', value)
    const { layers: count, units } = catalog.limits
    number.check(value.length, { path: `${path}.length`, limit: count, options: [], catalog })
    return value.map((layer, i) => {
      const at = `${path}.${i}`
      const fields = plainObject(layer, at, ['units', 'activation'])
      return {
        units: number.check(fields.units, { path: `${at}.units`, limit: units, options: [], catalog }),
        activation: choice.check(fields.activation, {
          path: `${at}.activation`,
          limit: units,
          options: catalog.activations.map(({ name }) => name),
          catalog,
        }),
      }
    })
  },
  write: (/** @type {LayerSettings[]} */ value) =>
    value.map(({ units, activation }) => `${units}.${activation}`).join('-'),
  read: (text, path) =>
    text.split('-').map((layer) => {
      const parts = /^(\d{1,6})\.([a-zA-Z0-9]{1,40})$/.exec(layer)
      return parts
        ? { units: Number(parts[1]), activation: parts[2] }
        : refuseType(path, 'must be units.activation, as in 8.tanh-1.sigmoid', text)
    }),
  schema: ({ catalog: { activations, limits } }) => ({
    type: 'array',
    minItems: limits.layers.minimum,
    maxItems: limits.layers.maximum,
    items: {
      type: 'object',
      properties: {
        units: { type: 'integer', minimum: limits.units.minimum, maximum: limits.units.maximum },
        activation: { enum: activations.map(({ name }) => name) },
      },
      required: ['units', 'activation'],
      additionalProperties: false,
    },
  }),
}

/** Weights and biases of every layer: in a link base64url of the engine's flat order. @type {Kind} */
const parameters = {
  check(value, { path }) {
    if (!Array.isArray(value)) refuseType(path, 'must be a list of layers', value)
    return value.map((layer, i) => layerParameters(layer, `${path}.${i}`))
  },
  write: (/** @type {LayerParameters[]} */ value, { isSingle }) =>
    encodeNumbers(isSingle ? Float32Array.from(flatten(value)) : flatten(value)),
  read: (text, path, { layers: shape, isSingle }) => unflatten(decodeNumbers(text, path, isSingle), shape, path),
  schema: () => ({
    type: 'array',
    items: {
      type: 'object',
      properties: {
        weights: { type: 'array', items: { type: 'array', items: { type: 'number' } } },
        bias: { type: 'array', items: { type: 'number' } },
      },
      required: ['weights', 'bias'],
      additionalProperties: false,
    },
  }),
}

/** @param {unknown} value @param {string} path */
function layerParameters(value, path) {
  const { weights, bias } = plainObject(value, path, ['weights', 'bias'])
  if (!Array.isArray(weights)) refuseType(`${path}.weights`, 'must be a list of rows', weights)
  return {
    weights: weights.map((row, r) => numbers(row, `${path}.weights.${r}`)),
    bias: numbers(bias, `${path}.bias`),
  }
}

/** @param {unknown} value @param {string} path @returns {number[]} */
function numbers(value, path) {
  if (!Array.isArray(value)) refuseType(path, 'must be a list of numbers', value)
  const at = value.findIndex((item) => typeof item !== 'number' || !Number.isFinite(item))
  return at < 0 ? [...value] : refuseType(`${path}.${at}`, 'must be a finite number', value[at])
}

export const kinds = { number, flag, choice, column, columns, part, neuron, layers, parameters }
