import type { FlatRows } from '../network/rows.ts'

/**
 * Rows entered by hand, by id. A state holds the id: the rows may be many, and no edit of anything else copies, compares
 * or sends them.
 */

/** No two stores of a page give the same id to different rows. */
export type RowsId = number

/** The first row of the reader's own, which every store has. */
export const exampleId: RowsId = 0

let last = exampleId

export class RowStore {
  #rows: Map<RowsId, FlatRows> = new Map([[exampleId, { data: Float64Array.of(0.05, 0.1, 0.01, 0.99), shape: [1, 4] }]])

  /** Takes rows in. @returns their id; that of the same numbers where they are there already */
  add(rows: FlatRows): RowsId {
    for (const [id, known] of this.#rows) if (isSame(known, rows)) return id
    this.put(++last, rows)
    return last
  }

  /** Takes over what another store calls so. */
  put(id: RowsId, rows: FlatRows) {
    this.#rows.set(id, rows)
  }

  get(id: RowsId): FlatRows {
    return this.#rows.get(id) ?? lost(id)
  }

  /** Forgets all but these. */
  keep(ids: ReadonlySet<RowsId>) {
    for (const id of this.#rows.keys()) if (id !== exampleId && !ids.has(id)) this.#rows.delete(id)
  }
}

function isSame(a: FlatRows, b: FlatRows) {
  if (a.data === b.data) return true
  if (a.shape[0] !== b.shape[0] || a.shape[1] !== b.shape[1]) return false
  for (let i = 0; i < a.data.length; i++) if (!Object.is(a.data[i], b.data[i])) return false
  return true
}

function lost(id: RowsId): never {
  throw new Error(`the rows ${id} are not in the store`)
}
