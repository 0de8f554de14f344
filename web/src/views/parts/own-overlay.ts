import type { SessionLike } from '../../session/session-like.ts'

/** Takes what a view has laid over the network away again when it leaves. */
export const ownOverlay = (session: SessionLike, leave: AbortSignal) =>
  leave.addEventListener('abort', () => session.run({ do: 'overlay', overlay: null }), { once: true })
