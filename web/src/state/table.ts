import { type ColumnAbout, columnsOf, type HandTable, levelsOf, type TableColumns } from '../data/hand.ts'
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
  const table: TableColumns = {
    inputs: checked(names, given.inputs, `${path}.inputs`),
    outputs: checked(names, given.outputs, `${path}.outputs`),
  }
  const others = checked(ignored, given.ignored ?? [], `${path}.ignored`)
  if (others.length) table.ignored = others
  const all = columnsOf(table)
  if (new Set(all).size < all.length) refuseValue('columnsOnce', path, all)
  const about = checkedAbout(given.about ?? {}, `${path}.about`, all)
  if (about.length) table.about = Object.fromEntries(about)
  const rows = checkedRows(given.rows, table, `${path}.rows`, mostRows)
  for (const name of ['test', 'imageSide'] as const)
    if (given[name] !== undefined) table[name] = checked(facts[name], given[name], `${path}.${name}`)
  const [count] = rows.shape
  const { test = 0 } = table
  if (test >= count) refuseValue('whole', `${path}.test`, test, { minimum: 0, maximum: count - 1 })
  return { ...table, rows: store.add(rows) }
}

function checkedAbout(value: unknown, path: string, columns: string[]) {
  const given = Object.entries(plainObject(value, path, columns))
  return given.flatMap(([name, one]): [string, ColumnAbout][] => {
    const { unit, levels, missing, range } = checked(column, one, path)
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

function checkedRows(rows: unknown, table: TableColumns, path: string, most: number): FlatRows {
  const levels = columnsOf(table).map((name) => levelsOf(table, name).length)
  const columns = levels.length
  if (!Array.isArray(rows)) refuseType('listOfRows', path, rows)
  if (rows.length > most) refuseValue('mostRows', path, rows.length, { maximum: most })
  if (rows.length < 1 || rows.length * columns > mostNumbers)
    refuseValue('mostNumbers', path, rows.length, { maximum: mostNumbers })
  const data = new Float64Array(rows.length * columns)
  for (const [i, row] of rows.entries()) {
    const at = `${path}.${i}`
    if (!Array.isArray(row)) refuseType('numbers', at, row)
    for (let c = 0; c < row.length; c++) if (row[c] !== null) requireCell(row[c], levels[c], `${at}.${c}`)
    if (row.length !== columns) refuseValue('length', at, row.length, { count: columns })
    for (let c = 0; c < columns; c++) data[i * columns + c] = row[c] ?? NaN
  }
  return { data, shape: [rows.length, columns] }
}

/** @param levels how many its column has; none, if it is of numbers */
function requireCell(value: unknown, levels: number, path: string) {
  if (!Number.isFinite(value)) refuseType('cell', path, value)
  const isLevel = Number.isInteger(value) && (value as number) >= 0 && (value as number) < levels
  if (levels && !isLevel) refuseValue('level', path, value as number, { maximum: levels - 1 })
}
