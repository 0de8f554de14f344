/**
 * Edits of a table entered by hand, each a new table.
 *
 * @import { HandTable } from '../../../types.d.ts'
 * @typedef {'inputs' | 'outputs'} Side
 */

/** Where a column stands in the rows. @param {HandTable} table @param {Side} side @param {number} c */
const columnIndex = ({ inputs }, side, c) => (side === 'inputs' ? c : inputs.length + c)

/**
 * One column more at the end of its side, all zeros, under the first free name.
 * @param {HandTable} table
 * @param {Side} side
 * @param {(number: number) => string} nameOf
 * @returns {HandTable}
 */
export function withColumn(table, side, nameOf) {
  const names = [...table.inputs, ...table.outputs]
  const { length } = table[side]
  let number = length + 1
  while (names.includes(nameOf(number))) number++
  const at = columnIndex(table, side, length)
  return { ...table, [side]: [...table[side], nameOf(number)], rows: table.rows.map((row) => row.toSpliced(at, 0, 0)) }
}

/** @param {HandTable} table @param {Side} side @param {number} c @returns {HandTable} */
export function withoutColumn(table, side, c) {
  const at = columnIndex(table, side, c)
  return { ...table, [side]: table[side].toSpliced(c, 1), rows: table.rows.map((row) => row.toSpliced(at, 1)) }
}

/** @param {HandTable} table @param {Side} side @param {number} c @param {string} name @returns {HandTable} */
export const withName = (table, side, c, name) => ({ ...table, [side]: table[side].with(c, name) })
