import { rowAt } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import type { Batch } from './context.ts'

/** Rows of the batch that are shown as columns. */
const mostShown = 8

/** The first rows of the next batch with all that the network makes of them, kept up to date. */
export class BatchColumns {
  session: SessionLike
  rows: EngineQuery<'nextBatch'>
  trace: EngineQuery<'trace'>
  #batch: Batch | null = null
  #rows: number[] = []

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.rows = new EngineQuery(session, 'nextBatch', (rows) => this.#trace(rows))
    this.trace = new EngineQuery(session, 'trace', ({ X, layers }) => {
      this.#batch = { rows: this.#rows, shown: this.#rows.slice(0, X.length), X, layers }
      onChange()
    })
  }

  /** What is known by now; asks for what is not. */
  take(isWanted: boolean): Batch | null {
    if (!isWanted) return null
    this.rows.ask({})
    const { layers } = this.session.state.network
    const batch = this.#batch
    const fits =
      batch?.layers.length === layers.length && batch.layers.every(({ Z }, i) => Z[0]?.length === layers[i].units)
    return fits && batch?.X[0]?.length === this.session.data?.featureNames.length ? batch : null
  }

  #trace(rows: number[]) {
    const { data } = this.session
    if (!data) return
    this.#rows = rows
    const shown = rows.slice(0, mostShown)
    this.trace.ask(
      {
        X: shown.map((row) => [...rowAt(data.train.X, row)]),
        Y: shown.map((row) => [...rowAt(data.train.Y, row)]),
      },
      true,
    )
  }

  dispose() {
    this.rows.dispose()
    this.trace.dispose()
  }
}
