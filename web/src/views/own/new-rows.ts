import type { Line } from '../../data/reading/lines.ts'
import { isMissing, isMissingNumber } from '../../data/reading/missing.ts'
import { withoutUnit } from '../../data/reading/names.ts'
import { listOf } from '../../text/lists.ts'
import { formatCount } from '../../text/numbers.ts'
import { readNumber } from '../../text/read-number.ts'
import { texts } from '../../text/text.ts'
import { type Cell, encoded, type FormColumn } from './encode.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Rows that are pasted to be predicted. */

/** Most mistakes that are told at once. */
const mostTold = 5

export interface NewRows {
  /** As they were pasted, with their header. */
  lines: Line[]
  inputs: number[][]
  /** What is wrong; then there are no inputs. */
  mistakes: string[]
}

/**
 * The inputs of pasted rows: their columns are found by name, in whatever order they stand; others stay unused.
 * @param lines the first has the names
 * @param most rows
 */
export function newRows(lines: Line[], columns: FormColumn[], most: number): NewRows {
  const [header, ...rows] = lines
  const names = header?.cells.map((name) => name.trim()) ?? []
  const places = columns.map((column) => placeOf(column, columns, names))
  const lost = columns.filter((_, at) => places[at] < 0).map(({ name }) => name)
  if (rows.length === 0) return { lines, inputs: [], mistakes: [text('noNewRows')] }
  if (rows.length > most)
    return {
      lines,
      inputs: [],
      mistakes: [text('mostNewRows', { value: formatCount(rows.length), most: formatCount(most) })],
    }
  if (lost.length) return { lines, inputs: [], mistakes: [text('lostColumns', { names: listOf(lost) })] }
  const mistakes: string[] = []
  const inputs = rows.map(({ cells, line }) =>
    encoded(
      columns,
      columns.map((column, at) => cellOf(column, cells[places[at]] ?? '', line, mistakes)),
    ),
  )
  return { lines, inputs: mistakes.length ? [] : (inputs as number[][]), mistakes: told(mistakes) }
}

/** Where a column stands: under its name, with its unit in brackets or without; -1 = nowhere. */
function placeOf(column: FormColumn, columns: FormColumn[], names: string[]) {
  const { name, unit } = column
  const exact = names.findIndex((one) => plain(one) === plain(name))
  if (exact >= 0) return exact
  const isAlone = columns.filter((one) => bare(one) === bare(column)).length === 1
  return names.findIndex((one) => {
    const own = withoutUnit(one, unit)
    return plain(own) === bare(column) && (isAlone || own !== one)
  })
}

const bare = ({ name, unit }: FormColumn) => plain(withoutUnit(name, unit))

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')

const told = (mistakes: string[]) =>
  mistakes.length > mostTold
    ? [...mistakes.slice(0, mostTold), text('moreMistakes_other', { count: mistakes.length - mostTold })]
    : mistakes

/** @param line counted as in the pasted text */
function cellOf({ name, levels, missing }: FormColumn, written: string, line: number, mistakes: string[]): Cell {
  const wrong = (sentence: string) => {
    mistakes.push(sentence)
    return null
  }
  if ((levels.length ? isMissing(written) : isMissingNumber(written)) && !levels.includes(written))
    return missing === 'drop' ? wrong(text('newGap', { name, line })) : null
  if (levels.length) {
    const level = levels.indexOf(written)
    return level < 0 ? wrong(text('newLevel', { name, line, written, levels: listOf(levels) })) : level
  }
  const { value, problem } = readNumber(written) as { value: number; problem?: string }
  return problem ? wrong(text('newNumber', { name, line, written })) : value
}
