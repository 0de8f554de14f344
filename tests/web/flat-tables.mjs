import { toRows } from '../../web/src/network/rows.ts'

/** A table with its rows flat, as our own views hand it in. null = missing. */
export const flatTable = ({ rows, ...columns }) => ({
  ...columns,
  rows: { data: Float64Array.from(rows.flat(), (cell) => cell ?? NaN), shape: [rows.length, rows[0].length] },
})

/** The rows of such a table as lists. */
export const listed = ({ rows }) => toRows(rows).map((row) => row.map((cell) => (Number.isNaN(cell) ? null : cell)))
