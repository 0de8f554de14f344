import { dequal as isEqual } from 'dequal/lite'
import type { State } from '../../../state/state.ts'
import { listOf } from '../../../text/lists.ts'
import { formatCount, formatNumber } from '../../../text/numbers.ts'
import { texts } from '../../../text/text.ts'
import { differenceWords } from '../../parts/edit-words/edit-words.ts'
import { bestOf } from './kept.ts'
import { sentences } from './sentences.ts'
import type { Lane, TrialRun } from './trial-run.ts'

const text = texts(sentences)

/** What a run has other than the present one, setting by setting. */
export function differsWords(present: State, run: State): string {
  const what = listOf(differenceWords(present, run))
  return what ? text('differs', { what }) : text('same')
}

/** The best cost of curves and the step at which it was reached: '0.02134' and 'at step 340'. */
export function bestWords(...curves: Parameters<typeof bestOf>): [cost: string, step: string] {
  const { cost, step } = bestOf(...curves)
  return [formatNumber(cost), Number.isNaN(cost) ? '' : text('atStep', { step })]
}

export function timeWords(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '–'
  if (milliseconds < 1000) return text('milliseconds', { milliseconds: formatNumber(milliseconds, 2) })
  return text('seconds', { seconds: formatNumber(milliseconds / 1000, 3) })
}

/** What stands at its curve and its path: runs that are kept have numbers. */
export const laneMark = (index: number): string => String.fromCharCode(65 + index)

/** What a lane is called. */
export function laneName({ setup, base, lanes }: TrialRun, { what, state, isUsual }: Lane): string {
  if (setup.kind === 'seeds') return text('seedName', { seed: what })
  const rate = String(state.training.learningRate)
  if (setup.kind === 'race') return text(isUsual ? 'rateUsual' : 'ratePresent', { what, rate })
  if (state === lanes[0].state) return text('thisOne')
  return text('withChange', { what: listOf(differenceWords(base, state)) || text('unchanged') })
}

/** How far it is, or what became of it. */
export function progressWords({ status, setup, lanes, refusal }: TrialRun): string {
  if (status === 'failed') return text('failed', { why: refusal })
  if (status === 'stopped') return text('stopped')
  if (status === 'over') return text('over_other', { count: setup.until })
  const until = formatCount(setup.until)
  const last = lanes.findIndex(({ isOver }) => !isOver)
  const step = formatCount(Math.min(...lanes.filter(({ isOver }) => !isOver).map((lane) => lane.step)))
  if (last < 0 || lanes[0].curves.step.length === 0) return text('begun')
  if (setup.kind !== 'seeds') return text('progress', { step, until })
  return text('progressSeeds', { number: last + 1, count: lanes.length, step: lanes[last].step, until })
}

/** That results are of settings which are not in force any more; '' = they are. */
export function staleWords({ base }: TrialRun, now: State): string {
  if (base === now || isEqual(partsOf(base), partsOf(now))) return ''
  const what = listOf(differenceWords(base, now))
  return what ? text('stale', { what }) : text('staleOther')
}

const partsOf = ({ data, network, training, held, parameters }: State) => [data, network, training, held, parameters]
