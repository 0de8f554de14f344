import { aboutOf, type ColumnAbout, columnsOf, type FlatTable, levelsOf, type TableColumns } from '../../data/hand.ts'
import { type FlatRows, rowAt } from '../../network/rows.ts'

/** Edits of a table of one's own, each a new table. */

export type Role = 'inputs' | 'outputs' | 'ignored'
export type Side = Exclude<Role, 'ignored'>

const roles: Role[] = ['inputs', 'outputs', 'ignored']

/** With what is known of a column; nothing is left out, so that tables that are alike look alike. */
const withAbout = (table: FlatTable, name: string, about: ColumnAbout | null): FlatTable => {
  const others = Object.entries(table.about ?? {}).filter(([other]) => other !== name)
  const all = about && Object.keys(about).length ? [...others, [name, about] as [string, ColumnAbout]] : others
  const { about: _, ...rest } = table
  return all.length ? { ...rest, about: Object.fromEntries(all) } : rest
}

/** One column more at the end of its side, all zeros, under the first free name. */
export function withColumn(table: FlatTable, side: Side, nameOf: (number: number) => string): FlatTable {
  const names = columnsOf(table)
  const { length } = table[side]
  let number = length + 1
  while (names.includes(nameOf(number))) number++
  const at = side === 'inputs' ? length : table.inputs.length + length
  const from = names.map((_, c) => c).toSpliced(at, 0, zeros)
  return { ...table, [side]: [...table[side], nameOf(number)], rows: columnsFrom(table.rows, from) }
}

export function withoutColumn(table: FlatTable, name: string): FlatTable {
  const names = columnsOf(table)
  const from = names.flatMap((one, c) => (one === name ? [] : [c]))
  const rows = columnsFrom(table.rows, from)
  return withAbout({ ...named(table, (one) => (one === name ? [] : [one])), rows }, name, null)
}

export function withName(table: FlatTable, name: string, other: string): FlatTable {
  const about = aboutOf(table, name)
  const renamed = named(table, (one) => [one === name ? other : one])
  return withAbout(withAbout(renamed, name, null), other, about)
}

const named = (table: FlatTable, of: (name: string) => string[]): FlatTable => ({
  ...table,
  ...Object.fromEntries(roles.flatMap((role) => (table[role] ? [[role, table[role].flatMap(of)]] : []))),
})

export const roleOf = (table: TableColumns, name: string): Role =>
  roles.find((role) => table[role]?.includes(name)) ?? 'ignored'

/** The column at the end of another side, with its cells; a category is the only target, so another gives way to it. */
export function withRole(table: FlatTable, name: string, role: Role): FlatTable {
  const hasCategory = [name, ...table.outputs].some((one) => levelsOf(table, one).length > 0)
  const others = role === 'outputs' && hasCategory ? table.outputs : []
  return others.reduce((now, other) => moved(now, other, 'inputs'), moved(table, name, role))
}

function moved(table: FlatTable, name: string, role: Role): FlatTable {
  const names = columnsOf(table)
  const without = named(table, (one) => (one === name ? [] : [one]))
  const after = { ...without, [role]: [...(without[role] ?? []), name] }
  const from = columnsOf(after).map((one) => names.indexOf(one))
  return { ...after, rows: columnsFrom(table.rows, from) }
}

export const withMissing = (table: FlatTable, name: string, missing: ColumnAbout['missing']): FlatTable =>
  withAbout(table, name, { ...aboutOf(table, name), missing })

/** Most different numbers that can be classes. */
export const mostLevels = 20

/** The different numbers of a column; of many the first. */
export function valuesIn({ data, shape: [count, columns] }: FlatRows, at: number): Set<number> {
  const found: Set<number> = new Set()
  for (let row = 0; row < count && found.size <= mostLevels; row++) {
    const value = data[row * columns + at]
    if (!Number.isNaN(value)) found.add(value)
  }
  return found
}

/** What a column of numbers would be as a category; null: they are too many. */
export function levelsIn(table: FlatTable, name: string): string[] | null {
  const values = valuesIn(table.rows, columnsOf(table).indexOf(name))
  return values.size <= mostLevels ? [...values].sort((a, b) => a - b).map(String) : null
}

/** Whether the levels of a category are numbers. */
export const areNumbers = (levels: string[]) => levels.every((level) => level.trim() && Number.isFinite(Number(level)))

/** Numbers as a category, or a category of numbers as such; the cells say the same. */
export function withKind(table: FlatTable, name: string, isCategory: boolean): FlatTable {
  const { levels, missing, ...about } = aboutOf(table, name)
  const at = columnsOf(table).indexOf(name)
  const found = (isCategory && levelsIn(table, name)) || []
  const known = levelsOf(table, name).map(Number)
  const indices = new Map(found.map((level, index) => [Number(level), index]))
  const rows = copyOf(table.rows)
  const [count, columns] = rows.shape
  for (let row = 0, cell = at; row < count; row++, cell += columns) {
    const value = rows.data[cell]
    rows.data[cell] = (isCategory ? indices.get(value) : known[value]) ?? NaN
  }
  const kept = missing === 'column' ? { missing } : {}
  return withAbout({ ...table, rows }, name, { ...about, ...kept, ...(isCategory ? { levels: found } : {}) })
}

/** A row that was a test row leaves the others of the test set what they are. */
export const withoutRow = ({ test, rows, ...table }: FlatTable, row: number): FlatTable => ({
  ...table,
  ...(test === undefined ? {} : { test: test - Number(row < test) }),
  rows: rowsWithout(rows, row),
})

function rowsWithout({ data, shape: [count, columns] }: FlatRows, row: number): FlatRows {
  const kept = new Float64Array((count - 1) * columns)
  kept.set(data.subarray(0, row * columns))
  kept.set(data.subarray((row + 1) * columns), row * columns)
  return { data: kept, shape: [count - 1, columns] }
}

/** One cell, NaN = missing. */
export function withCell(table: FlatTable, row: number, column: number, value: number): FlatTable {
  const rows = copyOf(table.rows)
  rowAt(rows, row)[column] = value
  return { ...table, rows }
}

/** So many rows as there have to be: those that are new are as the last one is. A copy in any case. */
export function withRows(table: FlatTable, least: number): FlatTable {
  const {
    data,
    shape: [count, columns],
  } = table.rows
  const more = new Float64Array(Math.max(count, least) * columns)
  more.set(data)
  for (let row = count; row < least; row++) more.set(rowAt(table.rows, count - 1), row * columns)
  return { ...table, rows: { data: more, shape: [Math.max(count, least), columns] } }
}

const copyOf = ({ data, shape }: FlatRows): FlatRows => ({ data: data.slice(), shape })

/** In place of a column's index: all zeros. */
const zeros = -1

/** Rows of other columns, each named by its index. */
function columnsFrom({ data, shape: [count, columns] }: FlatRows, from: number[]): FlatRows {
  const moved = new Float64Array(count * from.length)
  from.forEach((column, c) => {
    if (column === zeros) return
    for (let row = 0; row < count; row++) moved[row * from.length + c] = data[row * columns + column]
  })
  return { data: moved, shape: [count, from.length] }
}
