import { flatIndexOf } from '../../network/parameter-order.ts'
import type { Parameter } from '../../network/parameters.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { EngineQuery } from './engine-query.ts'

/** Where one step of descent would take every parameter, kept up to date while nothing runs. */
export class NextValues extends EngineQuery<'nextParameters'> {
  constructor(session: SessionLike, onChange: () => void) {
    super(session, 'nextParameters', onChange)
  }

  /** Asks again if anything has changed. */
  override ask() {
    super.ask(this.session.isRunning || this.session.frame?.hasDiverged ? null : {})
  }

  /** Rows in the next batch, 0 while that is not known. */
  get rows() {
    return this.found?.answer.rows.length ?? 0
  }

  get isDiverged() {
    return this.found?.answer.isDiverged ?? false
  }

  /** The value after the step; NaN while it is not known. */
  of(parameter: Parameter) {
    const { frame, isRunning } = this.session
    if (!frame || !this.found || isRunning || this.isDiverged || frame.hasDiverged) return NaN
    return this.found.answer.after[flatIndexOf(frame.layers, parameter)] ?? NaN
  }
}
