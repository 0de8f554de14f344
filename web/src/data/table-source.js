import { refuseValue } from '../network/refuse.js'
import { fromColumns } from '../network/rows.js'
import { goalOf, tableOf } from './sources.js'

/**
 * A shipped table turned into raw inputs and targets.
 *
 * @import { Catalog, DataState, TableEntry } from '../types.d.ts'
 * @typedef {{
 *   name: string
 *   unit: string
 *   kind: 'number' | 'category'
 *   isSpare: boolean
 *   classes: string[]
 *   values: (number | string | null)[]
 * }} Column
 * A category's `classes` stand in order: of two, the second is the positive one. Spare columns are in use only when
 * chosen. null = missing.
 * @typedef {{ card: import('../types.d.ts').Card, columns: Column[] }} Table
 */

/**
 * @param {Table} table
 * @param {DataState} data
 * @param {Catalog} catalog
 * @returns {import('./prepare.js').Raw}
 * @throws {RangeError} when a chosen column is not there
 */
export function rawFromTable(table, data, catalog) {
  const goal = goalOf(catalog, data)
  const entry = /** @type {TableEntry} */ (tableOf(data.name))
  const target = /** @type {Column} */ (table.columns.find(({ name }) => name === goal.name))
  const choosable = table.columns.filter((column) => column !== target)
  const isUsual = (/** @type {Column} */ { kind, isSpare }) => kind === 'number' && !isSpare
  const isUsed = (/** @type {Column} */ column) =>
    data.features ? data.features.includes(column.name) : isUsual(column)
  const used = choosable.filter(isUsed)
  const missing = data.features?.find((name) => !choosable.some((column) => column.name === name))
  if (missing !== undefined) {
    refuseValue('data.features', `must be among ${choosable.map(({ name }) => name).join(', ')}`, missing)
  }

  const all = target.values.map((_, row) => row)
  const rows = all.filter((row) => [target, ...used].every(({ values }) => values[row] !== null))
  const inputs = used.flatMap((column) => inputsFrom(column, rows))
  const outputs = outputsFrom(target, goal.task, rows)
  return {
    task: goal.task,
    card: table.card,
    featureNames: inputs.map(({ name }) => name),
    featureUnits: inputs.map(({ unit }) => unit),
    outputNames: outputs.map(({ name }) => name),
    classes: goal.task === 'regression' ? [] : target.classes,
    targetName: target.name,
    targetUnit: target.unit,
    targets: entry.targets.map(({ name }) => name),
    columns: choosable.map((column) => ({
      name: column.name,
      kind: column.kind,
      isUsed: isUsed(column),
      isUsual: isUsual(column),
      inputs: labelsOf(column).length,
    })),
    dropped: all.length - rows.length,
    imageSide: data.name === 'digits' && used.length === 64 ? 8 : 0,
    X: fromColumns(
      inputs.map(({ values }) => values),
      rows.length,
    ),
    Y: fromColumns(
      outputs.map(({ values }) => values),
      rows.length,
    ),
  }
}

/**
 * The inputs that a column gives: itself, or for categories a 0-or-1 each (one for two categories).
 * @param {Column} column
 * @param {number[]} rows
 */
function inputsFrom(column, rows) {
  const { name, unit, values } = column
  return labelsOf(column).map((label) =>
    label === null
      ? { name, unit, values: rows.map((row) => Number(values[row])) }
      : { name: `${name} = ${label}`, unit: '', values: indicator(values, rows, label) },
  )
}

/** What each input of a column stands for: a category, or the number itself (null). @param {Column} column */
function labelsOf({ kind, classes }) {
  if (kind === 'number') return [null]
  return classes.length === 2 ? classes.slice(1) : classes
}

/** @param {Column} target @param {import('../types.d.ts').Task} task @param {number[]} rows */
function outputsFrom({ name, classes, values }, task, rows) {
  if (task === 'regression') return [{ name, values: rows.map((row) => Number(values[row])) }]
  return (task === 'binary' ? classes.slice(1) : classes).map((label) => ({
    name: label,
    values: indicator(values, rows, label),
  }))
}

/** @param {(number | string | null)[]} values @param {number[]} rows @param {string} label */
const indicator = (values, rows, label) => rows.map((row) => (values[row] === label ? 1 : 0))
