import type { SessionOwnerElement } from './session-owner.ts'

/** Milliseconds between two looks while all are busy beginning. */
const pause = 50
const waited = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/**
 * Waits until one more may have a worker, for which it puts to sleep what went out of sight longest ago; where all can be seen, what
 * has been there longest.
 * @param live those that have one, in that order
 */
export async function makeRoom(live: Set<SessionOwnerElement>, most: number, other: SessionOwnerElement) {
  while (live.size >= most) {
    const inTurn = [...live].sort((a, b) => Number(b.isResting) - Number(a.isResting))
    const sleeper = inTurn.find(({ isReady, session }) => isReady && session?.sleep())
    if (sleeper) live.delete(sleeper)
    else await waited(pause)
  }
  live.add(other)
}
