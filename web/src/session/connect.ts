import { createSession } from './session.ts'
import type { Moment, SessionLike } from './session-like.ts'
import { takeWorker, workerAddress } from './start-worker.ts'

/**
 * A session with a worker of its own, that goes on from a moment or in the state that a link's query carries.
 * @param how query: '' = the first state; `signal` gives it up
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
  try {
    return await createSession({
      worker: takeWorker,
      url: query,
      pulse: { isAway: () => document.hidden },
      ...how,
    })
  } catch (error) {
    const { name, message } = error as Error
    const { fileFault } = await import('../text/file-fault.ts')
    throw name === 'FileFault' || how.signal.aborted ? error : await fileFault(workerAddress, message, 'JavaScript')
  }
}
