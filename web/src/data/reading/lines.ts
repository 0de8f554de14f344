import { cellsOf } from './cells.ts'
import { UnreadableError } from './reading.ts'

/** A line of a text, cut into cells without spaces round them. */
export interface Line {
  cells: string[]
  /** Its number in the text, from 1. */
  line: number
}

/** The lines of a pasted text in which something stands; null where they are not to be told apart. */
export function linesIn(text: string): Line[] | null {
  try {
    return linesBy(text)
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return error.refused.code === 'oneColumn' ? linesBy(text, ' ') : null
  }
}

function linesBy(text: string, delimiter?: string): Line[] {
  const slices = cellsOf(text, { delimiter })
  let slice = slices.next()
  while (!slice.done) slice = slices.next()
  const { rows, lines } = slice.value
  return rows
    .map((row, r) => ({ cells: row.map((cell) => cell.trim()), line: lines[r] }))
    .filter(({ cells }) => cells.some(Boolean))
}
