import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import { type FlatRows, fromColumns, rowAt } from '../network/rows.ts'
import type { Task } from '../network/verdict.ts'
import { type Card, noCard } from './card.ts'
import { aboutOf, columnsOf, goalOfHand, type HandTable, inputNames, labelsOf, levelsOf, type Missing } from './hand.ts'
import type { Raw } from './prepare.ts'
import { type DataState, goalOf, tableOf } from './sources.ts'
import type { TableEntry } from './tables.ts'

/** Tables, shipped ones and the reader's own, turned into raw inputs and targets by the same rules. */

/**
 * A column of a shipped table. A category's `classes` stand in order: of two, the second is the positive one. Spare
 * columns are in use only when chosen. null = missing.
 */
interface ShippedColumn {
  name: string
  unit: string
  kind: 'number' | 'category'
  isSpare: boolean
  classes: string[]
  values: (number | string | null)[]
}

export interface Table {
  card: Card
  columns: ShippedColumn[]
}

/** A column of any table: NaN = missing; of a category, the index of its level. */
interface Column {
  name: string
  unit: string
  levels: string[]
  values: ArrayLike<number>
  range?: number[]
  missing: Missing
  isUsed: boolean
  isUsual: boolean
}

interface ColumnTable {
  task: Task
  card: Card
  /** All that can be an input. */
  columns: Column[]
  targets: Column[]
  /** What can be predicted instead. */
  targetNames: string[]
  /** How many of the first rows are the test set. */
  test?: number
}

/** @throws {RangeError} when a chosen column is not there */
export function rawFromTable(table: Table, data: DataState, catalog: Catalog): Raw {
  const goal = goalOf(catalog, data)
  const entry = tableOf(data.name) as TableEntry
  const choosable = table.columns.filter(({ name }) => name !== goal.name)
  const unknown = data.features?.find((name) => !choosable.some((column) => column.name === name))
  if (unknown !== undefined) {
    refuseValue('among', 'data.features', unknown, { names: choosable.map(({ name }) => name).join(', ') })
  }
  const columns = choosable.map((column) => {
    const isUsual = column.kind === 'number' && !column.isSpare
    return columnFrom(column, isUsual, data.features ? data.features.includes(column.name) : isUsual)
  })
  const targets = table.columns.filter(({ name }) => name === goal.name).map((column) => columnFrom(column, true, true))
  const raw = rawFrom({
    task: goal.task,
    card: table.card,
    columns,
    targets,
    targetNames: entry.targets.map(({ name }) => name),
  })
  return { ...raw, imageSide: data.name === 'digits' && raw.featureNames.length === 64 ? 8 : 0 }
}

function columnFrom({ name, unit, classes: levels, values }: ShippedColumn, isUsual: boolean, isUsed: boolean): Column {
  const numberOf = (value: number | string | null) =>
    value === null ? NaN : levels.length ? levels.indexOf(String(value)) : Number(value)
  return { name, unit, levels, values: values.map(numberOf), missing: 'drop', isUsed, isUsual }
}

/** The reader's own table: its inputs are in use, its ignored columns could be. */
export function rawFromHand(table: HandTable, rows: FlatRows): Raw {
  const { inputs, outputs, ignored = [] } = table
  const all = columnsOf(table)
  const column = (name: string): Column => {
    const { unit = '', missing = 'drop', range } = aboutOf(table, name)
    const isUsed = !ignored.includes(name)
    const values = valuesAt(rows, all.indexOf(name))
    return { name, unit, levels: levelsOf(table, name), values, range, missing, isUsed, isUsual: isUsed }
  }
  const raw = rawFrom({
    task: goalOfHand(table).task,
    card: noCard(),
    columns: [...inputs, ...ignored].map(column),
    targets: outputs.map(column),
    targetNames: [],
    test: table.test,
  })
  const side = table.imageSide ?? 0
  return { ...raw, imageSide: raw.featureNames.length === side ** 2 ? side : 0 }
}

const valuesAt = ({ data, shape: [count, columns] }: FlatRows, at: number) =>
  Float64Array.from({ length: count }, (_, row) => data[row * columns + at])

function rawFrom({ task, card, columns, targets, targetNames, test }: ColumnTable): Raw {
  const used = columns.filter(({ isUsed }) => isUsed)
  const needed = [...targets, ...used.filter(({ missing }) => missing === 'drop')]
  const all = Array.from(targets[0].values, (_, row) => row)
  const rows = all.filter((row) => needed.every(({ values }) => !Number.isNaN(values[row])))
  if (rows.length === 0) refuseValue('someRow', 'data.table')
  const inputs = used.flatMap((column) => inputsFrom(column, rows))
  const outputs = targets.flatMap((column) => outputsFrom(column, task, rows))
  return {
    task,
    card,
    featureNames: inputs.map(({ name }) => name),
    featureUnits: inputs.map(({ unit }) => unit),
    outputNames: outputs.map(({ name }) => name),
    outputUnits: outputs.map(({ unit }) => unit),
    classes: targets[0].levels,
    targetName: targets.map(({ name }) => name).join(', '),
    targetUnit: targets.length === 1 ? targets[0].unit : '',
    targets: targetNames,
    ranges: [...inputs, ...outputs].map(({ range }) => range),
    testRows: test && rows.filter((row) => row < test).length,
    columns: columns.map(({ values, levels, range, ...column }) => ({
      ...column,
      levels,
      kind: levels.length ? 'category' : 'number',
      inputs: labelsOf(levels).length + Number(column.missing === 'column'),
      empty: rows.reduce((count, row) => count + Number(Number.isNaN(values[row])), 0),
    })),
    dropped: all.length - rows.length,
    imageSide: 0,
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

type Input = Pick<Column, 'name' | 'unit' | 'range'> & { values: number[] }

/**
 * The inputs that a column gives: itself, or for categories a 0-or-1 each (one for two levels); and one that says where it
 * is missing, if that is asked for. A number that is missing is NaN still, for what stands in its place is not yet known.
 */
function inputsFrom({ name, unit, levels, values, range, missing }: Column, rows: number[]) {
  const labels = labelsOf(levels)
  return inputNames(name, levels, missing).map((called, at): Input => {
    const label = labels[at]
    if (label === null) return { name: called, unit, range, values: rows.map((row) => values[row]) }
    const isGap = label === undefined
    const isOn = isGap
      ? rows.map((row) => Number(Number.isNaN(values[row])))
      : indicator(values, rows, levels.indexOf(label))
    return { name: called, unit: '', values: isOn }
  })
}

function outputsFrom({ name, unit, levels, values, range }: Column, task: Task, rows: number[]): Input[] {
  if (task === 'regression') return [{ name, unit, range, values: rows.map((row) => values[row]) }]
  return labelsOf(levels).map((label) => ({
    name: String(label),
    unit: '',
    values: indicator(values, rows, levels.indexOf(String(label))),
  }))
}

const indicator = (values: ArrayLike<number>, rows: number[], level: number) =>
  rows.map((row) => Number(values[row] === level))

/**
 * Puts the mean of the training rows where a number is missing.
 * @param X is changed
 * @returns the means of the columns that have gaps, by their index; 0 of one that is missing in all training rows
 */
export function fillGaps(X: FlatRows, training: ArrayLike<number>): Map<number, number> {
  const {
    data,
    shape: [count, columns],
  } = X
  const means: Map<number, number> = new Map()
  for (let at = 0; at < data.length; at++) {
    if (!Number.isNaN(data[at])) continue
    const column = at % columns
    if (!means.has(column)) means.set(column, meanOf(X, column, training))
  }
  for (const [column, mean] of means)
    for (let row = 0; row < count; row++) if (Number.isNaN(rowAt(X, row)[column])) data[row * columns + column] = mean
  return means
}

function meanOf(X: FlatRows, column: number, rows: ArrayLike<number>) {
  const known = Array.from(rows, (row) => rowAt(X, row)[column]).filter((value) => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
}
