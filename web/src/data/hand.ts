import { refuseValue } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import type { Task } from '../network/verdict.ts'
import { exampleId, type RowsId } from './row-store.ts'
import type { TableEntry } from './tables.ts'

/**
 * A table of the reader's own. It begins as the example whose numbers are printed in Mazur, "A Step by Step
 * Backpropagation Example" (2015).
 */

/**
 * What is done where an input is missing: its row is dropped, or the mean of the training rows takes its place, with a
 * column of its own that says so or without.
 */
export type Missing = 'drop' | 'mean' | 'column'

/** What is known of a column beside its name. */
export interface ColumnAbout {
  unit?: string
  /** Of a category, in order: a cell holds the index of its level. Of two, the second is the positive one. */
  levels?: string[]
  /** Of an input; its row is dropped unless told otherwise. */
  missing?: Missing
  /** The piece of its axis that is in sight, as long as no row lies beyond it; of numbers. */
  range?: number[]
}

/** Columns by their names, in pairs: whatever they are called, two such lists can be compared. */
export type AboutPairs = [name: string, about: ColumnAbout][]

/** The columns of a table of one's own: in its rows they stand in this order. */
export interface TableColumns {
  inputs: string[]
  outputs: string[]
  /** Kept in the rows, and not used. */
  ignored?: string[]
  about?: AboutPairs | Record<string, ColumnAbout>
  /** So many of the first rows are the test set, and all others the training set; without it a share of all is held out. */
  test?: number
  /** Side of the square image whose pixels the inputs are. */
  imageSide?: number
}

/** A table of one's own. */
export interface HandTable extends TableColumns {
  about?: AboutPairs
  /** In a store; one row a sample. NaN = missing. */
  rows: RowsId
}

/** The same as it comes in from outside and goes out again, with the rows themselves. */
export interface GivenTable extends TableColumns {
  /** By the names of the columns. */
  about?: Record<string, ColumnAbout>
  /** One row a sample; null = missing. */
  rows: (number | null)[][]
}

/** The same as our own views hand it in and over: many rows without a list for each, which change no more. NaN = missing. */
export interface FlatTable extends Omit<GivenTable, 'rows'> {
  rows: FlatRows
}

/** The name by which the data is chosen. */
export const handName = 'hand'

export const firstTable = (): HandTable => ({
  inputs: ['In1', 'In2'],
  outputs: ['Out1', 'Out2'],
  rows: exampleId,
})

export const handEntry: TableEntry = Object.freeze({
  name: handName,
  task: 'regression',
  rows: 1,
  features: 2,
  classes: 0,
  targets: [],
})

/** The names of all columns, as they stand in the rows. */
export const columnsOf = ({ inputs, outputs, ignored = [] }: TableColumns): string[] => [
  ...inputs,
  ...outputs,
  ...ignored,
]

/** What is known of a column; its name may be that of what every object has. */
export function aboutOf({ about = [] }: TableColumns, name: string): ColumnAbout {
  if (Array.isArray(about)) return about.find(([column]) => column === name)?.[1] ?? {}
  return Object.hasOwn(about, name) ? about[name] : {}
}

/** Columns as they go out. */
export const givenColumns = ({ about, ...columns }: Omit<HandTable, 'rows'>): Omit<GivenTable, 'rows'> => ({
  ...columns,
  ...(about && { about: Object.fromEntries(about) }),
})

/** The levels of a column; none of numbers. */
export const levelsOf = (table: TableColumns, name: string): string[] => aboutOf(table, name).levels ?? []

/** What each input that a column gives stands for: a level, or the number itself (null). Two levels give one input. */
export const labelsOf = (levels: string[]): (string | null)[] =>
  levels.length === 0 ? [null] : levels.length === 2 ? levels.slice(1) : levels

/** What the inputs are called that a column gives. */
export const inputNames = (name: string, levels: string[], missing?: Missing): string[] => [
  ...labelsOf(levels).map((label) => (label === null ? name : `${name} = ${label}`)),
  ...(missing === 'column' ? [`${name} is missing`] : []),
]

export const inputNamesOf = (table: TableColumns, name: string): string[] =>
  inputNames(name, levelsOf(table, name), aboutOf(table, name).missing)

/** How many inputs a column gives. */
export const inputsOf = (table: TableColumns, name: string): number => inputNamesOf(table, name).length

/**
 * What a network has to predict of it.
 * @throws {RangeError} when no network could
 */
export function goalOfHand(table: TableColumns): { name: string; task: Task; outputs: number } {
  const { outputs } = table
  const levels = outputs.map((name) => levelsOf(table, name)).find(({ length }) => length)
  if (!levels) return { name: '', task: 'regression', outputs: outputs.length }
  if (outputs.length > 1) refuseValue('oneCategory', 'data.table', outputs)
  if (levels.length === 1) refuseValue('twoLevels', 'data.table', levels[0])
  return levels.length === 2
    ? { name: '', task: 'binary', outputs: 1 }
    : { name: '', task: 'classes', outputs: levels.length }
}
