/** CSV as RFC 4180 has it. No text is taken for a formula by a spreadsheet. */

export type CsvCell = string | number | null

/** What a spreadsheet would compute, and what it takes for a number. */
const formula = /^\s*[=+\-@\t\r]/
const number = /^\s*[-+]?[\d.,]+(e[-+]?\d+)?%?\s*$/i

/** A cell: texts that begin like a formula have an apostrophe before them, as spreadsheets write such texts themselves. */
export function csvCell(cell: CsvCell): string {
  if (cell === null || Number.isNaN(cell)) return ''
  if (typeof cell === 'number') return String(cell)
  const plain = formula.test(cell) && !number.test(cell) ? `'${cell}` : cell
  return /[",\r\n]|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

export const csvOf = (rows: CsvCell[][]): string => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
