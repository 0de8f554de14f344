import { dequal as isEqual } from 'dequal/lite'
import { unflatten } from '../../../network/layer-parameters.ts'
import type { CostCurves } from '../../../run/cost-history.ts'
import type { Run } from '../../../run/run.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { State } from '../../../state/state.ts'
import { type KeptRun, keptOf } from '../../parts/kept-runs.ts'

/** What is kept of a run, and which runs were left. */

/** Parameters of which ways are kept, at most. */
const mostOnWay = 300

/** The present run as it is now; where no number of steps leads to its weights, these come with it. */
export async function presentRun(session: SessionLike, name: string): Promise<Omit<KeptRun, 'number'>> {
  const { state, log, frame, history } = session
  const replayed = session.save()
  const isReplayable = replayed.step !== undefined || frame?.step === 0
  const [way, times] = await Promise.all([wayOf(session), session.ask('trainingTimes', {})])
  return {
    name,
    state,
    load: isReplayable ? replayed : session.save({ withParameters: true }),
    curves: structuredClone(history),
    since: sinceOf(log.present.run, log.present.edits),
    steps: frame?.step ?? 0,
    milliseconds: times[log.runs.indexOf(log.present.run)] ?? NaN,
    way,
    of: log.present.run,
  }
}

/** The way of the present run, or of another of the same data and layers, as far as the log has it. */
async function wayOf(session: SessionLike, run?: number): Promise<KeptRun['way']> {
  const layers = session.frame?.layers ?? []
  const count = layers.reduce((sum, { weights, bias }) => sum + weights.length + bias.length, 0)
  if (!count || count > mostOnWay) return null
  const indices = Array.from({ length: count }, (_, i) => i)
  const { step, values } = await session.ask('trail', { indices, run })
  return step.length > 1 ? { steps: step, values } : null
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
  const { parameters, step, ...plain } = session.save()
  const state = run.stateAfter(run.journal.length)
  const { start } = run.origin
  const data = isEqual(state.data, now.data) ? plain.data : state.data.table ? null : state.data
  const { layers } = state.network
  const first = start ? { parameters: unflatten(start, layers) } : {}
  const isAlike = isEqual([state.data, layers], [now.data, now.network.layers])
  const [way, times] = await Promise.all([isAlike ? wayOf(session, run.id) : null, session.ask('trainingTimes', {})])
  return {
    name,
    state,
    load: data && isFromStart(run) ? { ...plain, ...partsOf(state), data, step: run.end, ...first } : null,
    curves: structuredClone(run.history.lists),
    since: sinceOf(run, run.journal.length),
    steps: run.end,
    milliseconds: times[log.runs.indexOf(run)] ?? NaN,
    way,
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
