import type { DataInfo } from '../data/prepare.ts'
import { type FlatRows, rowAt } from '../network/rows.ts'
import type { Cell, Column, Input } from './exported.ts'

/** The columns of the data as readers give them, and what the network sees of each. */

type Known = Pick<DataInfo, 'featureNames' | 'featureUnits' | 'columns'>

/** What the columns in use are. A category of two levels is one input, which is 1 for the second. */
export function columnsOf({ featureNames, featureUnits, columns }: Known): { columns: Column[]; inputs: Input[] } {
  const used = columns.filter(({ isUsed }) => isUsed)
  if (used.length === 0)
    return {
      columns: featureNames.map((name, i) => ({ name, unit: featureUnits[i], levels: [] })),
      inputs: featureNames.map((_, column) => ({ column, level: null })),
    }
  const inputs: Input[] = []
  const found = used.map((column, c): Column => {
    const at = inputs.length
    if (column.kind === 'number') {
      inputs.push({ column: c, level: null })
      return { name: column.name, unit: featureUnits[at], levels: [] }
    }
    const levels = levelsOf(column, featureNames.slice(at, at + column.inputs))
    const first = levels.length === 2 ? 1 : 0
    for (let level = first; level < levels.length; level++) inputs.push({ column: c, level })
    return { name: column.name, unit: '', levels }
  })
  return { columns: found, inputs }
}

/** The levels of a category, or what its inputs are called: 'island = Dream'. */
function levelsOf(column: DataInfo['columns'][number] & { levels?: string[] }, inputs: string[]): string[] {
  if (column.levels?.length) return column.levels
  const named = inputs.map((name) => name.slice(`${column.name} = `.length))
  return named.length === 1 ? [`not ${named[0]}`, ...named] : named
}

/** Rows as the network's inputs hold them, as readers give them. */
export const cellsOf = (columns: Column[], inputs: Input[], X: FlatRows): Cell[][] =>
  Array.from({ length: X.shape[0] }, (_, row) => cellsOfRow(columns, inputs, rowAt(X, row)))

function cellsOfRow(columns: Column[], inputs: Input[], values: ArrayLike<number>): Cell[] {
  const cells: Cell[] = columns.map(({ levels }) => (levels.length > 0 ? levels[0] : 0))
  inputs.forEach(({ column, level }, i) => {
    if (level === null) cells[column] = values[i]
    else if (values[i] === 1) cells[column] = columns[column].levels[level]
  })
  return cells
}

/** The place of each cell's level, or its number: what languages without texts in tables hold. */
export const codesOf = (columns: Column[], row: Cell[]): number[] =>
  row.map((cell, c) => (typeof cell === 'number' ? cell : columns[c].levels.indexOf(cell)))
