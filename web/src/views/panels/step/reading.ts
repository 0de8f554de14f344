import type { SessionLike } from '../../../session/session-like.ts'
import { pace, type Speed } from '../../parts/auto-play.ts'
import { type Place, readPlace } from './film.ts'
import type { Look } from './row-on-network.ts'

/**
 * Where the reader is in the step that comes next, remembered as long as the session, so that another panel can be
 * looked into meanwhile. Once that step is taken, the next one begins at its beginning.
 */

export interface Reading {
  /** Steps taken before. */
  step: number
  place: Place | null
  /** The row that is followed, counted within the batch; null = that which the network shows, if it is there. */
  sample: number | null
  /** That row is on the network. */
  isHeld: boolean
  /** What was on the network before the film put its row there. */
  before: Look | null
  speed: Speed
  /** What is set on the tables, by their names. */
  chosen: Map<string, string>
  pages: Map<string, number>
  /** The place that the state names, and the one that we had put there. */
  seen: string | null
  put: string | null
}

/** How fast the film runs at each speed. */
export const rates: Record<Speed, number> = {
  slow: pace.normal / pace.slow,
  normal: 1,
  fast: pace.normal / pace.fast,
}

const readings: WeakMap<SessionLike, Reading> = new WeakMap()

const beginning = { place: null, sample: 0, isHeld: false, before: null }

export function readingOf(session: SessionLike): Reading {
  const step = session.frame?.step ?? 0
  const reading = readings.get(session) ?? {
    ...beginning,
    step,
    speed: 'normal',
    chosen: new Map(),
    pages: new Map(),
    seen: null,
    put: null,
  }
  if (reading.step !== step) Object.assign(reading, { ...beginning, step })
  readings.set(session, reading)
  return reading
}

/** Goes where the state says, when somebody else has said so there: a link, an author, a lesson. */
export function followState(reading: Reading, { state: { view } }: SessionLike): boolean {
  const { at } = view
  if (at === reading.seen) return false
  reading.seen = at
  if (at === reading.put) return false
  reading.put = at
  reading.place = readPlace(at)
  return true
}
