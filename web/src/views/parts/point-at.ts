import { dequal as isEqual } from 'dequal/lite'
import type { Pointed } from '../../network/pointed.ts'
import type { SessionLike } from '../../session/session-like.ts'

/** Points at a neuron, a weight or a bias, in every place at once; null = at nothing. */
export function pointAt(session: SessionLike, at: Pointed | null): void {
  if (!isEqual(at, session.pointed)) session.run({ do: 'point', at })
}
