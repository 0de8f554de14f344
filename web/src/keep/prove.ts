import { dequal as isEqual } from 'dequal/lite'
import { flattenFrame } from '../network/layer-parameters.ts'
import { Unreadable } from '../network/unreadable.ts'
import { Log } from '../run/log.ts'
import type { Checkpoint, Run } from '../run/run.ts'
import { secondsOf } from '../session/arrival.ts'
import type { Frame } from '../session/frame.ts'
import type { Port } from '../session/protocol.ts'
import { createSession } from '../session/session.ts'
import type { Moment } from '../session/session-like.ts'
import type { Border } from '../state/border.ts'

/**
 * Whether a moment that comes from a file can be gone on from, found out by a worker of its own: nothing that is open
 * has been touched by then. A file may say that other steps led to its numbers than those that it lists. Where taking
 * these again is quick it is done, and must lead there, bit for bit.
 */

/** Seconds of a slow machine for which steps are taken again. */
const mostSeconds = 5

/** `other`: its steps do not lead to its numbers here; `untold`: they would take too long to be taken again. */
export type Proof = 'same' | 'other' | 'untold'

/**
 * @returns rejects when the engine refuses the moment
 * @throws {Unreadable} where it has no numbers, and its steps would take too long
 */
export async function prove(moment: Moment, catalog: Border['catalog'], worker: () => Port): Promise<Proof> {
  const { checkpoint, log } = moment
  const { run, step } = Log.from(log).present
  const border = { catalog, rows: moment.rows }
  if (secondsOf(moment.state, border).show > mostSeconds) throw new Unreadable('tooLong')
  const isQuick = secondsFor(run, 0, step, border) <= mostSeconds
  if (!isQuick && (!checkpoint || secondsFor(run, checkpoint.step, step, border) > mostSeconds))
    throw new Unreadable('tooLong')
  const trial = (from: Checkpoint | null) => courseOf(moment, from, worker)
  const kept = checkpoint && (await trial(checkpoint))
  if (!isQuick) return 'untold'
  const taken = await trial(null)
  return !kept || isEqual(kept, taken) ? 'same' : 'other'
}

/** What a worker comes to that goes on from a moment: there, some steps later, and back at the first one. */
async function courseOf(moment: Moment, from: Checkpoint | null, worker: () => Port): Promise<unknown[]> {
  const giveUp = new AbortController()
  const opened = createSession({ worker, moment: apart(moment, from), signal: giveUp.signal })
  const session = await opened.catch((error) => {
    giveUp.abort() // and the worker with it
    throw error
  })
  const course: unknown[] = [session.frame?.epoch, Boolean(session.state.parameters)]
  const note = () => course.push(new Uint8Array(flattenFrame(session.frame as Frame).buffer))
  note()
  for (const command of [{ do: 'step', count: 2 }, { do: 'reset' }] as const) {
    await session.run(command)
    note()
  }
  session.dispose()
  return course
}

/** The moment with lists of its own: a session writes its history on. */
const apart = (moment: Moment, checkpoint: Checkpoint | null): Moment => ({
  ...moment,
  log: structuredClone(moment.log),
  checkpoint,
})

/** How long the steps from one to another take, each with the settings of its time. */
function secondsFor(run: Run, from: number, until: number, border: Border): number {
  const marks = [0, ...run.journal.map(({ step }) => step), until]
  return marks.slice(1).reduce((sum, mark, i) => {
    const count = Math.max(0, Math.min(mark, until) - Math.max(marks[i], from))
    return sum + (count ? secondsOf({ ...run.stateAfter(i), step: count }, border).train : 0)
  }, 0)
}
