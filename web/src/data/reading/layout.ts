import { type Grid, widthOf } from './cells.ts'
import { isMissing } from './missing.ts'
import { numberIn } from './numbers.ts'
import { type Finding, found, namedPlaces, type Place, type ReadOptions, readLimits, unreadable } from './reading.ts'

/** Where in a grid the table is: what stands before it, its names, its units, its rows. */

export interface Laid {
  hasHeader: boolean
  names: string[]
  /** What the line of units says of each column. */
  units: string[]
  rows: string[][]
  lines: number[]
  findings: Finding[]
}

/** Rows that are looked at to find out what a column holds. */
const sample = 100

/** @throws {UnreadableError} where no row is left */
export function layOut(grid: Grid, options: ReadOptions): Laid {
  const findings = [...grid.findings]
  const broken = new Set(grid.findings.flatMap(({ rows }) => [...rows]))
  const kept = withoutEmpty(grid, broken, findings)
  const usual = usualWidth(kept.rows)
  if (!grid.names) dropPreamble(kept, usual, findings)
  const hasHeader = grid.names !== undefined || (options.hasHeader ?? looksLikeHeader(kept.rows))
  const line = kept.lines[0]
  const names = grid.names ?? (hasHeader ? takeFirst(kept) : [])
  const units = hasHeader && !grid.names && isUnits(kept.rows) ? takeUnits(kept, findings) : []
  const width = widthFor(kept.rows, hasHeader ? names : null, usual)
  if (width < 2) unreadable('oneColumn', { line })
  if (kept.rows.length === 0) unreadable(names.length > 0 ? 'headerOnly' : 'noRows', { line })
  cutLong(kept, grid.cut ?? 0, findings)
  countSpare(kept.rows, width, findings)
  ragged(kept, width, broken, findings)
  const { rows, lines, from } = kept
  return {
    ...{ hasHeader, rows, lines },
    names: fitted(names, width),
    units: fitted(units, width),
    findings: again(findings, from),
  }
}

interface Kept {
  rows: string[][]
  lines: number[]
  /** Which rows of the grid they are. */
  from: number[]
}

const fitted = (cells: string[], width: number) => Array.from({ length: width }, (_, c) => (cells[c] ?? '').trim())

/** The same mistakes, by the rows that are left. */
function again(findings: Finding[], from: number[]): Finding[] {
  const places = new Map(from.map((row, i) => [row, i]))
  return findings.map((one) =>
    one.code === 'quotes' || one.code === 'nested'
      ? { ...one, rows: Int32Array.from([...one.rows].flatMap((row) => places.get(row) ?? [])) }
      : one,
  )
}

/** Lines without a word and lines of commas alone. */
function withoutEmpty({ rows, lines }: Grid, broken: ReadonlySet<number>, findings: Finding[]): Kept {
  const from = rows.flatMap((row, r) => (broken.has(r) || row.some((cell) => cell.trim()) ? [r] : []))
  if (from.length === 0) unreadable('empty')
  const count = rows.length - from.length
  if (count > 0) {
    const empty = rows.flatMap((row, r) => (row.some((cell) => cell.trim()) || broken.has(r) ? [] : [lines[r]]))
    findings.push(
      found('emptyLines', { count, places: empty.slice(0, namedPlaces).map((line) => ({ line, value: '' })) }),
    )
  }
  return { rows: from.map((r) => rows[r]), lines: from.map((r) => lines[r]), from }
}

/** The width that most rows have, of equals the larger. */
function usualWidth(rows: string[][]) {
  const many: Map<number, number> = new Map()
  for (const row of rows) many.set(row.length, (many.get(row.length) ?? 0) + 1)
  return [...many].reduce((best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] > best[0]) ? one : best))[0]
}

/** Lines of words before the names: a title, a date, comments. */
function dropPreamble(kept: Kept, width: number, findings: Finding[]) {
  const isBefore = (row: string[]) =>
    width > 1 &&
    (row[0].trimStart().startsWith('#') ? row.length !== width : widthOf(row) === 1 || row.length < width / 2)
  const all = kept.rows.findIndex((row) => !isBefore(row))
  const isName = all > 0 && kept.rows[all - 1].length === width && !looksLikeHeader(kept.rows.slice(all))
  const first = isName ? all - 1 : all // a line of one name and no others
  if (first <= 0) return
  const places = kept.rows.slice(0, first).map((row, r) => place(kept.lines[r], row.join(' ').trim()))
  findings.push(found('preamble', { count: first, places: places.slice(0, namedPlaces) }))
  for (const list of [kept.rows, kept.lines, kept.from]) list.splice(0, first)
}

const place = (line: number, value: string): Place => ({ line, value: value.slice(0, 60) })

const isNumber = (cell = '') => {
  const bare = cell.trim()
  return Number.isFinite(numberIn(bare, '.')) || Number.isFinite(numberIn(bare, ','))
}

const isNothing = (cell = '') => isMissing(cell.trim())

/** Of each column: whether most of what stands in these rows is a number. */
function numericColumns(rows: string[][]) {
  const some = rows.slice(0, sample)
  const width = Math.max(0, ...some.map(({ length }) => length))
  return Array.from({ length: Math.min(width, readLimits.columns) }, (_, c) => {
    const cells = some.map((row) => row[c]).filter((cell) => cell !== undefined && !isNothing(cell))
    return cells.length > 0 && cells.filter(isNumber).length > cells.length / 2
  })
}

/** The first line has the names where it says words above numbers; of words alone, where none of its own comes again. */
function looksLikeHeader([first = [], ...rest]: string[][]) {
  if (rest.length === 0) return !first.some(isNumber)
  const numeric = numericColumns(rest)
  const above = first.filter((cell, c) => numeric[c] && !isNothing(cell))
  const words = above.filter((cell) => !isNumber(cell)).length
  if (above.length > 0) return words > above.length - words
  const isAgain = (cell: string, c: number) => rest.slice(0, sample * 10).some((row) => row[c]?.trim() === cell.trim())
  return !first.some((cell, c) => cell.trim() !== '' && isAgain(cell, c))
}

/** Words above numbers once more, beneath the names: units. Above words they are in brackets, or there are none. */
function isUnits([first = [], ...rest]: string[][]) {
  if (rest.length === 0) return false
  const numeric = numericColumns(rest)
  const above = first.filter((_, c) => numeric[c])
  const said = above.filter((cell) => cell.trim() && !isNumber(cell))
  const isShort = first.every((cell) => cell.trim().length <= 16)
  const others = first.filter((cell, c) => !numeric[c] && cell.trim() && !/^[[(].*[\])]$|^[-–—]$/.test(cell.trim()))
  return (
    isShort &&
    others.length === 0 &&
    !above.some(isNumber) &&
    said.some((cell) => !isNothing(cell)) &&
    said.length >= above.length / 2
  )
}

/** The cells of the first row, which is a row no more. */
function takeFirst({ rows, lines, from }: Kept) {
  lines.shift()
  from.shift()
  return rows.shift() ?? []
}

function takeUnits(kept: Kept, findings: Finding[]) {
  const [line] = kept.lines
  const units = takeFirst(kept).map(bareUnit)
  findings.push(found('unitsLine', { count: 1, places: [{ line, value: units.filter(Boolean).join(', ') }] }))
  return units
}

const bareUnit = (cell: string) => {
  const bare = cell.trim().replace(/^[[(](.*)[\])]$/, '$1')
  return isMissing(bare) ? '' : bare.slice(0, readLimits.name)
}

/** No more rows than may be. */
function cutLong(kept: Kept, more: number, findings: Finding[]) {
  const count = kept.rows.length + more
  const most = readLimits.rows
  if (count <= most) return
  findings.push(
    found('tooManyRows', {
      isMistake: true,
      count: count - most,
      places: [{ line: kept.lines[most] ?? (kept.lines.at(-1) ?? 0) + 1, value: '' }],
      values: { rows: count, most },
    }),
  )
  for (const list of [kept.rows, kept.lines, kept.from]) list.length = Math.min(list.length, most)
}

/** As wide as the names are, and wider where most rows are so; as most rows are where there are no names. */
function widthFor(rows: string[][], names: string[] | null, usual: number) {
  if (!names) return usual
  const own = widthOf(names)
  const wider = rows.filter((row) => widthOf(row) > own)
  return wider.length > rows.length / 2
    ? Math.max(own, usualWidth(wider.map((row) => row.slice(0, widthOf(row)))))
    : own
}

/** Empty cells at the end of most rows. */
function countSpare(rows: string[][], width: number, findings: Finding[]) {
  const usual = usualWidth(rows)
  if (usual > width && !hasWords(rows, width)) findings.push(found('emptyColumns', { count: usual - width }))
}

/** Whether anything stands beyond a width. */
const hasWords = (rows: string[][], width: number) => rows.some((row) => widthOf(row) > width)

/** Rows with more cells than columns, or fewer. Empty ones at the end are none too many. */
function ragged(kept: Kept, width: number, broken: ReadonlySet<number>, findings: Finding[]) {
  const wrong = kept.rows.flatMap((row, r) =>
    !broken.has(kept.from[r]) && (row.length < width || widthOf(row) > width) ? [r] : [],
  )
  if (wrong.length === 0) return
  const places = wrong.slice(0, namedPlaces).map((r) => ({ line: kept.lines[r], value: String(kept.rows[r].length) }))
  findings.push(
    found('ragged', { isMistake: true, count: wrong.length, places, rows: wrong, values: { columns: width } }),
  )
}
