import type { LitElement } from 'lit'
import { keepSession } from '#keeping'
import { keepOffline } from '#offline'
import type { Frame } from '../session/frame.ts'
import type { SessionLike } from '../session/session-like.ts'
import type { State } from '../state/state.ts'
import { announce } from './announce.ts'
import { heedAttributes } from './attributes.ts'
import { keepKeys } from './keep-keys.ts'

export { complaint } from './outside.ts'
export { printStill } from './print.ts'
export { heedAttributes }

/**
 * What the page around an element needs of it, fetched when the element can be used: its events, the keys that are not for
 * others, and what its author has mistyped.
 * @param begun what the session began with: all that has become of it since is told
 */
export function beGuest(
  element: LitElement,
  session: SessionLike,
  begun: { state: State; frame: Frame | null },
  signal: AbortSignal,
) {
  if (signal.aborted) return
  heedAttributes(element, signal)
  keepKeys(element, signal)
  announce(element, session, begun, signal)
  keepOffline()
  keepSession(element, session, signal)
}
