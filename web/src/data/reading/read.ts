import { cellsOf, checkWidth, type Grid } from './cells.ts'
import { readColumn } from './column.ts'
import { decode } from './decode.ts'
import { cellsOfJson } from './json.ts'
import { type Laid, layOut } from './layout.ts'
import { bareNames, namesFrom, unitIn } from './names.ts'
import { evidenceIn, haveComma } from './numbers.ts'
import {
  type DecimalMark,
  type Finding,
  found,
  type ReadColumn,
  type Reading,
  type ReadOptions,
  type ReadResult,
  type Slices,
  type Source,
  UnreadableError,
  unreadable,
} from './reading.ts'
import { targetAmong } from './suggest.ts'

/**
 * Reads a table that somebody brings along: bytes of a file or a pasted text. What it is read as can be set right by
 * options; what is wrong with it is all in one list.
 */
export function readTable(source: Source, options: ReadOptions = {}): ReadResult {
  const slices = readInSlices(source, options)
  let slice = slices.next()
  while (!slice.done) slice = slices.next()
  return slice.value
}

/** The same, a slice at a time, where the page itself has to read. */
export function* readInSlices(source: Source, options: ReadOptions = {}): Slices<ReadResult> {
  try {
    return { reading: yield* reading(source, options) }
  } catch (error) {
    if (error instanceof UnreadableError) return { refused: error.refused }
    throw error
  }
}

function* reading(source: Source, options: ReadOptions): Slices<Reading> {
  const { text, encoding } = decode(source)
  if (/^\s*<(?:!doctype|html|\?xml|head|body|table|svg)\b/i.test(text)) unreadable('webPage')
  const json = cellsOfJson(text)
  const grid = json ?? (yield* cellsOf(text, options))
  checkWidth(grid)
  yield
  const laid = layOut(grid, options)
  const { names, findings: ofNames } = namesFrom(laid.names, laid.hasHeader, options.nameless ?? 'Column {number}')
  yield
  const cells = columnsOf(laid)
  yield
  const commas = cells.map((column) => grid.mayHaveComma && haveComma(column))
  const fixed = json ? '.' : options.decimal
  const decimal = fixed ?? usualMark(cells, commas)
  const ofColumns: Finding[] = []
  const columns: ReadColumn[] = []
  const isSpare = (c: number) => !laid.names[c] && cells[c].every((cell) => !cell)
  const spare = names.filter((_, c) => isSpare(c)).length
  for (const [c, name] of names.entries()) {
    if (isSpare(c)) continue
    yield
    const given = {
      name,
      position: c + 1,
      unit: laid.units[c],
      cells: cells[c],
      hasComma: commas[c],
      lines: laid.lines,
    }
    const { column, findings } = readColumn(given, decimal, fixed !== undefined)
    if (column.kind === 'number') column.unit ||= unitIn(laid.names[c])
    columns.push(column)
    ofColumns.push(...findings)
    if (column.isConstant)
      ofColumns.push(
        found('constant', { column: name, count: 1, values: { value: laid.rows.length ? firstOf(cells[c]) : '' } }),
      )
  }
  const bare = bareNames(columns)
  const calledNow = (name: string) => bare.get(name) ?? name
  for (const column of columns) column.name = calledNow(column.name)
  return {
    layout: { encoding, delimiter: grid.delimiter, hasHeader: laid.hasHeader, decimal, places: grid.places },
    columns,
    rows: laid.rows.length,
    lines: Int32Array.from(laid.lines),
    findings: mistakesFirst([
      ...ofText(text, encoding, grid),
      ...laid.findings,
      ...ofNames
        .filter(({ code }) => code !== 'namesEmpty' || columns.length === names.length)
        .map((one) => ({ ...one, places: one.places.map((place) => ({ ...place, value: calledNow(place.value) })) })),
      ...(spare ? [found('emptyColumns', { count: spare })] : []),
      ...ofColumns.map((one) => ({ ...one, column: calledNow(one.column ?? '') })),
    ]),
    target: targetAmong(columns),
  }
}

const firstOf = (cells: string[]) => (cells.find(Boolean) ?? '').slice(0, 40)

const mistakesFirst = (findings: Finding[]) => [...findings].sort((a, b) => Number(b.isMistake) - Number(a.isMistake))

/** The cells of each column, without spaces round them. */
function columnsOf({ rows, names }: Laid) {
  const columns = names.map(() => Array<string>(rows.length))
  for (const [r, row] of rows.entries()) for (let c = 0; c < columns.length; c++) columns[c][r] = (row[c] ?? '').trim()
  return columns
}

/** The decimal mark that the table shows, the point where it shows none. */
function usualMark(columns: string[][], commas: boolean[]): DecimalMark {
  let balance = 0
  for (const [c, cells] of columns.entries()) {
    const { comma, point } = evidenceIn(cells, commas[c])
    balance += Math.sign(comma - point)
  }
  return balance > 0 ? ',' : '.'
}

/** What is to be said of the text as a whole. */
function ofText(text: string, encoding: string, { places }: Grid): Finding[] {
  const findings: Finding[] = []
  if (encoding && encoding !== 'UTF-8') findings.push(found('encoding', { count: 1, values: { name: encoding } }))
  if (places === 'entry') findings.push(found('json', { count: 1 }))
  const lost = text.indexOf('\uFFFD')
  if (lost >= 0) {
    const line = text.slice(0, lost).split(/\r\n?|\n/).length
    findings.push(found('lostLetters', { count: text.split('\uFFFD').length - 1, places: [{ line, value: '' }] }))
  }
  return findings
}
