import { createSession } from '../model/session.js'
import { takeWorker, workerAddress } from './start-worker.js'

/** @import { Moment, SessionLike } from '../model/types.d.ts' */

/**
 * A session with a worker of its own, that goes on from a moment or in the state that a link's query carries.
 * @param {{ query: string, moment: Moment | null, isResting: boolean, signal: AbortSignal }} how query: '' = the first
 * state; `signal` gives it up
 * @returns {Promise<SessionLike>} rejects with a sentence that names the file and the cause
 */
export async function connect({ query, ...how }) {
  try {
    return await createSession({
      worker: takeWorker,
      url: query,
      pulse: { isAway: () => document.hidden },
      ...how,
    })
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error)
    const { fileFault } = await import('../model/file-fault.js')
    throw name === 'FileFault' || how.signal.aborted ? error : await fileFault(workerAddress, message, 'JavaScript')
  }
}
