import type { SessionLike } from '../../../session/session-like.ts'
import type { Speed } from '../../parts/auto-play.ts'
import type { Stop } from './stops.ts'

/**
 * Where the reader is in the step that comes next, remembered as long as the session, so that another panel can be
 * looked into meanwhile. Once that step is taken, the next one begins at its beginning.
 */

export interface Reading {
  /** Steps taken before. */
  step: number
  stop: Stop | undefined
  /** The row that is followed, counted within the batch. */
  sample: number
  /** That row is on the network. */
  isHeld: boolean
  speed: Speed
  /** What is set on the tables, by their names. */
  chosen: Map<string, string>
  pages: Map<string, number>
}

const readings: WeakMap<SessionLike, Reading> = new WeakMap()

const beginning = { stop: undefined, sample: 0, isHeld: false }

export function readingOf(session: SessionLike): Reading {
  const step = session.frame?.step ?? 0
  const reading = readings.get(session) ?? { ...beginning, step, speed: 'normal', chosen: new Map(), pages: new Map() }
  if (reading.step !== step) Object.assign(reading, { ...beginning, step })
  readings.set(session, reading)
  return reading
}
