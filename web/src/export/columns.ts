import type { ColumnInfo, DataInfo } from '../data/prepare.ts'
import type { Term } from '../data/sources.ts'
import { type FlatRows, rowAt } from '../network/rows.ts'
import type { Cell, Column, DerivedFeature, Input } from './exported.ts'

/** The columns of the data as readers give them, and what the network sees of each. */

type Known = Pick<DataInfo, 'featureNames' | 'featureUnits' | 'bases' | 'columns' | 'train'>

/**
 * What the columns in use are. A category of two levels is one input, which is 1 for the second. Where the columns do not
 * give what the network sees, that is taken as it is: `isPlain`.
 */
export function columnsOf({ featureNames, featureUnits, bases, columns, train }: Known): {
  columns: Column[]
  inputs: Input[]
  isPlain: boolean
} {
  const used = columns.filter(({ isUsed }) => isUsed)
  const given = used.reduce((sum, { inputs }) => sum + inputs, 0)
  if (given !== bases) {
    const isPlain = given > 0
    const names = isPlain ? featureNames : featureNames.slice(0, bases)
    return {
      isPlain,
      columns: names.map((name, i) => ({ name, unit: featureUnits[i], levels: [], fill: null })),
      inputs: names.map((_, column) => ({ column, level: null })),
    }
  }
  const inputs: Input[] = []
  const found = used.map((column, c): Column => {
    const fill = column.missing === 'drop' ? null : (column.mean ?? meanOf(train.X, inputs.length, column))
    inputs.push(...inputsOf(column).map((level) => ({ column: c, level })))
    return { name: column.name, unit: column.unit, levels: column.levels, fill }
  })
  return { columns: found, inputs, isPlain: false }
}

/** What is made of the inputs. @param terms by the names of these */
export const derivedOf = (terms: readonly Term[], { featureNames, bases }: Known): DerivedFeature[] =>
  terms.map((term, i) => ({
    name: featureNames[bases + i],
    isSine: 'sine' in term,
    factors: ('sine' in term ? [term.sine] : term.product)
      .map((name) => featureNames.indexOf(name))
      .sort((a, b) => a - b),
  }))

/** What each input of a column stands for. */
function inputsOf({ levels, missing }: ColumnInfo): Input['level'][] {
  const first = levels.length === 2 ? 1 : 0
  const own = levels.length ? levels.map((_, level) => level).slice(first) : [null]
  return missing === 'column' ? [...own, 'missing'] : own
}

/** What would stand in place of a number, where none is missing; nothing does in a category. */
function meanOf({ data, shape: [rows, width] }: FlatRows, at: number, { levels }: ColumnInfo) {
  let sum = 0
  for (let row = 0; row < rows && levels.length === 0; row++) sum += data[row * width + at]
  return sum / (rows || 1)
}

/** Rows as the network's inputs hold them, as readers give them. */
export const cellsOf = (columns: Column[], inputs: Input[], X: FlatRows): Cell[][] =>
  Array.from({ length: X.shape[0] }, (_, row) => cellsOfRow(columns, inputs, rowAt(X, row)))

function cellsOfRow(columns: Column[], inputs: Input[], values: ArrayLike<number>): Cell[] {
  const cells = columns.map(({ levels }): Cell => (levels.length === 2 ? levels[0] : null))
  inputs.forEach(({ column, level }, i) => {
    if (level === null) cells[column] = values[i]
    else if (values[i] === 1) cells[column] = level === 'missing' ? null : columns[column].levels[level]
  })
  return cells
}

/** The place of each cell's level, or its number; NaN = it is missing. What languages without texts in tables hold. */
export const codesOf = (columns: Column[], row: Cell[]): number[] =>
  row.map((cell, c) => (cell === null ? NaN : typeof cell === 'number' ? cell : columns[c].levels.indexOf(cell)))
