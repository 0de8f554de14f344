import type { SessionLike } from '../session/session-like.ts'
import type { Entry } from './store.ts'

/** What a list says of a session as it is now. */
export const entryOf = (session: SessionLike, { id, name = '' }: { id: string; name?: string }): Entry => ({
  id,
  name,
  date: Date.now(),
  step: session.frame?.step ?? 0,
  data: session.state.data.name,
  layers: session.state.network.layers.map(({ units, activation }) => `${units}.${activation}`).join('-'),
  address: session.link({ isQuiet: true }),
})
