import { dataNames } from '../data/sources.ts'
import type { Catalog, NumberLimit } from '../engine/catalog.ts'
import { type Kind, kinds, type Rule } from './kinds.ts'

/**
 * Every field of State v1, once: where it stands, what a link calls it, what it can hold. Validation, links, the schema
 * and the commands are all built from this table, so a new setting is one line here (and one in types.d.ts).
 * Limits and options are the engine's wherever the engine has them.
 */

export interface Field {
  path: string
  key: string
  kind: Kind
  limit?: NumberLimit
  options?: (catalog: Catalog) => string[]
  isOptional?: boolean
}

const names = (options: { name: string }[]) => options.map(({ name }) => name)

export const fields: readonly Field[] = Object.freeze([
  { path: 'data.name', key: 'data', kind: kinds.choice, options: dataNames },
  { path: 'data.samples', key: 'samples', kind: kinds.number },
  { path: 'data.noise', key: 'noise', kind: kinds.number },
  { path: 'data.testShare', key: 'test', kind: kinds.number },
  { path: 'data.seed', key: 'dataSeed', kind: kinds.number },
  { path: 'data.features', key: 'features', kind: kinds.columns },
  { path: 'data.target', key: 'target', kind: kinds.column },
  { path: 'data.standardize', key: 'standardize', kind: kinds.flag },
  {
    path: 'data.table',
    key: 'rows',
    kind: kinds.table,
    limit: limit(1, 1_000_000, true, 'A small table entered by hand.'),
  },

  { path: 'network.layers', key: 'layers', kind: kinds.layers },
  { path: 'network.initializer', key: 'init', kind: kinds.choice, options: ({ initializers }) => names(initializers) },
  { path: 'network.seed', key: 'seed', kind: kinds.number },
  { path: 'network.precision', key: 'precision', kind: kinds.choice, options: ({ precisions }) => precisions },

  { path: 'training.cost', key: 'cost', kind: kinds.choice, options: ({ costs }) => names(costs) },
  { path: 'training.optimizer', key: 'optimizer', kind: kinds.choice, options: ({ optimizers }) => names(optimizers) },
  { path: 'training.learningRate', key: 'rate', kind: kinds.number },
  { path: 'training.momentum', key: 'momentum', kind: kinds.number },
  { path: 'training.beta1', key: 'beta1', kind: kinds.number },
  { path: 'training.beta2', key: 'beta2', kind: kinds.number },
  { path: 'training.epsilon', key: 'epsilon', kind: kinds.number },
  { path: 'training.rho', key: 'rho', kind: kinds.number },
  { path: 'training.weightDecay', key: 'decay', kind: kinds.number },
  { path: 'training.l1', key: 'l1', kind: kinds.number },
  { path: 'training.l2', key: 'l2', kind: kinds.number },
  { path: 'training.batchSize', key: 'batch', kind: kinds.number },
  { path: 'training.shuffle', key: 'shuffle', kind: kinds.flag },

  {
    path: 'view.speed',
    key: 'speed',
    kind: kinds.number,
    limit: limit(0, 1000, false, 'Steps a second while playing; 0 is as fast as the machine goes.'),
  },
  { path: 'view.logScale', key: 'log', kind: kinds.flag },
  {
    path: 'view.row',
    key: 'row',
    kind: kinds.number,
    limit: limit(0, 99_999, true, 'The row of the training set whose values are shown.'),
  },
  { path: 'view.own', key: 'own', kind: kinds.sample },
  { path: 'view.scope', key: 'scope', kind: kinds.choice, options: () => ['row', 'batch'] },
  {
    path: 'view.digits',
    key: 'digits',
    kind: kinds.number,
    limit: limit(3, 15, true, 'Significant digits of numbers in the pane.'),
  },
  { path: 'view.discretize', key: 'hard', kind: kinds.flag },
  { path: 'view.showTest', key: 'showTest', kind: kinds.flag },
  { path: 'view.pinned', key: 'pin', kind: kinds.flag },
  { path: 'view.selected', key: 'select', kind: kinds.neuron },
  { path: 'view.parameter', key: 'parameter', kind: kinds.parameter },
  { path: 'view.against', key: 'against', kind: kinds.parameter },
  { path: 'view.tab', key: 'tab', kind: kinds.part },

  { path: 'held.locked', key: 'locked', kind: kinds.listOf(kinds.parameter) },
  { path: 'held.muted', key: 'muted', kind: kinds.listOf(kinds.neuron) },

  {
    path: 'step',
    key: 'step',
    kind: kinds.number,
    isOptional: true,
    limit: limit(0, 1_000_000, true, 'Steps to take before the state is shown.'),
  },
  { path: 'parameters', key: 'weights', kind: kinds.parameters, isOptional: true },
])

function limit(minimum: number, maximum: number, integer: boolean, description: string) {
  return { minimum, maximum, exclusiveMinimum: false, integer, description }
}

/** Paths that hold fields: 'data', 'network', 'training', 'view'. */
export const groups = [...new Set(fields.flatMap(({ path }) => (path.includes('.') ? [path.split('.')[0]] : [])))]

export const fieldAt = (path: string) => fields.find((field) => field.path === path)

/** The rule by which the field's kind judges a value. */
export const ruleFor = (field: Field, catalog: Catalog): Rule => ({
  path: field.path,
  limit: field.limit ?? catalog.limits[nameOf(field.path)],
  options: field.options?.(catalog) ?? [],
  catalog,
})

/** The last word of a path: the name under which the engine knows the setting. */
export const nameOf = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** The value at a path of a state or of a part of one; undefined where there is none. */
export const valueAt = (state: unknown, path: string) =>
  path.split('.').reduce((value, key) => (has(value, key) ? value[key] : undefined), state)

const has = (value: unknown, key: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)

/**
 * Puts a value at a path, making the groups on its way.
 * @param path a path of `fields`
 */
export function putAt(state: object, path: string, value: unknown) {
  const whole = state as Record<string, unknown>
  const [group, name] = path.split('.')
  if (name === undefined) whole[group] = value
  else ((whole[group] ??= {}) as Record<string, unknown>)[name] = value
}
