import { labelsOf } from '../../data/hand.ts'
import type { ColumnInfo, DataInfo } from '../../data/prepare.ts'
import { rowAt } from '../../network/rows.ts'

/** What is typed in or pasted, column by column, as the inputs of the network: the same rules as those of its data. */

/** A number, the index of a level, or null = missing. */
export type Cell = number | null

export type FormColumn = Pick<ColumnInfo, 'name' | 'unit' | 'levels' | 'missing' | 'mean'>

/** The columns that a row consists of: those of a table that are in use, or the features of a generator. */
export const formColumns = ({ columns, featureNames, featureUnits, bases }: DataInfo): FormColumn[] =>
  columns.length
    ? columns.filter(({ isUsed }) => isUsed)
    : featureNames.slice(0, bases).map((name, at) => ({ name, unit: featureUnits[at], levels: [], missing: 'drop' }))

/** The inputs that a row gives. @returns null when something is missing for which nothing can stand */
export function encoded(columns: FormColumn[], cells: Cell[]): number[] | null {
  const inputs = columns.flatMap((column, at) => inputsOf(column, cells[at]))
  return inputs.includes(null) ? null : (inputs as number[])
}

function inputsOf({ levels, missing, mean = 0 }: FormColumn, cell: Cell): Cell[] {
  const isGap = cell === null
  const own = levels.length
    ? labelsOf(levels).map((label) => Number(!isGap && levels[cell] === label))
    : [isGap && missing !== 'drop' ? mean : cell]
  if (isGap && missing === 'drop') return [null]
  return missing === 'column' ? [...own, Number(isGap)] : own
}

/** The cells that gave a row of the training set. */
export function decoded(data: DataInfo, columns: FormColumn[], row: number): Cell[] {
  const inputs = rowAt(data.train.X, row)
  let at = 0
  return columns.map(({ levels, missing }) => {
    const labels = labelsOf(levels)
    const own = Array.from(inputs.subarray(at, at + labels.length))
    at += labels.length
    const isGap = missing === 'column' && inputs[at++] === 1
    if (isGap) return null
    if (levels.length === 0) return own[0]
    return levels.length === 2 ? own[0] : Math.max(0, own.indexOf(1))
  })
}

/** The range of a column's values in the data; null of categories. */
export function rangeOf({ extents }: DataInfo, columns: FormColumn[], at: number): [number, number] | null {
  const before = columns.slice(0, at).reduce((sum, one) => sum + widthOf(one), 0)
  return columns[at].levels.length ? null : extents[before]
}

const widthOf = ({ levels, missing }: FormColumn) => labelsOf(levels).length + Number(missing === 'column')
