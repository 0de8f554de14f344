import { type AboutPairs, columnsOf, type HandTable, levelsOf, type TableColumns } from '../data/hand.ts'
import type { RowStore } from '../data/row-store.ts'
import { plainObject, refuseType, refuseValue } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import type { Border } from './border.ts'
import { checked } from './check.ts'
import { checkedBy, choice, integerFrom, list, numbers, object, optional, saying, text, written } from './nodes.ts'

/** A table of the reader's own, as the description of the state has it. */

const mostNumbers = 1_000_000

const name = () => text('columnNames', { pattern: '^[^~!]{1,40}$' })
const saidOfNames = { type: 'names', size: 'names' } as const
const names = saying(saidOfNames, list(name(), { minItems: 1 }))
const ignored = saying(saidOfNames, list(name()))

const column = object({
  unit: optional(text('about', { maxLength: 40 })),
  levels: optional(
    saying(
      { type: 'levels', size: 'levels', once: 'levels' },
      list(text('levels', { minLength: 1, maxLength: 100 }), { minItems: 1, maxItems: 20, uniqueItems: true }),
    ),
  ),
  missing: optional(choice(['drop', 'mean', 'column'])),
  range: optional(saying({ type: 'range', size: 'range' }, { ...numbers(), minItems: 2, maxItems: 2 })),
})
const facts = { test: optional(integerFrom(0)), imageSide: optional(integerFrom(1)) }

/** The node of a table; its columns have names of their own, and each row a cell for each. */
export function tableNode({ catalog, rows: store }: Border) {
  const { maximum } = catalog.limits.samples
  const cells = written({ type: 'array', items: { type: ['number', 'null'] } })
  const rows = list(cells, { minItems: 1, maxItems: maximum })
  const about = optional(written({ type: 'object', additionalProperties: column }))
  const schema = {
    ...object({ inputs: names, outputs: names, ignored: optional(ignored), about, ...facts, rows }),
    description: 'A table of your own: a cell of a column with levels is the index of one; null is missing.',
  }
  return checkedBy((value, path) => checkedTable(value, path, maximum, store), schema)
}

/** What says nothing is left out, so that tables that are alike look alike. */
function checkedTable(value: unknown, path: string, mostRows: number, store: RowStore): HandTable {
  const given = plainObject(value, path, ['inputs', 'outputs', 'ignored', 'about', 'test', 'imageSide', 'rows'])
  const table: Omit<HandTable, 'rows'> = {
    inputs: checked(names, given.inputs, `${path}.inputs`),
    outputs: checked(names, given.outputs, `${path}.outputs`),
  }
  const others = checked(ignored, given.ignored ?? [], `${path}.ignored`)
  if (others.length) table.ignored = others
  const all = columnsOf(table)
  if (new Set(all).size < all.length) refuseValue('columnsOnce', path, all)
  const about = checkedAbout(given.about ?? {}, `${path}.about`, all)
  if (about.length) table.about = about
  const rows = checkedRows(given.rows, table, `${path}.rows`, mostRows)
  for (const name of ['test', 'imageSide'] as const)
    if (given[name] !== undefined) table[name] = checked(facts[name], given[name], `${path}.${name}`)
  const [count] = rows.shape
  const { test = 0 } = table
  if (test >= count) refuseValue('whole', `${path}.test`, test, { minimum: 0, maximum: count - 1 })
  return { ...table, rows: store.add(rows) }
}

function checkedAbout(value: unknown, path: string, columns: string[]) {
  const given = new Map(Object.entries(plainObject(value, path, columns)))
  return columns.flatMap((name): AboutPairs => {
    if (!given.has(name)) return []
    const { unit, levels, missing, range } = checked(column, given.get(name), path)
    if (levels && missing === 'mean') refuseValue('meanOfNumbers', path, missing)
    if (range && !(range[0] < range[1])) refuseValue('range', path, range)
    const about = {
      ...(unit && { unit }),
      ...(levels && { levels }),
      ...(missing && missing !== 'drop' && { missing }),
      ...(range && { range }),
    }
    return Object.keys(about).length ? [[name, about]] : []
  })
}

/** Flat rows are taken over, not copied: they are our own views'. */
function checkedRows(rows: unknown, table: TableColumns, path: string, most: number): FlatRows {
  const levels = columnsOf(table).map((name) => levelsOf(table, name).length)
  const given = rows instanceof Object && 'data' in rows ? (rows as FlatRows) : null
  if (!given && !Array.isArray(rows)) refuseType('listOfRows', path, rows)
  const count = given ? Number(given.shape?.[0]) : (rows as unknown[]).length
  const size = count * levels.length
  if (count > most) refuseValue('mostRows', path, count, { maximum: most })
  if (!(count >= 1 && size <= mostNumbers)) refuseValue('mostNumbers', path, count, { maximum: mostNumbers })
  const isWhole = given?.shape[1] === levels.length && given.data instanceof Float64Array && given.data.length === size
  if (given && !isWhole) refuseType('listOfRows', path, rows)
  const data = given ? given.data : flattened(rows as unknown[], levels, path)
  requireCells(data, levels, path)
  return { data, shape: [count, levels.length] }
}

function flattened(rows: unknown[], { length: columns }: number[], path: string) {
  const data = new Float64Array(rows.length * columns)
  for (const [i, row] of rows.entries()) {
    const at = `${path}.${i}`
    if (!Array.isArray(row)) refuseType('numbers', at, row)
    for (let c = 0; c < row.length; c++) {
      if (row[c] !== null && !Number.isFinite(row[c])) refuseType('cell', `${at}.${c}`, row[c])
      if (c < columns) data[i * columns + c] = row[c] ?? NaN
    }
    if (row.length !== columns) refuseValue('length', at, row.length, { count: columns })
  }
  return data
}

/** @param levels of each column so many; none, if it is of numbers */
function requireCells(data: Float64Array, levels: number[], path: string) {
  for (let at = 0, c = 0; at < data.length; at++, c = (c + 1) % levels.length) {
    const value = data[at]
    if (Number.isNaN(value)) continue
    const where = () => `${path}.${Math.floor(at / levels.length)}.${c}`
    if (!Number.isFinite(value)) refuseType('cell', where(), value)
    const isLevel = Number.isInteger(value) && value >= 0 && value < levels[c]
    if (levels[c] && !isLevel) refuseValue('level', where(), value, { maximum: levels[c] - 1 })
  }
}
