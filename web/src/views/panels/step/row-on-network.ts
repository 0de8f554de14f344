import type { SessionLike } from '../../../session/session-like.ts'
import type { ViewState } from '../../../state/state.ts'
import { setView } from '../../parts/buttons.ts'
import { Latest } from '../../parts/latest.ts'

/** What the numbers on the network are of. */
export type Look = Pick<ViewState, 'row' | 'own' | 'scope'>

/**
 * Shows a row of the training set in the network and sees to it that it stays the last one wanted: the whole page shows
 * one sample. That is no edit.
 */
export class RowOnNetwork {
  session: SessionLike
  readonly #line = new Latest<Look>((look) => setView(this.session, look))

  constructor(session: SessionLike) {
    this.session = session
  }

  /** Whether the numbers on the network are those of a row. */
  isShown(row: number) {
    const { view } = this.session.state
    return view.row === row && !view.own && view.scope === 'row'
  }

  /** What is looked at now. */
  get look(): Look {
    const { row, own, scope } = this.session.state.view
    return { row, own, scope }
  }

  get isUnderWay() {
    return this.#line.isBusy
  }

  put(row: number) {
    if (this.isUnderWay || !this.isShown(row)) this.#line.want({ row, own: null, scope: 'row' })
  }

  /** Goes back to what was looked at before. */
  restore(look: Look) {
    this.#line.want(look)
  }
}
