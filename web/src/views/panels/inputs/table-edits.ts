import type { GivenTable } from '../../../data/hand.ts'

/** Edits of a table entered by hand, each a new table. */

export type Side = 'inputs' | 'outputs'

/** Where a column stands in the rows. */
const columnIndex = ({ inputs }: GivenTable, side: Side, c: number) => (side === 'inputs' ? c : inputs.length + c)

/** One column more at the end of its side, all zeros, under the first free name. */
export function withColumn(table: GivenTable, side: Side, nameOf: (number: number) => string): GivenTable {
  const names = [...table.inputs, ...table.outputs]
  const { length } = table[side]
  let number = length + 1
  while (names.includes(nameOf(number))) number++
  const at = columnIndex(table, side, length)
  return { ...table, [side]: [...table[side], nameOf(number)], rows: table.rows.map((row) => row.toSpliced(at, 0, 0)) }
}

export function withoutColumn(table: GivenTable, side: Side, c: number): GivenTable {
  const at = columnIndex(table, side, c)
  return { ...table, [side]: table[side].toSpliced(c, 1), rows: table.rows.map((row) => row.toSpliced(at, 1)) }
}

export const withName = (table: GivenTable, side: Side, c: number, name: string): GivenTable => ({
  ...table,
  [side]: table[side].with(c, name),
})
