import { columnsOf, type FlatTable, levelsOf } from '../../data/hand.ts'
import { rowAt } from '../../network/rows.ts'
import { formatCount } from '../../text/numbers.ts'
import { readNumber } from '../../text/read-number.ts'
import { texts } from '../../text/text.ts'
import { ruleText } from '../parts/refusal/rule-words.ts'
import { cellWords } from '../parts/refusal/words.ts'
import { sentences } from './sentences.ts'
import { withRows } from './table-edits.ts'

/** Several cells pasted into a table: from a spreadsheet, or lines with commas or semicolons between the numbers. */
const text = texts(sentences)

/**
 * The cells, line by line; a single one, one line of one, is not looked into.
 * @param isSheet it comes from a spreadsheet, which puts tabs between cells and nothing else
 * @returns null where commas could be decimal ones as well
 */
export function cellsOf(pasted: string, isSheet: boolean): string[][] | null {
  const lines = pasted.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  const by = (mark: string) => lines.map((line) => line.split(mark).map((cell) => cell.trim()))
  if (isSheet || lines.some((line) => line.includes('\t'))) return by('\t')
  if (lines.every((line) => line.includes(';'))) return by(';')
  const single = lines.map((line) => [line])
  if (lines.every((line) => !line.includes(','))) return single
  const isRead = (written: string) => readNumber(written).problem === undefined
  if (by(',').every((cells) => cells.every(isRead))) {
    if (lines.some((line) => readNumber(line).problem === 'none')) return by(',')
    if (lines.length > 1) return null
  }
  return single
}

/**
 * The table with the cells in place, from one cell on to the right and down. Rows are added as needed; what is not
 * pasted of them is as in the last row.
 * @returns a sentence when they do not fit or cannot be read
 */
export function withCells(
  table: FlatTable,
  { row, column, mostRows }: { row: number; column: number; mostRows: number },
  cells: string[][] | null,
): FlatTable | string {
  if (!cells) return text('pastedComma')
  const [{ length: columns }] = cells
  const names = columnsOf(table)
  const room = names.length - column
  const ragged = cells.findIndex(({ length }) => length !== columns)
  if (columns > room) return text('pastedWide', { columns, room })
  if (ragged >= 0) return text('pastedRagged', { row: ragged + 1, count: cells[ragged].length, columns })
  const count = row + cells.length
  if (count > mostRows) {
    return ruleText('mostRows', { maximum: formatCount(mostRows), value: formatCount(count) })
  }
  const filled = withRows(table, count)
  for (const [r, line] of cells.entries()) {
    const next = rowAt(filled.rows, row + r)
    for (const [c, written] of line.entries()) {
      const levels = levelsOf(table, names[column + c])
      if (levels.length) {
        const level = levels.indexOf(written)
        if (written && level < 0) return text('pastedLevel', { row: r + 1, column: c + 1, written })
        next[column + c] = written ? level : NaN
        continue
      }
      const { value, problem } = readNumber(written) as { value: number; problem?: string }
      if (problem) return cellWords(text('pastedCell', { row: r + 1, column: c + 1 }), written)
      next[column + c] = value
    }
  }
  return filled
}
