import { dequal as isEqual } from 'dequal/lite'
import { unflatten } from '../../../network/layer-parameters.ts'
import type { CostCurves } from '../../../run/cost-history.ts'
import type { Run } from '../../../run/run.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { State } from '../../../state/state.ts'

/** The runs that a reader keeps, to be compared with the one that is under way. */

export interface KeptRun {
  /** Stays the same while others come and go: its colour and its place. */
  number: number
  name: string
  state: State
  /** What brings it back when it is loaded; null: nothing does. */
  load: unknown
  curves: CostCurves
  /** The step from which its costs are of its present data and cost. */
  since: number
  steps: number
  /** Of training; NaN: not known. */
  milliseconds: number
  /** Of every parameter, a value a step: its way over a cost surface; null: too many. */
  way: { steps: number[]; values: number[][] } | null
  /** What it was kept of. */
  of: unknown
}

/** Parameters of which ways are kept, at most; runs kept at most. */
const mostOnWay = 300
export const mostKept = 12

interface Kept {
  runs: KeptRun[]
  last: number
}

/** By what all figures of one network have in common. */
const all: WeakMap<SessionLike['rows'], Kept> = new WeakMap()

export function keptOf({ rows }: SessionLike): Kept {
  const kept = all.get(rows) ?? { runs: [], last: 0 }
  all.set(rows, kept)
  return kept
}

/** Keeps a run. @returns it, with a number of its own */
export function keep(session: SessionLike, run: Omit<KeptRun, 'number'>): KeptRun {
  const kept = keptOf(session)
  const numbered = { ...run, number: ++kept.last }
  kept.runs = [...kept.runs, numbered].slice(-mostKept)
  return numbered
}

export function remove(session: SessionLike, run: KeptRun) {
  const kept = keptOf(session)
  kept.runs = kept.runs.filter((other) => other !== run)
}

/** The present run as it is now; where no number of steps leads to its weights, these come with it. */
export async function presentRun(session: SessionLike, name: string): Promise<Omit<KeptRun, 'number'>> {
  const { state, log, frame, history } = session
  const replayed = session.save()
  const isReplayable = replayed.step !== undefined || frame?.step === 0
  const count = frame?.layers.reduce((sum, { weights, bias }) => sum + weights.length + bias.length, 0) ?? Infinity
  const [way, times] = await Promise.all([
    count <= mostOnWay ? session.ask('trail', { indices: Array.from({ length: count }, (_, i) => i) }) : null,
    session.ask('trainingTimes', {}),
  ])
  return {
    name,
    state,
    load: isReplayable ? replayed : session.save({ withParameters: true }),
    curves: structuredClone(history),
    since: sinceOf(log.present.run, log.present.edits),
    steps: frame?.step ?? 0,
    milliseconds: times[log.runs.indexOf(log.present.run)] ?? NaN,
    way: way && { steps: way.step, values: way.values },
    of: log.present.run,
  }
}

/** Runs that were left by going back to the beginning, or by undo, and are not kept yet; the newest first. */
export function leftRuns(session: SessionLike): Run[] {
  const { runs, present } = session.log
  const kept = keptOf(session).runs.map(({ of }) => of)
  return runs.filter((run) => run !== present.run && run.end > 0 && !kept.includes(run)).reverse()
}

/** A run that was left, up to its end. */
export async function leftRun(session: SessionLike, run: Run, name: string): Promise<Omit<KeptRun, 'number'>> {
  const { state: now, log } = session
  const times = await session.ask('trainingTimes', {})
  const { parameters, step, ...plain } = session.save()
  const state = run.stateAfter(run.journal.length)
  const { start } = run.origin
  const data = isEqual(state.data, now.data) ? plain.data : state.data.table ? null : state.data
  const { layers } = state.network
  const first = start ? { parameters: unflatten(start, layers) } : {}
  return {
    name,
    state,
    load: data && isFromStart(run) ? { ...plain, ...partsOf(state), data, step: run.end, ...first } : null,
    curves: structuredClone(run.history.lists),
    since: sinceOf(run, run.journal.length),
    steps: run.end,
    milliseconds: times[log.runs.indexOf(run)] ?? NaN,
    way: null,
    of: run,
  }
}

const partsOf = ({ network, training, held }: State) => ({ network, training, held })

/** Whether a run is what its settings and its first weights make of it, without an edit on the way. */
function isFromStart({ journal, origin }: Run) {
  const { network } = origin.state
  return journal.every(({ step, edit }) => step === 0 && edit.do === 'apply' && isEqual(edit.state.network, network))
}

/** What costs have to be of the same of, to be compared. */
const measuredBy = ({ data, training }: State) => [data, training.cost]

/** Whether the costs of two states measure the same. */
export const isComparable = (one: State, other: State) => isEqual(measuredBy(one), measuredBy(other))

/** The step from which the costs of a run are of the data and the cost that it has after so many edits. */
export function sinceOf(run: Run, edits: number): number {
  const state = run.stateAfter(edits)
  const last = Array.from({ length: edits }, (_, i) => i).findLast((i) => !isComparable(run.stateAfter(i), state))
  return last === undefined ? 0 : (run.journal[last]?.step ?? 0)
}

/** The lowest cost on the test set, or where there is none on the training set, and when it was reached. */
export function bestOf({ step, cost, testCost }: Pick<CostCurves, 'step' | 'cost' | 'testCost'>, since = 0) {
  const isTested = testCost.some(Number.isFinite)
  const costs = isTested ? testCost : cost
  const isBetter = (value: number, i: number, best: number) => step[i] >= since && value < (costs[best] ?? Infinity)
  const at = costs.reduce((best, value, i) => (isBetter(value, i, best) ? i : best), -1)
  return { isTested, cost: costs[at] ?? NaN, step: step[at] ?? NaN }
}
