import { type GivenTable, givenColumns, type HandTable } from '../../data/hand.ts'
import { toRows } from '../../network/rows.ts'
import type { Outcome, SessionLike } from '../../session/session-like.ts'
import { ownTable } from './own-table.ts'

/** The table that is drawn on. Each stroke is an edit of its own, and starts from what the one before it has left. */
export class Strokes {
  readonly session: SessionLike
  readonly #classColumn: string
  /** As the edits under way leave it; null = there are none. */
  #next: GivenTable | null = null
  /** The table of the session, and what it was made of. */
  #known: { of: unknown[]; table: GivenTable } | null = null

  /** @param classColumn what the column of the classes is called where they have no name in common */
  constructor(session: SessionLike, classColumn: string) {
    this.session = session
    this.#classColumn = classColumn
  }

  get table(): GivenTable {
    return this.#next ?? this.#present
  }

  async edit(table: GivenTable): Promise<Outcome> {
    this.#next = table
    const outcome = await this.session.run({ do: 'set', changes: { 'data.table': table } })
    if (this.#next === table || !outcome.ok) this.#next = null
    return outcome
  }

  get #present(): GivenTable {
    const { data, state, rows } = this.session
    const of = [data, state.data]
    if (!this.#known || this.#known.of.some((thing, i) => thing !== of[i])) {
      const { table } = state.data
      const isDrawn = table?.test !== undefined
      if (!data) throw new Error('there is no data to draw on')
      this.#known = {
        of,
        table: isDrawn ? given(table, rows) : ownTable(data, this.#classColumn),
      }
    }
    return this.#known.table
  }
}

const given = ({ rows, ...columns }: HandTable, store: SessionLike['rows']): GivenTable => ({
  ...givenColumns(columns),
  rows: toRows(store.get(rows)),
})
