import { rowAt, type SetName } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { setView } from '../../parts/buttons.ts'
import { chooseRow } from '../../parts/row/choose-row.ts'

/** Puts a row into the network: of the test set as a sample of the reader's own, for steps never use it. */
export function showRow(session: SessionLike, set: SetName, row: number) {
  const { data } = session
  if (set === 'train' || !data) return chooseRow(session, row)
  const { X, Y } = data.test
  return setView(session, { own: { input: [...rowAt(X, row)], target: [...rowAt(Y, row)] }, scope: 'row' })
}
