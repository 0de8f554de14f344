import { aboutOf, type ColumnAbout, columnsOf, type GivenTable, levelsOf } from '../../data/hand.ts'

/** Edits of a table of one's own, each a new table. */

export type Role = 'inputs' | 'outputs' | 'ignored'
export type Side = Exclude<Role, 'ignored'>

const roles: Role[] = ['inputs', 'outputs', 'ignored']

/** With what is known of a column; nothing is left out, so that tables that are alike look alike. */
const withAbout = (table: GivenTable, name: string, about: ColumnAbout | null): GivenTable => {
  const others = Object.entries(table.about ?? {}).filter(([other]) => other !== name)
  const all = about && Object.keys(about).length ? [...others, [name, about] as [string, ColumnAbout]] : others
  const { about: _, ...rest } = table
  return all.length ? { ...rest, about: Object.fromEntries(all) } : rest
}

/** One column more at the end of its side, all zeros, under the first free name. */
export function withColumn(table: GivenTable, side: Side, nameOf: (number: number) => string): GivenTable {
  const names = columnsOf(table)
  const { length } = table[side]
  let number = length + 1
  while (names.includes(nameOf(number))) number++
  const at = side === 'inputs' ? length : table.inputs.length + length
  return { ...table, [side]: [...table[side], nameOf(number)], rows: table.rows.map((row) => row.toSpliced(at, 0, 0)) }
}

export function withoutColumn(table: GivenTable, name: string): GivenTable {
  const at = columnsOf(table).indexOf(name)
  const rows = table.rows.map((row) => row.toSpliced(at, 1))
  return withAbout({ ...named(table, (one) => (one === name ? [] : [one])), rows }, name, null)
}

export function withName(table: GivenTable, name: string, other: string): GivenTable {
  const about = aboutOf(table, name)
  const renamed = named(table, (one) => [one === name ? other : one])
  return withAbout(withAbout(renamed, name, null), other, about)
}

const named = (table: GivenTable, of: (name: string) => string[]): GivenTable => ({
  ...table,
  ...Object.fromEntries(roles.flatMap((role) => (table[role] ? [[role, table[role].flatMap(of)]] : []))),
})

export const roleOf = (table: GivenTable, name: string): Role =>
  roles.find((role) => table[role]?.includes(name)) ?? 'ignored'

/** The column at the end of another side, with its cells; a category is the only target, so another gives way to it. */
export function withRole(table: GivenTable, name: string, role: Role): GivenTable {
  const hasCategory = [name, ...table.outputs].some((one) => levelsOf(table, one).length > 0)
  const others = role === 'outputs' && hasCategory ? table.outputs : []
  return others.reduce((now, other) => moved(now, other, 'inputs'), moved(table, name, role))
}

function moved(table: GivenTable, name: string, role: Role): GivenTable {
  const from = columnsOf(table).indexOf(name)
  const without = named(table, (one) => (one === name ? [] : [one]))
  const after = { ...without, [role]: [...(without[role] ?? []), name] }
  const to = columnsOf(after).indexOf(name)
  return { ...after, rows: table.rows.map((row) => row.toSpliced(from, 1).toSpliced(to, 0, row[from])) }
}

export const withMissing = (table: GivenTable, name: string, missing: ColumnAbout['missing']): GivenTable =>
  withAbout(table, name, { ...aboutOf(table, name), missing })

/** Most different numbers that can be classes. */
export const mostLevels = 20

/** What a column of numbers would be as a category; null: they are too many. */
export function levelsIn(table: GivenTable, name: string): string[] | null {
  const at = columnsOf(table).indexOf(name)
  const values = [...new Set(table.rows.map((row) => row[at]))].filter((value) => value !== null)
  return values.length <= mostLevels ? values.sort((a, b) => a - b).map(String) : null
}

/** Whether the levels of a category are numbers. */
export const areNumbers = (levels: string[]) => levels.every((level) => level.trim() && Number.isFinite(Number(level)))

/** Numbers as a category, or a category of numbers as such; the cells say the same. */
export function withKind(table: GivenTable, name: string, isCategory: boolean): GivenTable {
  const { levels, missing, ...about } = aboutOf(table, name)
  const at = columnsOf(table).indexOf(name)
  const found = isCategory ? levelsIn(table, name) : []
  const read = (cell: number | null) =>
    cell === null ? null : isCategory ? (found ?? []).indexOf(String(cell)) : Number(levelsOf(table, name)[cell])
  const rows = table.rows.map((row) => row.with(at, read(row[at])))
  const kept = missing === 'column' ? { missing } : {}
  return withAbout({ ...table, rows }, name, { ...about, ...kept, ...(isCategory ? { levels: found ?? [] } : {}) })
}

/** A row that was a test row leaves the others of the test set what they are. */
export const withoutRow = ({ test, ...table }: GivenTable, row: number): GivenTable => ({
  ...table,
  ...(test === undefined ? {} : { test: test - Number(row < test) }),
  rows: table.rows.toSpliced(row, 1),
})
