import type { SessionLike } from '../session/session-like.ts'

/** Why a session could not be kept by itself the last time, if so. */
export const notKept: WeakMap<SessionLike, unknown> = new WeakMap()
