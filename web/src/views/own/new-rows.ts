import { listOf } from '../../text/lists.ts'
import { formatCount } from '../../text/numbers.ts'
import { readNumber } from '../../text/read-number.ts'
import { texts } from '../../text/text.ts'
import { type Cell, encoded, type FormColumn } from './encode.ts'
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Rows that are pasted to be predicted, and the file that they become with their predictions. */

/** Most mistakes that are told at once. */
const mostTold = 5

export interface NewRows {
  /** As they were pasted, with their header. */
  lines: string[][]
  inputs: number[][]
  /** What is wrong; then there are no inputs. */
  mistakes: string[]
}

/** The cells of pasted lines; quotation marks hold what separates. */
export function linesOf(pasted: string): string[][] {
  const [first = ''] = pasted.split(/\r?\n|\r/, 1)
  const mark = ['\t', ';', ','].find((one) => first.includes(one)) ?? ','
  const lines: string[][] = [['']]
  let isQuoted = false
  for (let at = 0; at < pasted.length; at++) {
    const letter = pasted[at]
    const line = lines[lines.length - 1]
    const last = line.length - 1
    if (letter === '"') {
      if (isQuoted && pasted[at + 1] === '"') line[last] += pasted[++at]
      else isQuoted = !isQuoted
    } else if (isQuoted) line[last] += letter
    else if (letter === mark) line.push('')
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && pasted[at + 1] === '\n') at++
      lines.push([''])
    } else line[last] += letter
  }
  return lines.map((line) => line.map((cell) => cell.trim())).filter((line) => line.some(Boolean))
}

/**
 * The inputs of pasted rows: their columns are found by name, in whatever order they stand; others stay unused.
 * @param most rows
 */
export function newRows(pasted: string, columns: FormColumn[], most: number): NewRows {
  const lines = linesOf(pasted)
  const [header = [], ...rows] = lines
  const names = header.map(plain)
  const places = columns.map(({ name, unit }) =>
    names.findIndex((one) => one === plain(name) || one === plain(`${name} (${unit})`)),
  )
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
  const inputs = rows.map((row, r) => {
    const cells = columns.map((column, at) => cellOf(column, row[places[at]] ?? '', r + 2, mistakes))
    return encoded(columns, cells)
  })
  return { lines, inputs: mistakes.length ? [] : (inputs as number[][]), mistakes: told(mistakes) }
}

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')

const told = (mistakes: string[]) =>
  mistakes.length > mostTold
    ? [...mistakes.slice(0, mostTold), text('moreMistakes_other', { count: mistakes.length - mostTold })]
    : mistakes

const gaps = ['', 'NA', 'N/A', 'NaN', 'null', '?']

/** @param line counted as in the pasted text */
function cellOf({ name, levels, missing }: FormColumn, written: string, line: number, mistakes: string[]): Cell {
  const wrong = (sentence: string) => {
    mistakes.push(sentence)
    return null
  }
  if (gaps.includes(written) && !levels.includes(written))
    return missing === 'drop' ? wrong(text('newGap', { name, line })) : null
  if (levels.length) {
    const level = levels.indexOf(written)
    return level < 0 ? wrong(text('newLevel', { name, line, written, levels: listOf(levels) })) : level
  }
  const { value, problem } = readNumber(written) as { value: number; problem?: string }
  return problem ? wrong(text('newNumber', { name, line, written })) : value
}

/** As a file that spreadsheets read: one more column or more. @param added a header, and a cell for each row */
export function csvOf(lines: string[][], added: { name: string; values: (string | number)[] }[]): string {
  const quoted = (cell: string | number) =>
    /[",\n\r]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell
  return lines
    .map((line, r) =>
      [...line, ...added.map(({ name, values }) => (r === 0 ? name : values[r - 1]))].map(quoted).join(','),
    )
    .join('\r\n')
}
