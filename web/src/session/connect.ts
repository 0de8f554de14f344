import type { Origin } from './notice.ts'
import type { Port } from './protocol.ts'
import { createSession } from './session.ts'
import type { Moment, SessionLike } from './session-like.ts'
import { takeWorker } from './start-worker.ts'

/**
 * A session with a worker of its own, that goes on from a moment or in the state that a link's query carries. Where the
 * page can have no worker, what it would do is done on the page's own thread.
 * @param how query: '' = the first state; `from`: where that stands; `signal` gives it up
 * @returns rejects with a sentence that names the file and the cause
 */
export async function connect({
  query,
  ...how
}: {
  query: string
  from: Origin
  moment: Moment | null
  isResting: boolean
  signal: AbortSignal
}): Promise<SessionLike> {
  const open = (worker: () => Port) =>
    createSession({ worker, url: query, pulse: { isAway: () => document.hidden }, ...how })
  try {
    return await open(takeWorker)
  } catch (error) {
    if ((error as Error).name === 'FileFault' || how.signal.aborted) throw error
    const { openHere } = await import('./open-here.ts')
    return openHere(open, error as Error)
  }
}
