import { dequal as isEqual } from 'dequal/lite'
import type { HandTable } from '../data/hand.ts'
import { plainObject, refuseType } from '../network/refuse.ts'
import { type FlatRows, toRows } from '../network/rows.ts'
import type { Border } from '../state/border.ts'
import { checkedAt, completeState, type State } from '../state/state.ts'
import { eachOf, numbersOf, wholeOf } from './numbers.ts'

const mostTables = 1000
const mostStates = 20_000
const mostColumns = 4096

/** A table that was checked, with which rows and names. */
type Known = { at: number; names: object; table: HandTable }

/** The states that were kept, each checked like any that comes from outside; their tables are in the border's store. */
export function statesIn(states: unknown, rows: unknown, border: Border): State[] {
  const flats = eachOf(rows, 'rows', mostTables, rowsIn)
  const known: Known[] = []
  return eachOf(states, 'states', mostStates, (given, path) => stateIn(given, path, flats, known, border))
}

function rowsIn(given: unknown, path: string): FlatRows {
  const { columns, data } = plainObject(given, path, ['columns', 'data'])
  const width = wholeOf(columns, `${path}.columns`, 1, mostColumns)
  const numbers = numbersOf(data, `${path}.data`)
  wholeOf(numbers.length / width, `${path}.length`, 1, Number.MAX_SAFE_INTEGER)
  return { data: numbers, shape: [numbers.length / width, width] }
}

function stateIn(given: unknown, path: string, flats: FlatRows[], known: Known[], border: Border): State {
  const { step, seal, parameters, ...plain } = entriesOf(given, path)
  const data = entriesOf(plain.data, `${path}.data`)
  if (data.table === null || data.table === undefined) return completeState(plain, border)
  const { rows, ...names } = entriesOf(data.table, `${path}.data.table`)
  const at = wholeOf(rows, `${path}.data.table.rows`, 0, flats.length - 1)
  const first = { ...names, test: 0, rows: firstRow(flats[at]) }
  const state = completeState({ ...plain, data: { ...data, table: first } }, border)
  const table = knownTable({ at, names }, flats[at], known, border)
  return { ...state, data: { ...state.data, table } }
}

/** All rows of a table are looked at once, however many states have it. */
function knownTable({ at, names }: Omit<Known, 'table'>, flat: FlatRows, known: Known[], border: Border): HandTable {
  const found = known.find((one) => one.at === at && isEqual(one.names, names))
  if (found) return found.table
  const table = checkedAt('data.table', { ...names, rows: givenRows(flat) }, border) as HandTable
  known.push({ at, names, table })
  return table
}

/** Rows as they come in from outside: what is missing is null there. */
const givenRows = (rows: FlatRows) =>
  rows.data.some(Number.isNaN) ? toRows(rows).map((row) => row.map(orNull)) : toRows(rows)

const orNull = (value: number) => (Number.isNaN(value) ? null : value)

/** The first row alone: the others are checked with the table. */
const firstRow = ({ data, shape: [, columns] }: FlatRows) =>
  givenRows({ data: data.subarray(0, columns), shape: [1, columns] })

function entriesOf(value: unknown, path: string): Record<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as Record<string, unknown>) : refuseType('object', path, value)
}
