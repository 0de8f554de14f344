import type { SessionLike } from '../../../session/session-like.ts'
import type { Point } from './range.ts'

/** A way that a descent has taken, and how. */
export interface Descent {
  path: Point[]
  steps: number
  learningRate: number
  optimizer: string
}

/**
 * The descent before the present one: as soon as training goes back or starts over, the path that it had come stays to be
 * compared with, until it is cleared.
 */
export class Ghost {
  readonly session: SessionLike
  descent: Descent | null = null
  #last: { descent: Descent; run: unknown } | null = null

  constructor(session: SessionLike) {
    this.session = session
  }

  clear() {
    this.descent = null
  }

  /** Other parameters, data or layers: their paths have nothing to do with one another. */
  forget() {
    this.descent = this.#last = null
  }

  /** @param path of the present descent, up to now; empty while it is not known */
  heed(path: Point[]) {
    const { frame, log, state } = this.session
    const run = log.present.run.origin
    const steps = frame?.step ?? 0
    const last = this.#last
    if (last && (last.run !== run || steps < last.descent.steps)) {
      this.descent = last.descent
      this.#last = null
    }
    if (steps === 0 || path.length < 2) return
    const { learningRate, optimizer } = state.training
    const isOther = this.#last?.descent.steps !== steps
    // a setting that is changed at rest is of the steps to come
    if (isOther) this.#last = { descent: { path, steps, learningRate, optimizer }, run }
  }
}
