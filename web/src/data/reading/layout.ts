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
  const width = usualWidth(kept.rows)
  if (!grid.names) dropPreamble(kept, width, findings)
  const hasHeader = grid.names !== undefined || (options.hasHeader ?? looksLikeHeader(kept.rows))
  const names = grid.names ?? (hasHeader ? (kept.rows.shift() ?? []) : [])
  const nameLine = hasHeader && !grid.names ? kept.lines.shift() : 1
  const units = hasHeader && !grid.names && isUnits(kept.rows) ? takeUnits(kept, findings) : []
  if (kept.rows.length === 0 && (hasHeader ? widthOf(names) : width) < 2)
    unreadable('oneColumn', { line: nameLine ?? 1 })
  if (kept.rows.length === 0)
    unreadable(hasHeader && names.length > 0 ? 'headerOnly' : 'noRows', { line: nameLine ?? 1 })
  cutLong(kept, grid.cut ?? 0, findings)
  const columns = hasHeader ? Math.max(widthOf(names), 1) : Math.max(width, 1)
  const wide = spareColumns(kept.rows, names, columns, hasHeader)
  if (wide < 2) unreadable('oneColumn', { line: nameLine ?? 1 })
  const usual = usualWidth(kept.rows)
  if (usual > wide && !hasWords(kept.rows, wide)) findings.push(found('emptyColumns', { count: usual - wide }))
  const isBroken = Array.from(kept.from, (row) => broken.has(row))
  ragged(kept, wide, isBroken, findings)
  return {
    hasHeader,
    names: fitted(names, wide),
    units: fitted(units, wide),
    rows: kept.rows,
    lines: kept.lines,
    findings: again(findings, kept.from),
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

function takeUnits(kept: Kept, findings: Finding[]) {
  const units = (kept.rows.shift() ?? []).map(bareUnit)
  const line = kept.lines.shift() ?? 0
  kept.from.shift()
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

/** As wide as the names, and wider where most rows are so. */
function spareColumns(rows: string[][], names: string[], columns: number, hasHeader: boolean) {
  if (!hasHeader) return columns
  const wider = rows.filter((row) => widthOf(row) > columns).length
  return wider > rows.length / 2
    ? Math.max(columns, usualWidth(rows.map((row) => row.slice(0, widthOf(row)))), widthOf(names))
    : columns
}

/** Whether anything stands beyond a width. */
const hasWords = (rows: string[][], width: number) => rows.some((row) => widthOf(row) > width)

/** Rows with more cells than columns, or fewer. Empty ones at the end are none too many. */
function ragged(kept: Kept, width: number, isBroken: boolean[], findings: Finding[]) {
  const wrong = kept.rows.flatMap((row, r) => (!isBroken[r] && (row.length < width || widthOf(row) > width) ? [r] : []))
  if (wrong.length === 0) return
  const places = wrong.slice(0, namedPlaces).map((r) => ({ line: kept.lines[r], value: String(kept.rows[r].length) }))
  findings.push(
    found('ragged', { isMistake: true, count: wrong.length, places, rows: wrong, values: { columns: width } }),
  )
}
