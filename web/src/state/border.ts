import { type GivenTable, givenColumns, type HandTable } from '../data/hand.ts'
import type { RowStore, RowsId } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import { toRows } from '../network/rows.ts'
import type { State } from './description.ts'

/** What a state meets on its way in and out. */
export interface Border {
  /** Limits and options. */
  catalog: Catalog
  /** Takes rows entered by hand in; a state holds their id. */
  rows: RowStore
}

/** A state as it goes out: as plain JSON, with the rows themselves. */
export type PlainState = Omit<State, 'data'> & { data: Omit<State['data'], 'table'> & { table: GivenTable | null } }

type Group = 'data' | 'network' | 'training' | 'view' | 'held'

/** A part of a state: what is left out is as the data begins. */
export type GivenState = {
  [Key in keyof PlainState]?: Key extends Group ? Partial<PlainState[Key]> : PlainState[Key]
}

/** Shares all but the rows with the state. */
export const plainState = ({ data, ...state }: State, rows: RowStore): PlainState => ({
  ...state,
  data: { ...data, table: data.table && givenTable(data.table, rows) },
})

export const givenTable = ({ rows, ...columns }: HandTable, store: RowStore): GivenTable => ({
  ...givenColumns(columns),
  rows: toRows(store.get(rows)).map(withGaps),
})

/** What is missing as JSON has it. */
const withGaps = (row: (number | null)[]) => {
  for (let at = 0; at < row.length; at++) if (Number.isNaN(row[at])) row[at] = null
  return row
}

/** The rows that states name. */
export const rowIdsIn = (states: readonly State[]): Set<RowsId> =>
  new Set(states.flatMap(({ data: { table } }) => (table ? [table.rows] : [])))
