import { isDigit } from './numbers.ts'

/** What stands in a cell where a value is missing. */

const always = new Set(['', 'na', 'n/a', '#n/a', '#na', 'nan', '-nan', 'null', '<na>', '.', '-', '--', '–', '—', '?'])
/** Among numbers, words that may be a category's own elsewhere. */
const amongNumbers = new Set([
  'none',
  'nil',
  'missing',
  'unknown',
  'undefined',
  'not available',
  '#value!',
  '#ref!',
  '#div/0!',
])

/** @param cell without spaces round it */
export const isMissing = (cell: string) => cell.length <= 4 && always.has(cell.toLowerCase())

export const isMissingNumber = (cell: string) =>
  !isDigit(cell.charCodeAt(0)) && (isMissing(cell) || (cell.length <= 13 && amongNumbers.has(cell.toLowerCase())))
