import { fromColumns, pickRows } from '../../network/rows.ts'
import type { FlatTable, Missing } from '../hand.ts'
import { type Finding, type ReadColumn, type Reading, readLimits } from './reading.ts'
import { isUsable } from './suggest.ts'

/** What is chosen of a table that was read, and the table that comes of it. */

export type Role = 'input' | 'output' | 'out'

export interface Choice {
  role: Role
  /** null = not said yet, where only a person knows. */
  as: 'number' | 'category' | null
  missing: Missing
  unit: string
}

/** What stands in the way of using the table. */
export interface Problem {
  code:
    | 'noTarget'
    | 'noInput'
    | 'classOrAmount'
    | 'mistakes'
    | 'fewRows'
    | 'oneClass'
    | 'mixedTargets'
    | 'tooManyNumbers'
  column?: string
}

export interface Outlook {
  problems: Problem[]
  /** Rows that the network learns from and is tested on. */
  rows: number
  /** Those left out since a value is missing. */
  missing: number
  /** Those left out by their mistakes. */
  mistaken: number
}

/** As it is first offered: all that can be is an input, one column to be predicted. */
export const firstChoices = ({ columns, target }: Reading): Choice[] =>
  columns.map((column, c) => {
    const role = c === target ? 'output' : isUsable(column) && !isOneLevel(column) ? 'input' : 'out'
    return { role, as: usualKind(column, role), missing: 'drop', unit: column.unit }
  })

const isOneLevel = ({ kind, isConstant }: ReadColumn) => kind === 'category' && isConstant

/** A target of few whole numbers may be a class or an amount: it is asked. */
export const usualKind = (column: ReadColumn, role: Role): Choice['as'] =>
  column.kind === 'category' ? 'category' : role === 'output' && column.isFewWhole ? null : 'number'

/** Whether it can be read as numbers and as categories. */
export const hasTwoKinds = (column: ReadColumn) => column.kind === 'number' && codesOf(column).length > 0

/** The levels of a column of numbers, in order; none where they are too many. */
export function codesOf({ values }: ReadColumn): number[] {
  const codes: Set<number> = new Set()
  for (const value of values) {
    if (!Number.isNaN(value)) codes.add(value)
    if (codes.size > readLimits.levels) return []
  }
  return [...codes].sort((a, b) => a - b)
}

/** The mistakes of what is in use. */
export const mistakesIn = ({ findings, columns }: Reading, choices: readonly Choice[]): Finding[] =>
  findings.filter(
    ({ isMistake, column }) =>
      isMistake && (column === undefined || choices[columns.findIndex(({ name }) => name === column)]?.role !== 'out'),
  )

/** 1 for each row with a mistake in what is in use. */
export function mistakenRows(reading: Reading, choices: readonly Choice[]): Uint8Array {
  const rows = new Uint8Array(reading.rows)
  for (const finding of mistakesIn(reading, choices)) for (const row of finding.rows) rows[row] = 1
  return rows
}

/** How many rows remain, and what stands in the way. */
export function outlook(reading: Reading, choices: readonly Choice[], areMistakesLeftOut: boolean): Outlook {
  const mistaken = mistakenRows(reading, choices)
  const isDropped = droppedRows(reading, choices, mistaken)
  const mistakenCount = countOf(mistaken)
  const missing = countOf(isDropped)
  const rows = reading.rows - mistakenCount - missing
  const areAny = mistakesIn(reading, choices).length > 0
  const problems: Problem[] = areAny && !areMistakesLeftOut ? [{ code: 'mistakes' }] : []
  const is = (role: Role) => choices.flatMap((choice, c) => (choice.role === role ? [c] : []))
  const outputs = is('output')
  if (outputs.length === 0) problems.push({ code: 'noTarget' })
  if (is('input').length === 0) problems.push({ code: 'noInput' })
  for (const c of outputs) {
    const column = reading.columns[c].name
    if (choices[c].as === null) problems.push({ code: 'classOrAmount', column })
    else if (choices[c].as === 'category' && outputs.length > 1) problems.push({ code: 'mixedTargets', column })
    else if (rows > 1 && isOneValue(reading.columns[c], mistaken, isDropped))
      problems.push({ code: 'oneClass', column })
  }
  if (rows < 2) problems.push({ code: 'fewRows' })
  if (usedNumbers(reading, choices) > mostNumbers) problems.push({ code: 'tooManyNumbers' })
  return { problems, rows, missing, mistaken: mistakenCount }
}

/** A table of one's own holds no more; columns that are left out do not go along where they would be too many. */
export const mostNumbers = 1_000_000
const usedNumbers = ({ rows }: Reading, choices: readonly Choice[]) =>
  rows * choices.filter(({ role }) => role !== 'out').length

const countOf = (marks: Uint8Array) => marks.reduce((sum, one) => sum + one, 0)

/** 1 for each row that a missing value leaves out. */
function droppedRows({ columns, rows }: Reading, choices: readonly Choice[], mistaken: Uint8Array) {
  const marks = new Uint8Array(rows)
  columns.forEach(({ values, missing }, c) => {
    const { role, missing: what } = choices[c]
    if (missing === 0 || role === 'out' || (role === 'input' && what !== 'drop')) return
    for (let r = 0; r < rows; r++) if (Number.isNaN(values[r]) && !mistaken[r]) marks[r] = 1
  })
  return marks
}

function isOneValue({ values }: ReadColumn, ...out: Uint8Array[]) {
  let first = NaN
  for (let r = 0; r < values.length; r++) {
    if (Number.isNaN(values[r]) || out.some((marks) => marks[r])) continue
    if (Number.isNaN(first)) first = values[r]
    else if (values[r] !== first) return false
  }
  return true
}

/** The table, without the rows that have mistakes. Columns left out go along where they hold numbers, to be chosen later. */
export function chosenTable(reading: Reading, choices: readonly Choice[]): FlatTable {
  const all = reading.columns.map((column, c) => ({ column, choice: choices[c] }))
  const withRole = (role: Role) => all.filter(({ column, choice }) => choice.role === role && isUsable(column))
  const [inputs, outputs] = [withRole('input'), withRole('output')]
  const order = [...inputs, ...outputs, ...withRole('out')]
  if (order.length * reading.rows > mostNumbers) order.length = inputs.length + outputs.length
  const parts = order.map(({ column, choice }) => cellsFor(column, choice))
  const whole = fromColumns(
    parts.map(({ values }) => values),
    reading.rows,
  )
  const mistaken = mistakenRows(reading, choices)
  const rows = mistaken.includes(1)
    ? pickRows(
        whole,
        [...mistaken.keys()].filter((r) => !mistaken[r]),
      )
    : whole
  const names = (list: typeof all) => list.map(({ column }) => column.name)
  const about = order.map(
    ({ column, choice }, i) => [column.name, aboutOf(choice, parts[i].levels, column.missing)] as const,
  )
  return {
    inputs: names(inputs),
    outputs: names(outputs),
    ignored: names(order.slice(inputs.length + outputs.length)),
    about: Object.fromEntries(about.filter(([, one]) => Object.keys(one).length > 0)),
    rows,
  }
}

/** The numbers of a column, or the indices of its levels. */
function cellsFor(column: ReadColumn, { as }: Choice): { values: Float64Array; levels: string[] } {
  if (column.kind === 'category') return { values: column.values, levels: column.levels }
  if (as !== 'category') return { values: column.values, levels: [] }
  const codes = codesOf(column)
  const index = new Map(codes.map((code, i) => [code, i]))
  return { values: column.values.map((value) => index.get(value) ?? NaN), levels: codes.map(String) }
}

const aboutOf = ({ unit, missing }: Choice, levels: string[], count: number) => ({
  ...(unit && levels.length === 0 ? { unit } : {}),
  ...(levels.length ? { levels } : {}),
  ...(count && missing !== 'drop' && !(levels.length && missing === 'mean') ? { missing } : {}),
})
