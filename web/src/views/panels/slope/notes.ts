import type { OptimizerOption } from '../../../engine/catalog.ts'
import { isSameParameter, type Parameter } from '../../../network/parameters.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { TrainingState } from '../../../state/state.ts'
import { listOfEither } from '../../../text/lists.ts'
import { optimizers } from '../../../text/options/optimizers.ts'
import { texts } from '../../../text/text.ts'
import { addedTo } from '../../parts/optimizer-rule.ts'
import { mark } from '../../parts/term/marked.ts'
import { stepOf } from './arrows.ts'
import type { Scene } from './plot.ts'
import type { Pair } from './queries.ts'
import type { Point } from './range.ts'
import { sentences } from './sentences.ts'
import type { ScopeName } from './tools.ts'

/** Why the next step may be other than −learning rate × the slope of what is drawn. */
const text = texts(sentences)

/** @param rows of the next batch */
export function notesOn(session: SessionLike, pair: Pair, scene: Scene, rows: number[], scope: ScopeName) {
  const {
    state: { training, held },
    catalog,
  } = session
  const { names, next, slope } = scene
  const option = catalog.optimizers.find(({ name }) => name === training.optimizer) ?? catalog.optimizers[0]
  const isLocked = (parameter: Parameter) => held.locked.some((other) => isSameParameter(other, parameter))
  const locked = sides.filter((side) => isLocked(pair[side]))
  const free = sides.filter((side) => !isLocked(pair[side])).map((side) => pair[side])
  const { remembers, scales } = habitsOf(option, training)
  const isPenalised = addedTo(option, training).some((name) =>
    free.some((parameter) => name === 'decay' || !('bias' in parameter)),
  )
  const decays = free.length > 0 && training.weightDecay > 0 && !option.couplesWeightDecay
  const isOther = rows.length > 0 && hasOtherRows(session, rows, scope)
  const optimizer = optimizers.label(option.name)
  const habit = remembers && scales ? 'both' : remembers ? 'memory' : scales ? 'scales' : null
  const reasons = [
    ...(remembers ? [text('whyMemory')] : []),
    ...(isOther ? [text('whyRows')] : []),
    ...(isPenalised ? [text('whyPenalty')] : []),
    ...(decays ? [text('whyDecay')] : []),
  ]
  return [
    ...(next?.isDiverged ? [text('grows')] : []),
    ...(next && slope ? againstDownhill(stepOf(next), slope, names, listOfEither(reasons)) : []),
    ...locked.map((side) => text('locked', { name: names[side] })),
    ...(isOther ? [text('otherRows_other', { count: rows.length, landscape: text(scope) })] : []),
    ...(isPenalised ? [text('penalty')] : []),
    ...(habit ? [text(habit, { optimizer: mark(optimizer, `optimizers:${option.name}`) })] : []),
    ...(decays ? [text('decay', { optimizer })] : []),
  ]
}

const sides = ['a', 'b'] as const

/**
 * Whether an optimizer goes by earlier slopes, and whether it divides by their size: by √ + ε. What it remembers beyond
 * the sizes are the slopes themselves, unless they fade at once.
 */
export function habitsOf({ memory, uses }: OptimizerOption, training: TrainingState) {
  const scales = memory.length > 0 && uses.includes('epsilon')
  const fades = (['momentum', 'beta1'] as const).some((name) => uses.includes(name) && training[name] === 0)
  return { scales, remembers: memory.length > (scales ? 1 : 0) && !fades }
}

/**
 * Whether the next batch is of other samples than the landscape.
 * @param rows of the next batch
 */
export function hasOtherRows({ data, state: { view } }: SessionLike, rows: number[], scope: ScopeName) {
  if (scope === 'batch') return false
  if (scope === 'all') return rows.length !== data?.train.X.shape[0]
  return view.own !== null || rows.length !== 1 || rows[0] !== view.row
}

function againstDownhill(step: Point, slope: Point, names: { a: string; b: string }, why: string): string[] {
  if (!why) return [] // at the bottom, rounding decides
  if (step.a * slope.a + step.b * slope.b > 0) return [text('uphill', { why })]
  return sides
    .filter((side) => step[side] * slope[side] > 0)
    .map((side) => text('uphillIn', { name: names[side], why }))
}
