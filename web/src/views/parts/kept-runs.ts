import type { CostCurves } from '../../run/cost-history.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Command } from '../../state/commands.ts'
import type { State } from '../../state/state.ts'

/** The runs that a reader keeps, to be compared with the one that is under way. */

export interface KeptRun {
  /** Stays the same while others come and go: its colour and its place. */
  number: number
  name: string
  state: State
  /** What brings it back when it is loaded; null: nothing but the log does. */
  load: unknown
  curves: CostCurves
  /** The step from which its costs are of its present data and cost. */
  since: number
  steps: number
  /** Of training; NaN: not known. */
  milliseconds: number
  /** Of every parameter, a value a step: its way over a cost surface; null: too many. */
  way: { steps: number[]; values: number[][] } | null
  /** What it was kept of: a run of the log, or a training beside. */
  of: unknown
}

/** Runs kept at most. */
export const mostKept = 12

interface Kept {
  runs: KeptRun[]
  last: number
  /** Told when one comes or goes. */
  events: EventTarget
}

/** By what all figures of one network have in common. */
const all: WeakMap<SessionLike['rows'], Kept> = new WeakMap()

export function keptOf({ rows }: SessionLike): Kept {
  const kept = all.get(rows) ?? { runs: [], last: 0, events: new EventTarget() }
  all.set(rows, kept)
  return kept
}

/** Keeps a run. @returns it, with a number of its own */
export function keep(session: SessionLike, run: Omit<KeptRun, 'number'>): KeptRun {
  const kept = keptOf(session)
  const numbered = { ...run, number: ++kept.last }
  kept.runs = [...kept.runs, numbered].slice(-mostKept)
  kept.events.dispatchEvent(new Event('change'))
  return numbered
}

export function remove(session: SessionLike, run: KeptRun) {
  const kept = keptOf(session)
  kept.runs = kept.runs.filter((other) => other !== run)
  kept.events.dispatchEvent(new Event('change'))
}

/** What leads to a kept run: its settings and steps, or the log while that has it; null: nothing does any more. */
export function wayTo({ log }: SessionLike, { load, of, steps }: KeptRun): Command | null {
  if (load) return { do: 'load', state: load }
  const run = log.runs.find((run) => run === of)
  return run ? { do: 'goTo', run: run.id, step: steps } : null
}
