import type { FlatRows } from '../../network/rows.ts'
import type { SessionLike } from '../../session/session-like.ts'

/** How the training stands, judged by what caused it: what the story then advises. */

type Finding =
  | 'paused'
  | 'stuck'
  | 'rising'
  | 'overfitted'
  | 'divergedTargets'
  | 'divergedInputs'
  | 'divergedRate'
  | 'divergedPenalty'
  | 'diverged'

type Facts = Pick<SessionLike, 'frame' | 'history' | 'data' | 'state' | 'catalog'>

/** The test cost has risen when it stands this far above its best, and by this share of the first cost. */
const clearlyWorse = 1.2
const worthAWord = 0.02
/** A first cost counts as lowered when the cost is below this share of it, as raised above the inverse of it. */
const clearlyBetter = 0.98
/** Epochs after which a cost that has not fallen is worth a word. */
const fairTrial = 10
/** Inputs and targets of this size make gradients far larger than the usual learning rates allow for. */
const large = 100
/** A learning rate this many times the optimizer's own default is the first suspect, whatever else there is. */
const farTooFast = 100

/** @returns `value`: the number that the advice is about, NaN when it names none */
export function diagnose(facts: Facts): { finding: Finding; value: number } {
  const { frame } = facts
  if (!frame) return { finding: 'paused', value: NaN }
  return frame.hasDiverged ? causeOf(facts) : standingOf(facts)
}

/** Why the numbers grew beyond all bounds. */
function causeOf({ data, state: { training }, catalog }: Facts): { finding: Finding; value: number } {
  const { learningRate, l1, l2, weightDecay, optimizer } = training
  const usual = catalog.optimizers.find(({ name }) => name === optimizer)?.defaults.learningRate ?? 0.01
  if (learningRate > farTooFast * usual) return { finding: 'divergedRate', value: learningRate }
  const targets = data?.task === 'regression' && !data.targetScale ? largestOf(data.train.Y) : 0
  if (targets > large) return { finding: 'divergedTargets', value: targets }
  const inputs = data && !data.inputScale ? largestOf(data.train.X) : 0
  if (inputs > large) return { finding: 'divergedInputs', value: inputs }
  // a step shrinks a weight by this share of itself: from 2 on it overshoots 0 ever further
  if (learningRate * (l2 + weightDecay) >= 2)
    return { finding: 'divergedPenalty', value: Math.max(l2, weightDecay, l1) }
  return { finding: 'diverged', value: learningRate }
}

/** Whether it goes well. */
function standingOf({ frame, history }: Facts): { finding: Finding; value: number } {
  const { cost, testCost, epoch } = frame as NonNullable<Facts['frame']>
  const first = history.cost[0]
  if (cost > first / clearlyBetter) return { finding: 'rising', value: NaN }
  if (cost > first * clearlyBetter) return { finding: epoch >= fairTrial ? 'stuck' : 'paused', value: NaN }
  const best = indexOfLowest(history.testCost)
  const rise = testCost - history.testCost[best]
  const isRisen = testCost > history.testCost[best] * clearlyWorse && rise > first * worthAWord
  // the network learns the noise only if it still learns the training rows meanwhile
  if (isRisen && cost <= history.cost[best]) return { finding: 'overfitted', value: history.testCost[best] }
  return { finding: 'paused', value: NaN }
}

/** The largest size among the numbers. */
const largestOf = ({ data }: FlatRows) => data.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** -1 when there is none. */
function indexOfLowest(values: number[]) {
  let at = -1
  values.forEach((value, i) => {
    if (!(at >= 0 && values[at] <= value) && !Number.isNaN(value)) at = i
  })
  return at
}
