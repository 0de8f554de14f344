import type { HandTable } from '../data/hand.ts'
import type { Catalog, NumberLimit } from '../engine/catalog.ts'
import { flatten, type LayerParameters, unflatten } from '../network/layer-parameters.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import type { Sample } from '../network/rows.ts'
import { decodeNumbers, encodeNumbers } from './base64.ts'

/**
 * What a field of State can hold: how its value is checked, written into a link and read from one.
 * `check` returns a value that shares nothing with what it was given, or throws `name: rule, got value`.
 */

export interface Rule {
  path: string
  limit: NumberLimit
  options: string[]
  catalog: Catalog
}

interface LinkContext {
  layers: LayerSettings[]
  isSingle: boolean
}

export interface Kind<Value = unknown> {
  check(value: unknown, rule: Rule): Value
  write(value: NonNullable<Value>, context: LinkContext): string
  /** What is read is still to be checked. */
  read(text: string, path: string, context: LinkContext): unknown
  /** What a list holds. */
  item?: Kind
}

const mostNames = 4096
export const longestName = 200
export const mostHeld = 10_000
export const word = /^[a-z][a-zA-Z0-9-]{0,39}$/

const number: Kind<number> = {
  check(value, { path, limit }) {
    if (typeof value !== 'number' || Number.isNaN(value)) refuseType('number', path, value)
    const { minimum, maximum, exclusiveMinimum, integer } = limit
    const isAllowed = (exclusiveMinimum ? value > minimum : value >= minimum) && value <= maximum
    if (!isAllowed || (integer && !Number.isInteger(value))) refuseLimit(path, limit, value)
    return value
  },
  write: String,
  read: parsedNumber,
}

function parsedNumber(text: string, path: string) {
  const value = Number(text)
  return /^[-+.\deE]+$/.test(text) && !Number.isNaN(value) ? value : refuseType('number', path, text)
}

function refuseLimit(path: string, { minimum, maximum, exclusiveMinimum, integer }: NumberLimit, value: number): never {
  refuseValue(integer ? 'whole' : exclusiveMinimum ? 'above' : 'between', path, value, { minimum, maximum })
}

const flag: Kind<boolean> = {
  check: (value, { path }) => (typeof value === 'boolean' ? value : refuseType('flag', path, value)),
  write: String,
  read: (text, path) => (text === 'true' || text === 'false' ? text === 'true' : refuseType('flag', path, text)),
}

/** One of a table of options. */
const choice: Kind<string> = {
  check(value, { path, options }) {
    if (typeof value !== 'string') refuseType('name', path, value)
    return options.includes(value) ? value : refuseValue('choice', path, value, { names: options.join(', ') })
  },
  write: String,
  read: (text) => text,
}

/** The name of a column, or null for the table's own choice. */
const column: Kind<string | null> = {
  check(value, { path }) {
    if (value === null) return null
    if (typeof value !== 'string') refuseType('column', path, value)
    return value.length > 0 && value.length <= longestName ? value : refuseValue('columnName', path, value)
  },
  write: String,
  read: (text) => text,
}

/** Names of columns, each once, or null for the table's own choice. */
const columns: Kind<string[] | null> = {
  check(value, rule) {
    if (value === null) return null
    if (!Array.isArray(value)) refuseType('columns', rule.path, value)
    if (value.length === 0 || value.length > mostNames) refuseValue('someColumn', rule.path, value)
    if (new Set(value).size < value.length) refuseValue('columnsOnce', rule.path, value)
    return value.map((name) => column.check(name ?? refuseType('columns', rule.path, value), rule) as string)
  },
  write: (value) => value.join('~'),
  read: (text) => text.split('~'),
}

/** The name of a part of the page. */
const part: Kind<string> = {
  check: (value, { path }) =>
    typeof value === 'string' && word.test(value) ? value : refuseType('shortName', path, value),
  write: String,
  read: (text) => text,
}

/** A neuron, or null; layer -1 is an input. */
const neuron: Kind<Neuron | null> = {
  check(value, { path }) {
    if (value === null) return null
    const { layer, unit } = plainObject(value, path, ['layer', 'unit'])
    const isNeuron = Number.isInteger(layer) && Number(layer) >= -1 && Number.isInteger(unit) && Number(unit) >= 0
    return isNeuron ? ({ layer, unit } as Neuron) : refuseValue('neuronAt', path, value)
  },
  write: ({ layer, unit }) => `${layer}.${unit}`,
  read(text, path) {
    const parts = /^(-?\d{1,6})\.(\d{1,6})$/.exec(text)
    return parts ? { layer: Number(parts[1]), unit: Number(parts[2]) } : refuseType('neuronText', path, text)
  },
}

/** A weight or a bias, or null: in a link layer.row.column or layer.row.b. */
const parameter: Kind<Parameter | null> = {
  check(value, { path }) {
    if (value === null) return null
    const { layer, row, column, bias } = plainObject(value, path, ['layer', 'row', 'column', 'bias'])
    const isIndex = (index: unknown) => Number.isInteger(index) && Number(index) >= 0
    if (isIndex(layer) && isIndex(row)) {
      if (bias === true && column === undefined) return { layer, row, bias } as Parameter
      if (bias === undefined && isIndex(column)) return { layer, row, column } as Parameter
    }
    return refuseValue('parameterAt', path, value)
  },
  write: (at) => `${at.layer}.${at.row}.${'bias' in at ? 'b' : at.column}`,
  read(text, path) {
    const parts = /^(\d{1,6})\.(\d{1,6})\.(b|\d{1,6})$/.exec(text)
    if (!parts) return refuseType('parameterText', path, text)
    const at = { layer: Number(parts[1]), row: Number(parts[2]) }
    return parts[3] === 'b' ? { ...at, bias: true } : { ...at, column: Number(parts[3]) }
  },
}

/** Several of a kind, each once. */
const listOf = <Value>(kind: Kind<Value>): Kind<NonNullable<Value>[]> => ({
  item: kind,
  check(value, rule) {
    if (!Array.isArray(value)) refuseType('list', rule.path, value)
    if (value.length > mostHeld) refuseValue('most', `${rule.path}.length`, value.length, { maximum: mostHeld })
    const items = value.map((item, i) => {
      const path = `${rule.path}.${i}`
      return kind.check(item, { ...rule, path }) ?? refuseType('present', path, item)
    })
    const isOnce = new Set(items.map((item) => Object.values(item).join())).size === items.length
    return isOnce ? items : refuseValue('once', rule.path, value)
  },
  write: (value, context) => value.map((item) => kind.write(item, context)).join('-'),
  read: (text, path, context) => (text ? text.split('-').map((item) => kind.read(item, path, context)) : []),
})

/** A sample of one's own, or null: in a link its input, then its target. */
const sample: Kind<Sample | null> = {
  check(value, { path }) {
    if (value === null) return null
    const { input, target } = plainObject(value, path, ['input', 'target'])
    return { input: numbers(input, `${path}.input`), target: numbers(target, `${path}.target`) }
  },
  write: ({ input, target }) => [input, target].map(joined).join('!'),
  read(text, path) {
    const [input, target = '', ...rest] = text.split('!')
    if (rest.length) refuseType('sampleText', path, text)
    return { input: parted(input, path), target: parted(target, path) }
  },
}

/** Rows entered by hand, or null: in a link input names, output names, then row by row. */
const table: Kind<HandTable | null> = {
  check(value, { path, limit, catalog }) {
    if (value === null) return null
    const { inputs, outputs, rows } = plainObject(value, path, ['inputs', 'outputs', 'rows'])
    const names = [...columnNames(inputs, `${path}.inputs`), ...columnNames(outputs, `${path}.outputs`)]
    if (new Set(names).size < names.length) refuseValue('columnsOnce', path, names)
    if (!Array.isArray(rows)) refuseType('listOfRows', `${path}.rows`, rows)
    const most = catalog.limits.samples.maximum
    if (rows.length > most) refuseValue('mostRows', `${path}.rows`, rows.length, { maximum: most })
    if (rows.length < 1 || rows.length * names.length > limit.maximum) {
      refuseValue('mostNumbers', `${path}.rows`, rows.length, { maximum: limit.maximum })
    }
    const checked = rows.map((row, i) => {
      const at = `${path}.rows.${i}`
      const list = numbers(row, at)
      return list.length === names.length ? list : refuseValue('length', at, list.length, { count: names.length })
    })
    const count = (inputs as string[]).length
    return { inputs: names.slice(0, count), outputs: names.slice(count), rows: checked }
  },
  write: ({ inputs, outputs, rows }) => [inputs.join('~'), outputs.join('~'), ...rows.map(joined)].join('!'),
  read(text, path) {
    const [inputs, outputs = '', ...rows] = text.split('!')
    return { inputs: inputs.split('~'), outputs: outputs.split('~'), rows: rows.map((row) => parted(row, path)) }
  },
}

export const columnName = /^[^~!]{1,40}$/

function columnNames(value: unknown, path: string): string[] {
  if (!Array.isArray(value) || value.length === 0) refuseType('names', path, value)
  const wrong = value.find((name) => typeof name !== 'string' || !columnName.test(name))
  return wrong === undefined ? [...value] : refuseValue('columnNames', path, wrong)
}

const joined = (values: number[]) => values.join('~')

const parted = (text: string, path: string) => text.split('~').map((number) => parsedNumber(number, path))

/** Hidden layers and the output layer: in a link 8.tanh-8.tanh-1.sigmoid. */
const layers: Kind<LayerSettings[]> = {
  check(value, { path, catalog }) {
    if (!Array.isArray(value)) refuseType('listOfLayers', path, value)
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
  write: (value) => value.map(({ units, activation }) => `${units}.${activation}`).join('-'),
  read: (text, path) =>
    text.split('-').map((layer) => {
      const parts = /^(\d{1,6})\.([a-zA-Z0-9]{1,40})$/.exec(layer)
      return parts ? { units: Number(parts[1]), activation: parts[2] } : refuseType('layersText', path, text)
    }),
}

/** Weights and biases of every layer: in a link base64url of the engine's flat order. */
const parameters: Kind<LayerParameters[]> = {
  check(value, { path }) {
    if (!Array.isArray(value)) refuseType('listOfLayers', path, value)
    return value.map((layer, i) => layerParameters(layer, `${path}.${i}`))
  },
  write: (value, { isSingle }) => encodeNumbers(isSingle ? Float32Array.from(flatten(value)) : flatten(value)),
  read: (text, path, { layers: shape, isSingle }) => unflatten(decodeNumbers(text, path, isSingle), shape, path),
}

function layerParameters(value: unknown, path: string) {
  const { weights, bias } = plainObject(value, path, ['weights', 'bias'])
  if (!Array.isArray(weights)) refuseType('listOfRows', `${path}.weights`, weights)
  return {
    weights: weights.map((row, r) => numbers(row, `${path}.weights.${r}`)),
    bias: numbers(bias, `${path}.bias`),
  }
}

function numbers(value: unknown, path: string): number[] {
  if (!Array.isArray(value)) refuseType('numbers', path, value)
  const at = value.findIndex((item) => typeof item !== 'number' || !Number.isFinite(item))
  return at < 0 ? [...value] : refuseType('finiteNumber', `${path}.${at}`, value[at])
}

export const kinds = {
  number,
  flag,
  choice,
  column,
  columns,
  table,
  part,
  neuron,
  parameter,
  sample,
  layers,
  parameters,
  listOf,
}
