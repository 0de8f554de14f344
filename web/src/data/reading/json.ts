import type { Grid } from './cells.ts'
import { type Finding, found, namedPlaces, unreadable } from './reading.ts'

/** Tables as programs write them: a list of objects or of lists, lists by name, an object a line. */

type Plain = Record<string, unknown>

/** @returns null = it is no JSON at all */
export function cellsOfJson(text: string): Grid | null {
  if (!/^\s*[[{]/.test(text)) return null
  const value = parsed(text) ?? byLine(text)
  if (value === undefined) return /^\s*(?:\[\s*[[{]|\{\s*")/.test(text) ? unreadable('brokenJson') : null
  const list = Array.isArray(value) ? value : columnsIn(value)
  if (!list?.length) unreadable('jsonNoTable')
  if (list.every(Array.isArray)) return gridOf(list as unknown[][], undefined)
  if (!list.every(isObject)) unreadable('jsonNoTable')
  const names = [...new Set(list.flatMap(Object.keys))]
  return gridOf(
    list.map((one) => names.map((name) => (Object.hasOwn(one, name) ? one[name] : null))),
    names,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One object a line. */
function byLine(text: string): unknown[] | undefined {
  const values = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim())
    .map(parsed)
  return values.length > 1 && values.every(isObject) ? values : undefined
}

/** `{ a: [1, 2], b: [3, 4] }` as rows. */
function columnsIn(value: unknown): Plain[] | undefined {
  if (!isObject(value)) return undefined
  const columns = Object.entries(value)
  if (columns.length === 0 || !columns.every(([, cells]) => Array.isArray(cells))) return undefined
  const length = Math.max(...columns.map(([, cells]) => (cells as unknown[]).length))
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map(([name, cells]) => [name, (cells as unknown[])[row]])),
  )
}

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function gridOf(list: unknown[][], names: string[] | undefined): Grid {
  const nested = list.flatMap((row, r) => (row.some((cell) => typeof cell === 'object' && cell !== null) ? [r] : []))
  const rows = list.map((row) => row.map(written))
  return {
    rows,
    lines: rows.map((_, row) => row + 1),
    delimiter: '',
    places: 'entry',
    mayHaveComma: true,
    findings: nested.length ? [nestedIn(nested)] : [],
    names,
  }
}

const nestedIn = (rows: number[]): Finding =>
  found('nested', {
    isMistake: true,
    count: rows.length,
    places: rows.slice(0, namedPlaces).map((row) => ({ line: row + 1, value: '' })),
    rows,
  })

/** As a cell of a text would hold it. */
const written = (value: unknown) =>
  value === null || value === undefined || typeof value === 'object' ? '' : String(value)
