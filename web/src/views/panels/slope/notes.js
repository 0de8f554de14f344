import { isSameParameter } from '../../../network/parameters.js'
import { texts } from '../../../text/text.js'
import { addedTo } from '../../parts/optimizer-rule.js'
import { stepOf } from './arrows.js'
import { sentences } from './sentences.js'

/**
 * Why the next step may be other than −learning rate × the slope of what is drawn.
 *
 * @import { OptimizerOption, Parameter, SessionLike, TrainingState } from '../../../types.d.ts'
 * @import { Pair } from './queries.js'
 * @import { Point } from './range.js'
 * @import { Scene } from './plot.js'
 * @import { ScopeName } from './tools.js'
 */
const text = texts(sentences)

/**
 * @param {SessionLike} session @param {Pair} pair @param {Scene} scene
 * @param {number[]} rows of the next batch @param {ScopeName} scope
 */
export function notesOn(session, pair, scene, rows, scope) {
  const {
    state: { training, held },
    catalog,
  } = session
  const { names, next, slope } = scene
  const option = catalog.optimizers.find(({ name }) => name === training.optimizer) ?? catalog.optimizers[0]
  const isLocked = (/** @type {Parameter} */ parameter) =>
    held.locked.some((other) => isSameParameter(other, parameter))
  const locked = sides.filter((side) => isLocked(pair[side]))
  const free = sides.filter((side) => !isLocked(pair[side])).map((side) => pair[side])
  const { remembers, scales } = habitsOf(option, training)
  const isPenalised = addedTo(option, training).some((name) =>
    free.some((parameter) => name === 'decay' || !('bias' in parameter)),
  )
  const decays = free.length > 0 && training.weightDecay > 0 && !option.couplesWeightDecay
  const isOther = rows.length > 0 && hasOtherRows(session, rows, scope)
  const optimizer = option.label
  const habit = remembers && scales ? 'both' : remembers ? 'memory' : scales ? 'scales' : null
  const reasons = [
    ...(remembers ? [text('whyMemory')] : []),
    ...(isOther ? [text('whyRows')] : []),
    ...(isPenalised ? [text('whyPenalty')] : []),
    ...(decays ? [text('whyDecay')] : []),
  ]
  return [
    ...(next?.isDiverged ? [text('grows')] : []),
    ...(next && slope ? againstDownhill(stepOf(next), slope, names, reasons.join(text('or'))) : []),
    ...locked.map((side) => text('locked', { name: names[side] })),
    ...(isOther ? [text('otherRows_other', { count: rows.length, landscape: text(scope) })] : []),
    ...(isPenalised ? [text('penalty')] : []),
    ...(habit ? [text(habit, { optimizer })] : []),
    ...(decays ? [text('decay', { optimizer })] : []),
  ]
}

const sides = /** @type {const} */ (['a', 'b'])

/**
 * Whether an optimizer goes by earlier slopes, and whether it divides by their size: by √ + ε. What it remembers beyond
 * the sizes are the slopes themselves, unless they fade at once.
 * @param {OptimizerOption} option @param {TrainingState} training
 */
export function habitsOf({ memory, uses }, training) {
  const scales = memory.length > 0 && uses.includes('epsilon')
  const fades = /** @type {const} */ (['momentum', 'beta1']).some((name) => uses.includes(name) && training[name] === 0)
  return { scales, remembers: memory.length > (scales ? 1 : 0) && !fades }
}

/**
 * Whether the next batch is of other samples than the landscape.
 * @param {SessionLike} session @param {number[]} rows of the next batch @param {ScopeName} scope
 */
export function hasOtherRows({ data, state: { view } }, rows, scope) {
  if (scope === 'batch') return false
  if (scope === 'all') return rows.length !== data?.train.X.shape[0]
  return view.own !== null || rows.length !== 1 || rows[0] !== view.row
}

/**
 * @param {Point} step @param {Point} slope @param {{ a: string, b: string }} names @param {string} why
 * @returns {string[]}
 */
function againstDownhill(step, slope, names, why) {
  if (!why) return [] // at the bottom, rounding decides
  if (step.a * slope.a + step.b * slope.b > 0) return [text('uphill', { why })]
  return sides
    .filter((side) => step[side] * slope[side] > 0)
    .map((side) => text('uphillIn', { name: names[side], why }))
}
