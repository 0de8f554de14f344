/** @import { ChangeEvent, SessionLike } from '../model/types.d.ts' */

/** Milliseconds without a change before the address is written; browsers refuse to have it written often. */
const calm = 400

/**
 * Keeps the page's address at the link of the state in force, so that a reload or a bookmark brings it back. An address
 * that says nothing stays so until the reader changes something.
 * @param {SessionLike} session
 * @param {AbortSignal} signal
 */
export function followAddress(session, signal) {
  let timer = 0
  session.addEventListener(
    'change',
    (event) => {
      const { changes } = /** @type {ChangeEvent} */ (event)
      const isAtRest = changes.has('frame') && !session.isRunning && location.search !== ''
      if (!changes.has('state') && !isAtRest) return
      clearTimeout(timer)
      timer = setTimeout(
        () => history.replaceState(history.state, '', addressOf(session.link({ isQuiet: true }))),
        calm,
      )
    },
    { signal },
  )
  signal.addEventListener('abort', () => clearTimeout(timer))
}

/** The page's own address with another query. @param {string} query */
export function addressOf(query) {
  const address = new URL(location.href)
  address.search = query
  address.hash = ''
  return address.href
}
