import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../../parts/buttons.ts'

/**
 * Shows a row of the training set in the network and sees to it that it stays the last one wanted: the whole page shows
 * one sample. That is no edit.
 */
export class RowOnNetwork {
  session: SessionLike
  #wanted = 0
  isUnderWay = false

  constructor(session: SessionLike) {
    this.session = session
  }

  /** Whether the numbers on the network are those of a row. */
  isShown(row: number) {
    const { view } = this.session.state
    return view.row === row && !view.own && view.scope === 'row'
  }

  async put(row: number) {
    this.#wanted = row
    if (this.isUnderWay) return
    this.isUnderWay = true
    while (!this.isShown(this.#wanted) && (await this.#show(this.#wanted)).ok);
    this.isUnderWay = false
  }

  #show(row: number) {
    return setView(this.session, { scope: 'row', own: null, row })
  }
}
