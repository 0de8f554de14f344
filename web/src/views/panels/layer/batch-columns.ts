import { rowAt } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { EngineQuery } from '../../parts/engine-query.ts'
import { traceNumbers } from '../../parts/maths/values.ts'
import type { Batch } from './context.ts'

/** Rows of the batch that are shown as columns. */
const mostShown = 8

/** The first rows of the next batch with all that the network makes of them, kept up to date. */
export class BatchColumns {
  session: SessionLike
  rows: EngineQuery<'nextBatch'>
  trace: EngineQuery<'trace', { rows: number[]; X: number[][]; Y: number[][] }>

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.rows = new EngineQuery(session, 'nextBatch', () => this.#trace())
    this.trace = new EngineQuery(session, 'trace', onChange)
  }

  /** What is known by now; asks for what is not. */
  take(isWanted: boolean): Batch | null {
    this.rows.ask(isWanted ? {} : null)
    if (!isWanted) return null
    const { found } = this.trace
    const { frame } = this.session
    if (!found || !frame) return null
    const { details, answer } = found
    return {
      shown: details.rows.slice(0, answer.X.length),
      numbers: traceNumbers(this.session, frame, answer),
    }
  }

  #trace() {
    const { data } = this.session
    const rows = this.rows.found?.answer
    if (!data || !rows) return
    const shown = rows.slice(0, mostShown)
    const [X, Y] = [data.train.X, data.train.Y].map((table) => shown.map((row) => [...rowAt(table, row)]))
    this.trace.ask({ rows, X, Y })
  }

  get isUnderWay() {
    return this.rows.isUnderWay || this.trace.isUnderWay
  }

  dispose() {
    this.rows.dispose()
    this.trace.dispose()
  }
}
