import { flatIndexOf } from '../../network/parameter-order.ts'
import type { Parameter } from '../../network/parameters.ts'
import type { PlannedStep } from '../../session/questions.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { EngineQuery } from './engine-query.ts'

/** Where one step of descent would take every parameter, kept up to date while nothing runs. */
export class NextValues {
  session: SessionLike
  query: EngineQuery<'nextParameters'>

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.query = new EngineQuery(session, 'nextParameters', onChange)
  }

  get #answer(): PlannedStep | undefined {
    return this.query.found?.answer
  }

  /** Asks again if anything has changed. */
  ask() {
    this.query.ask(this.session.isRunning || this.session.frame?.hasDiverged ? null : {})
  }

  /** Rows in the next batch, 0 while that is not known. */
  get rows() {
    return this.#answer?.rows.length ?? 0
  }

  get isDiverged() {
    return this.#answer?.isDiverged ?? false
  }

  /** The value after the step; NaN while it is not known. */
  of(parameter: Parameter) {
    const { frame, isRunning } = this.session
    if (!frame || !this.#answer || isRunning || this.isDiverged || frame.hasDiverged) return NaN
    return this.#answer.after[flatIndexOf(frame.layers, parameter)] ?? NaN
  }

  get isUnderWay() {
    return this.query.isUnderWay
  }

  dispose() {
    this.query.dispose()
  }
}
