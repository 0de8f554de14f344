import { createSession } from '../model/session.js'

/** @import { SessionLike } from '../model/types.d.ts' */

/**
 * A session with a worker of its own, in the state that a link's query carries.
 * @param {string} query '' = the first state
 * @returns {Promise<SessionLike>}
 */
export async function connect(query) {
  const worker = () => new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'glassbox' })
  return createSession({ worker, url: query })
}
