import { createSession } from './session.ts'
import type { Moment, SessionLike } from './session-like.ts'

/**
 * A session with a worker of its own, that goes on from a moment or in the state that a link's query carries.
 * @param how query: '' = the first
 * state; `signal` gives it up
 * @returns rejects with a sentence that names the file and the cause
 */
export async function connect({
  query,
  ...how
}: {
  query: string
  moment: Moment | null
  isResting: boolean
  signal: AbortSignal
}): Promise<SessionLike> {
  const address = new URL('./worker.js', import.meta.url).href
  try {
    return await createSession({
      worker: () => startWorker(address),
      url: query,
      pulse: { isAway: () => document.hidden },
      ...how,
    })
  } catch (error) {
    const { name, message } = error as Error
    const { fileFault } = await import('../text/file-fault.ts')
    throw name === 'FileFault' || how.signal.aborted ? error : await fileFault(address, message, 'JavaScript')
  }
}

/** A worker has to be of the page's own origin: where this module is not, one that imports it is made on the spot. */
function startWorker(address: string) {
  const options = { type: 'module', name: 'glassbox' } as const
  if (new URL(address).origin === self.origin) return new Worker(address, options)
  const script = new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' })
  const own = URL.createObjectURL(script)
  const worker = new Worker(own, options)
  worker.addEventListener('message', () => URL.revokeObjectURL(own), { once: true })
  return worker
}
