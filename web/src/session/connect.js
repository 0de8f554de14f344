import { createSession } from './session.js'

/** @import { Moment, SessionLike } from '../types.d.ts' */

/**
 * A session with a worker of its own, that goes on from a moment or in the state that a link's query carries.
 * @param {{ query: string, moment: Moment | null, isResting: boolean, signal: AbortSignal }} how query: '' = the first
 * state; `signal` gives it up
 * @returns {Promise<SessionLike>} rejects with a sentence that names the file and the cause
 */
export async function connect({ query, ...how }) {
  const address = new URL('./worker.js', import.meta.url).href
  try {
    return await createSession({
      worker: () => startWorker(address),
      url: query,
      pulse: { isAway: () => document.hidden },
      ...how,
    })
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error)
    const { fileFault } = await import('../text/file-fault.js')
    throw name === 'FileFault' || how.signal.aborted ? error : await fileFault(address, message, 'JavaScript')
  }
}

/**
 * A worker has to be of the page's own origin: where this module is not, one that imports it is made on the spot.
 * @param {string} address
 */
function startWorker(address) {
  const options = /** @type {const} */ ({ type: 'module', name: 'glassbox' })
  if (new URL(address).origin === self.origin) return new Worker(address, options)
  const script = new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' })
  const own = URL.createObjectURL(script)
  const worker = new Worker(own, options)
  worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true })
  return worker
}
