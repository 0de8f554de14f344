import type { SessionLike } from '../session/session-like.ts'

/** Has the browser keep the session where the page, or the author of one, asks for it. */
export async function keepSession(element: HTMLElement, session: SessionLike, signal: AbortSignal) {
  if (!element.hasAttribute('autosave')) return
  const { autosave } = await import('../views/keep/autosave.ts')
  await autosave(element, session, signal)
}
