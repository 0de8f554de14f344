import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import { fromColumns } from '../network/rows.ts'
import type { Task } from '../network/verdict.ts'
import type { Card } from './card.ts'
import type { Raw } from './prepare.ts'
import { type DataState, goalOf, tableOf } from './sources.ts'
import type { TableEntry } from './tables.ts'

/** A shipped table turned into raw inputs and targets. */

/**
 * A category's `classes` stand in order: of two, the second is the positive one. Spare columns are in use only when
 * chosen. null = missing.
 */
interface Column {
  name: string
  unit: string
  kind: 'number' | 'category'
  isSpare: boolean
  classes: string[]
  values: (number | string | null)[]
}

export interface Table {
  card: Card
  columns: Column[]
}

/** @throws {RangeError} when a chosen column is not there */
export function rawFromTable(table: Table, data: DataState, catalog: Catalog): Raw {
  const goal = goalOf(catalog, data)
  const entry = tableOf(data.name) as TableEntry
  const target = table.columns.find(({ name }) => name === goal.name) as Column
  const choosable = table.columns.filter((column) => column !== target)
  const isUsual = ({ kind, isSpare }: Column) => kind === 'number' && !isSpare
  const isUsed = (column: Column) => (data.features ? data.features.includes(column.name) : isUsual(column))
  const used = choosable.filter(isUsed)
  const missing = data.features?.find((name) => !choosable.some((column) => column.name === name))
  if (missing !== undefined) {
    refuseValue('among', 'data.features', missing, { names: choosable.map(({ name }) => name).join(', ') })
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

/** The inputs that a column gives: itself, or for categories a 0-or-1 each (one for two categories). */
function inputsFrom(column: Column, rows: number[]) {
  const { name, unit, values } = column
  return labelsOf(column).map((label) =>
    label === null
      ? { name, unit, values: rows.map((row) => Number(values[row])) }
      : { name: `${name} = ${label}`, unit: '', values: indicator(values, rows, label) },
  )
}

/** What each input of a column stands for: a category, or the number itself (null). */
function labelsOf({ kind, classes }: Column) {
  if (kind === 'number') return [null]
  return classes.length === 2 ? classes.slice(1) : classes
}

function outputsFrom({ name, classes, values }: Column, task: Task, rows: number[]) {
  if (task === 'regression') return [{ name, values: rows.map((row) => Number(values[row])) }]
  return (task === 'binary' ? classes.slice(1) : classes).map((label) => ({
    name: label,
    values: indicator(values, rows, label),
  }))
}

const indicator = (values: (number | string | null)[], rows: number[], label: string) =>
  rows.map((row) => (values[row] === label ? 1 : 0))
