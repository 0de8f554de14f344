import { neuronName, parameterTitle } from '../../network/names.ts'
import type { Notice, Offer } from '../../session/notice.ts'
import type { Stopped } from '../../session/protocol.ts'
import type { Overflow } from '../../session/questions.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Command } from '../../state/commands.ts'
import { formatCount, formatNumber, formatShare } from '../../text/numbers.ts'
import { texts } from '../../text/text.ts'
import { diagnose } from '../parts/diagnosis.ts'
import { sentences } from './outcome-sentences.ts'

const text = texts(sentences)

/** What is said when playing has stopped by itself: why, and where one can go from there. */
export async function outcomeOf(session: SessionLike): Promise<Notice | null> {
  const { stopped, frame } = session
  if (stopped) return { kind: 'info', where: '', ...stoppedWords(session, stopped) }
  if (!frame?.hasDiverged) return null
  const overflow = await session.ask('overflow', {}).catch(() => null)
  const [offer, ...others] = waysOut(session)
  return { kind: 'info', where: '', message: overflowWords(session, overflow), offer, others }
}

function stoppedWords(session: SessionLike, { rule, value, best }: Stopped) {
  const { frame } = session
  const isShare = rule === 'accuracy' || rule === 'testAccuracy'
  const message = text(`${rule}_other`, {
    step: frame?.step ?? 0,
    epoch: Math.round(frame?.epoch ?? 0),
    value: isShare ? formatShare(value) : formatNumber(value),
    count: value,
    best: formatNumber(best?.testCost ?? NaN),
  })
  const isElsewhere = best && best.step < (frame?.step ?? 0)
  if (!isElsewhere || Number.isNaN(best.testCost)) return { message }
  const label = text('best', { step: best.step })
  return { message, offer: { label, act: () => void session.run({ do: 'goTo', step: best.step }) } }
}

function overflowWords(session: SessionLike, overflow: Overflow | null) {
  const step = formatCount((session.frame?.step ?? 0) + 1)
  if (!overflow) return text('overflow', { step })
  const { what, layer, unit, parameter } = overflow
  const name = parameter ? parameterTitle(session, parameter) : neuronName(session, layer, unit)
  return text(`overflow_${what}`, { step, name })
}

/** Back to before the cost went up for good; there with what usually helps. */
function waysOut(session: SessionLike): Offer[] {
  const { step, cost } = lastGood(session)
  const back: Command = { do: 'goTo', step }
  const words = { step, cost: formatNumber(cost) }
  const ways: Offer[] = [{ label: text('back', words), act: () => void session.run(back) }]
  const remedy = remedyFor(session)
  if (!remedy) return ways
  const act = async () => {
    if ((await session.run(back)).ok) await session.run({ do: 'set', changes: remedy.changes })
  }
  return [...ways, { label: text(remedy.name, { ...words, value: remedy.value }), act: () => void act() }]
}

/** The last moment at which the cost was not on its way up to the end. */
function lastGood({ history: { step, cost } }: SessionLike) {
  let at = cost.length - 1
  while (at > 0 && !(cost[at] <= cost[at - 1])) at--
  return { step: step[at] ?? 0, cost: cost[at] ?? NaN }
}

/** What usually helps, as a change of settings. */
function remedyFor(session: SessionLike) {
  const { training, data } = session.state
  const { finding, value } = diagnose(session)
  if (finding === 'divergedTargets')
    return {
      name: 'standardise',
      value: '',
      changes: { 'data.standardize': true, 'data.standardizeTargets': true },
    } as const
  if (finding === 'divergedInputs' && !data.standardize)
    return { name: 'standardise', value: '', changes: { 'data.standardize': true } } as const
  if (finding === 'diverged' && squaring.includes(training.cost) && hasFarTarget(session))
    return { name: 'clip', value: '', changes: { 'training.cost': 'huber' } } as const
  if (finding === 'divergedPenalty') {
    const names = (['l1', 'l2', 'weightDecay'] as const).filter((name) => training[name] > 0)
    const changes = Object.fromEntries(names.map((name) => [`training.${name}`, lower(training[name])]))
    return { name: 'lowerPenalty', value: formatNumber(lower(value)), changes } as const
  }
  const usual = session.catalog.optimizers.find(({ name }) => name === training.optimizer)?.defaults.learningRate
  const rate = (finding === 'divergedRate' && usual) || lower(training.learningRate)
  return { name: 'lowerRate', value: String(rate), changes: { 'training.learningRate': rate } } as const
}

/** A target so many deviations from the mean has a say in the steps that drowns all others, where errors are squared. */
const far = 6
const squaring = ['mse', 'quadratic']

function hasFarTarget({ data }: SessionLike) {
  if (!data?.targetScale) return false
  const { mean, deviation } = data.targetScale
  return data.train.Y.data.some((target, i) => {
    const k = i % mean.length
    return Math.abs(target - mean[k]) > far * deviation[k]
  })
}

/** A tenth, without the noise of its last digits. */
const lower = (value: number) => Number((value / 10).toPrecision(3))
