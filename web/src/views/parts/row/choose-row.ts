import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../buttons.ts'

/** Puts a row of the training set into the network. */
export function chooseRow(session: SessionLike, row: number) {
  const { own, row: before } = session.state.view
  return own || row !== before ? setView(session, { own: null, row }) : undefined
}
