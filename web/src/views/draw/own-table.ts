import { aboutOf, type GivenTable, levelsOf } from '../../data/hand.ts'
import type { DataInfo } from '../../data/prepare.ts'
import { rowAt } from '../../network/rows.ts'
import { classOf } from '../../network/verdict.ts'

/**
 * The data in use as a table of one's own, and the edits of it that drawing makes, each a new table. Its test rows come
 * first and stay the test rows: what is drawn joins the training rows.
 */

/** Names of columns are no longer. */
const longestName = 40

/** @param classColumn what the column of the classes is called where they have no name in common */
export function ownTable(data: DataInfo, classColumn: string): GivenTable {
  const { classes, task, train, test, imageSide } = data
  const isOfClasses = task !== 'regression'
  const inputs = data.featureNames.slice(0, data.bases).map(columnName)
  const named = isOfClasses ? [data.targetName || classColumn] : data.outputNames
  const outputs = named
    .map(columnName)
    .map((name) => (inputs.includes(name) ? `${name.slice(0, longestName - 1)}'` : name))
  const units = [...data.featureUnits.slice(0, data.bases), ...(isOfClasses ? [data.targetUnit] : data.outputUnits)]
  const abouts = [...inputs, ...outputs].map((name, c) => {
    const levels = isOfClasses && c >= inputs.length ? { levels: classes } : {}
    return [name, { ...(units[c] ? { unit: units[c] } : {}), ...levels }] as const
  })
  const rows = [test, train].flatMap(({ X, Y }) =>
    Array.from({ length: X.shape[0] }, (_, i) => {
      const target = rowAt(Y, i)
      return [...rowAt(X, i).subarray(0, data.bases), ...(isOfClasses ? [classOf(task, target)] : target)]
    }),
  )
  const about = Object.fromEntries(abouts.filter(([, one]) => Object.keys(one).length))
  return { inputs, outputs, about, test: test.X.shape[0], ...(imageSide ? { imageSide } : {}), rows }
}

/** What a link would take for its own marks is none in a name. */
const columnName = (name: string) => name.replaceAll(/[~!]/g, ' ').slice(0, longestName)

/** With rows at the end, in the training set. */
export const withRows = (table: GivenTable, rows: number[][]): GivenTable => ({
  ...table,
  rows: [...table.rows, ...rows],
})

export const withRow = (table: GivenTable, at: number, row: number[]): GivenTable => ({
  ...table,
  rows: table.rows.with(at, row),
})

export function withoutRows(table: GivenTable, gone: ReadonlySet<number>): GivenTable {
  const { test = 0 } = table
  const lost = [...gone].filter((row) => row < test).length
  return { ...table, test: test - lost, rows: table.rows.filter((_, row) => !gone.has(row)) }
}

/** How many training rows it has. */
export const trainingRows = ({ rows, test = 0 }: GivenTable) => rows.length - test

/** Other names of the classes, and more of them. */
export function withLevels(table: GivenTable, levels: string[]): GivenTable {
  const [name] = table.outputs
  return { ...table, about: { ...table.about, [name]: { ...aboutOf(table, name), levels } } }
}

/** Another name for a class. */
export const withClassName = (table: GivenTable, level: number, name: string) =>
  withLevels(table, levelsOf(table, table.outputs[0]).with(level, name))

/** Without a class and all its rows; those after it move up. */
export function withoutClass(table: GivenTable, level: number): GivenTable {
  const at = table.inputs.length
  const gone = new Set(table.rows.flatMap((row, i) => (row[at] === level ? [i] : [])))
  const left = withoutRows(table, gone)
  const rows = left.rows.map((row) => (Number(row[at]) > level ? row.with(at, Number(row[at]) - 1) : row))
  return withLevels({ ...left, rows }, levelsOf(table, table.outputs[0]).toSpliced(level, 1))
}

export type Range = [low: number, high: number]

/**
 * With the piece of the plane that is to be in sight at least, by its columns from the first on; a row beyond it widens
 * it, with a little air.
 */
export function withRanges(table: GivenTable, ranges: Range[]): GivenTable {
  const names = [...table.inputs, ...table.outputs]
  const about = new Map(Object.entries(table.about ?? {}))
  ranges.forEach(([low, high], c) => {
    const values = table.rows.map((row) => row[c] ?? low)
    const [least, most] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [low, high])
    const air = 0.05 * (most - least)
    const range = [least < low ? least - air : low, most > high ? most + air : high]
    about.set(names[c], { ...about.get(names[c]), range })
  })
  return { ...table, about: Object.fromEntries(about) }
}

/** The classes that have no training row yet. */
export function missingLevels({ rows, inputs }: Pick<GivenTable, 'rows' | 'inputs'>, levels: string[]): string[] {
  return levels.filter((_, level) => !rows.some((row) => row[inputs.length] === level))
}
