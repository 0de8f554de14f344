import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../../parts/buttons.ts'
import { Latest } from '../../parts/latest.ts'

/**
 * Shows a row of the training set in the network and sees to it that it stays the last one wanted: the whole page shows
 * one sample. That is no edit.
 */
export class RowOnNetwork {
  session: SessionLike
  readonly #line = new Latest<number>(
    (row) => this.isShown(row) || setView(this.session, { scope: 'row', own: null, row }),
  )

  constructor(session: SessionLike) {
    this.session = session
  }

  /** Whether the numbers on the network are those of a row. */
  isShown(row: number) {
    const { view } = this.session.state
    return view.row === row && !view.own && view.scope === 'row'
  }

  get isUnderWay() {
    return this.#line.isBusy
  }

  put(row: number) {
    this.#line.want(row)
  }
}
