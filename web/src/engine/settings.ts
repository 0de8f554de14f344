import type { LayerSettings } from '../network/layers.ts'
import type { Parameter } from '../network/parameters.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import type { Catalog } from './catalog.ts'

/**
 * Trainer settings as a caller gives them -> complete settings for the engine. Here types are checked, because Embind
 * turns "x" into 0 without a word; the engine checks the values.
 */

/** What createTrainer takes. Every field but `layers` and `inputs` may be left out: catalog.defaults fills it. */
export interface TrainerSettings {
  inputs: number
  layers: LayerSettings[]
  cost?: string
  optimizer?: string
  learningRate?: number
  momentum?: number
  beta1?: number
  beta2?: number
  epsilon?: number
  rho?: number
  weightDecay?: number
  l1?: number
  l2?: number
  /** Samples a step; 0 = the whole training set. */
  batchSize?: number
  shuffle?: boolean
  initializer?: string
  seed?: number
  precision?: 'float64' | 'float32'
}

interface Types {
  number: number
  string: string
  boolean: boolean
}

/** Throws unless `value` is of the type. */
export function requireType<Type extends keyof Types>(
  value: unknown,
  name: string,
  type: Type,
): asserts value is Types[Type] {
  const code: keyof Types = type
  if (typeof value !== type) refuseType(code, name, value)
}

/** Throws unless `value` names a row of the table. */
export function requireOption(
  value: unknown,
  name: string,
  table: (string | { name: string })[],
): asserts value is string {
  requireType(value, name, 'string')
  const names = table.map((option) => (typeof option === 'string' ? option : option.name))
  if (!names.includes(value)) refuseValue('choice', name, value, { names: names.join(', ') })
}

export function finiteNumber(value: unknown, name: string): number {
  requireType(value, name, 'number')
  return Number.isFinite(value) ? value : refuseValue('finiteNumber', name, value)
}

/** @returns a whole number from 0 on */
export function wholeNumber(value: unknown, name: string): number {
  requireType(value, name, 'number')
  if (!Number.isInteger(value) || value < 0 || value > largestWhole)
    refuseValue('whole', name, value, { minimum: 0, maximum: largestWhole })
  return value
}

/** What the engine's whole numbers can hold. */
const largestWhole = 2 ** 31 - 1

/**
 * Fills in what is left out: the optimizer's own defaults first, the catalogue's then.
 * @throws {TypeError} for an unknown key or a value of the wrong type
 */
export function completeSettings(given: unknown, catalog: Catalog): Required<TrainerSettings> {
  const { defaults, optimizers } = catalog
  const settings = plainObject(given, 'settings', Object.keys(defaults))
  const optimizer = optimizers.find(({ name }) => name === (settings.optimizer ?? defaults.optimizer))
  return checked({ ...defaults, ...optimizer?.defaults, ...withoutUndefined(settings) }, catalog)
}

/** The settings in force with some changed. A change of optimizer brings that optimizer's defaults along. */
export function changedSettings(
  given: unknown,
  current: Required<TrainerSettings>,
  catalog: Catalog,
): Required<TrainerSettings> {
  const { defaults, optimizers } = catalog
  const changes = plainObject(given, 'settings', Object.keys(defaults))
  const isOther = changes.optimizer !== undefined && changes.optimizer !== current.optimizer
  const optimizer = isOther ? optimizers.find(({ name }) => name === changes.optimizer) : undefined
  return checked({ ...current, ...optimizer?.defaults, ...withoutUndefined(changes) }, catalog)
}

export function checkedParameter(given: unknown, name = 'parameter'): Parameter {
  const { layer, row, column, bias } = plainObject(given, name, ['layer', 'row', 'column', 'bias'])
  const at = { layer: wholeNumber(layer, 'layer'), row: wholeNumber(row, 'row') }
  if (bias !== undefined && typeof bias !== 'boolean') refuseType('trueOrNothing', 'bias', bias)
  if (bias) {
    if (column !== undefined) refuseValue('columnOrBias', name, column)
    return { ...at, bias: true }
  }
  return { ...at, column: wholeNumber(column, 'column') }
}

function checked({ inputs, layers, ...rest }: Record<string, unknown>, catalog: Catalog): Required<TrainerSettings> {
  const { activations, costs, initializers, optimizers, precisions } = catalog
  const tables = { cost: costs, optimizer: optimizers, initializer: initializers, precision: precisions }
  for (const [name, value] of Object.entries(rest)) {
    const usual = catalog.defaults[name as keyof TrainerSettings]
    requireType(value, name, typeof usual as keyof Types)
  }
  for (const [name, table] of Object.entries(tables)) requireOption(rest[name], name, table)
  if (!Array.isArray(layers)) refuseType('layersGiven', 'layers', layers)
  return {
    ...rest,
    inputs: wholeNumber(inputs, 'inputs'),
    layers: Array.from(layers, (layer) => checkedLayer(layer, activations)),
  } as Required<TrainerSettings>
}

function checkedLayer(layer: unknown, activations: Catalog['activations']): LayerSettings {
  const { units, activation } = plainObject(layer, 'layer', ['units', 'activation'])
  requireOption(activation, 'activation', activations)
  return { units: wholeNumber(units, 'units'), activation }
}

function withoutUndefined(object: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
