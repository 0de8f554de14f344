import Papa from 'papaparse'
import { type Finding, found, type ReadOptions, readLimits, type Slices, unreadable } from './reading.ts'

/** A text cut into rows of cells, each with the line that it begins in. */

export interface Grid {
  rows: string[][]
  lines: number[]
  delimiter: string
  places: 'line' | 'entry'
  findings: Finding[]
  /** Whether a comma may stand in a cell. */
  mayHaveComma: boolean
  /** So many lines more there were. */
  cut?: number
  /** The names where no row has them, as in JSON. */
  names?: string[]
}

/** Those that come first are taken where several would do: a comma stands in numbers and words, too. */
const delimiters = ['\t', ';', '|', ',']

/** Lines by which the delimiter is found. */
const sample = 200

/** @throws {UnreadableError} */
export function* cellsOf(text: string, options: ReadOptions): Slices<Grid> {
  const even = withoutLast(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
  const [, named] = /^sep=(.)\n/i.exec(even) ?? []
  const { body, cut: count } = firstLinesOf(named ? even.replace(/^.*/, '') : even)
  const delimiter = options.delimiter ?? named ?? delimiterOf(body)
  checkLines(body, delimiter)
  checkDelimiter(body, delimiter)
  yield
  const cut = delimiter === ' ' ? body.replace(/^[ \t]+|[ \t]+$/gm, '').replace(/[ \t]+/g, '\t') : closeToQuotes(body)
  const config = { delimiter: delimiter === ' ' ? '\t' : delimiter, newline: '\n' } as const
  const data: string[][] = []
  const errors: Papa.ParseError[] = []
  for (const slice of slicesOf(cut)) {
    const parsed = Papa.parse<string[]>(slice, config)
    for (const row of parsed.data) data.push(row)
    for (const error of parsed.errors) errors.push(error)
    yield
  }
  const hasQuotes = cut.includes('"')
  const lines = linesOf(data, hasQuotes)
  const open = errors.find(({ code }) => code === 'MissingQuotes')
  if (open) unreadable('openQuote', { line: lines[open.row ?? 0] })
  const mayHaveComma = cut.includes(',') && (hasQuotes || delimiter !== ',')
  return {
    rows: data,
    lines,
    delimiter,
    places: 'line',
    findings: quotesIn(errors, lines, data),
    mayHaveComma,
    cut: count,
  }
}

/** Without the ends of lines at its end. */
function withoutLast(text: string) {
  let end = text.length
  while (text[end - 1] === '\n') end--
  return text.slice(0, end)
}

/** Characters that are parsed at a time. */
const sliceLength = 256 * 1024

/** The text in pieces of whole lines; as one where quotes may hold the end of a line. */
function* slicesOf(text: string) {
  const most = text.includes('"') ? Infinity : sliceLength
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf('\n', start + most)
    const last = end < 0 || most === Infinity ? text.length : end
    yield text.slice(start, last)
    start = last + 1
  }
}

/** @throws {UnreadableError} where it stands nowhere among words: whatever quotes there are need not be looked at */
function checkDelimiter(text: string, delimiter: string) {
  if (delimiter === ' ' || text.includes(delimiter) || !/[^\s"]/.test(text)) return
  const start = text.search(/\S/)
  unreadable('oneColumn', { line: text.slice(0, start).split('\n').length })
}

/** Of more lines than these the first are read: so many empty ones stand in no table. */
const mostLines = 5 * readLimits.rows
/** Characters of a line that can be a row. */
const longestLine = 128 * 1024

/** @returns how many lines are cut off, too */
function firstLinesOf(text: string) {
  let end = -1
  let lines = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines === mostLines) end = at
  return end < 0 ? { body: text, cut: 0 } : { body: text.slice(0, end), cut: lines + 1 - mostLines }
}

/** @throws {UnreadableError} where a line is too long for a row, before all else that would take time */
function checkLines(text: string, delimiter: string) {
  let line = 1
  for (let start = 0; start <= text.length; line++) {
    const end = (text.indexOf('\n', start) + 1 || text.length + 1) - 1
    if (end - start > longestLine) {
      const count = text.slice(start, end).split(delimiter).length
      if (count > readLimits.columns) unreadable('tooManyColumns', { line, count, most: readLimits.columns })
      unreadable('longLine', { line, count: end - start })
    }
    start = end + 1
  }
}

/** The line of each row: a cell in quotes may go on over several. */
function linesOf(rows: string[][], hasQuotes: boolean) {
  if (!hasQuotes) return rows.map((_, r) => r + 1)
  let line = 1
  return rows.map((row) => {
    const own = line
    line++
    for (const cell of row) if (cell.includes('\n')) line += cell.split('\n').length - 1
    return own
  })
}

/** Rows in which quotes do not go together. */
function quotesIn(errors: Papa.ParseError[], lines: number[], rows: string[][]): Finding[] {
  const wrong = [...new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row ?? 0))]
  if (wrong.length === 0) return []
  const places = wrong.slice(0, 5).map((row) => ({ line: lines[row], value: rows[row][0].slice(0, 40) }))
  return [found('quotes', { isMistake: true, count: wrong.length, places, rows: wrong })]
}

const spaced = /"[^"]*"(?:[ ]+(?=[,;\t|\n]|$))?|(^|[,;\t|\n])[ ]+(?=")/g

/** Without the spaces that some programs put before quotes and after them, which would make the quotes a part of the cell. */
function closeToQuotes(text: string) {
  if (!text.includes('"') || !/(?:^|[,;\t|\n]) +"|" +(?:[,;\t|\n]|$)/.test(text)) return text
  return text.replace(spaced, (all, mark) => mark ?? all.trimEnd())
}

/** What stands between the cells: whatever makes the most lines alike. ' ' = spaces; ',' where nothing does. */
function delimiterOf(text: string) {
  const lines = firstLines(text, sample)
  const share = (cells: (line: string) => number) => {
    const counts = lines.map(cells).filter((count) => count > 0)
    const many: Map<number, number> = new Map()
    for (const count of counts) if (count > 1) many.set(count, (many.get(count) ?? 0) + 1)
    return Math.max(0, ...many.values()) / counts.length
  }
  const best = delimiters
    .map((mark) => ({ mark, share: share((line) => cellsIn(line, mark)) }))
    .reduce((most, one) => (one.share > most.share + 0.05 ? one : most))
  if (best.share > 0.3) return best.mark
  return share((line) => line.trim().split(/[ \t]+/).length) > 0.8 && /\d/.test(text)
    ? ' '
    : best.share
      ? best.mark
      : ','
}

/** How many cells a line has, 0 where it is empty; what stands in quotes is not looked into. */
const cellsIn = (line: string, mark: string) =>
  line.trim() && line.replaceAll(mark, '') ? line.replace(/"[^"]*"/g, '').split(mark).length : 0

/** Not more of the text than that: it may be one long line. */
const firstLines = (text: string, count: number) => text.slice(0, 64 * 1024).split('\n', count)

/** @throws {UnreadableError} where there are more columns than may be, whatever stands in them */
export function checkWidth({ rows, lines }: Grid) {
  const wide = rows.findIndex((row) => row.length > readLimits.columns && widthOf(row) > readLimits.columns)
  if (wide >= 0)
    unreadable('tooManyColumns', { line: lines[wide], count: widthOf(rows[wide]), most: readLimits.columns })
}

/** Without the empty cells at its end. */
export function widthOf(row: readonly string[]) {
  let width = row.length
  while (width > 0 && !row[width - 1].trim()) width--
  return width
}
