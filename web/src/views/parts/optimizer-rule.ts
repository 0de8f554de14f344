import type { OptimizerOption } from '../../engine/catalog.ts'
import type { Memory } from '../../engine/results.ts'
import { settingLetters } from '../../quantities/symbols.ts'
import type { SettingName } from '../../quantities/tree.ts'
import type { TrainingState } from '../../state/state.ts'

/** How an optimizer's rule is read: the letters of its formula, what it remembers, which parameters it moves most. */

type RuleSetting = Exclude<SettingName, 'steps'>

/** What an optimizer remembers of every parameter, before the step and after it. */
export const memoryOf = (
  { memory }: Pick<OptimizerOption, 'memory'>,
  before: Memory,
  after: Memory,
): { symbol: string; before: Float64Array; after: Float64Array }[] =>
  memory.map((symbol, i) => {
    const name = i === 0 ? 'first' : 'second'
    return { symbol, before: before[name], after: after[name] }
  })

/** The settings that an optimizer's rule uses, with their letters. */
export function settingsOf({ uses }: OptimizerOption, training: TrainingState) {
  const names = ['learningRate', ...uses] as RuleSetting[]
  return names
    .filter((name) => name !== 'weightDecay' || training.weightDecay > 0)
    .map((name) => ({ name, symbol: settingLetters[name], value: training[name] }))
}

/** What is added to the gradient of the cost before the optimizer sees it. */
export function addedTo(
  { couplesWeightDecay }: Pick<OptimizerOption, 'couplesWeightDecay'>,
  { l1, l2, weightDecay }: TrainingState,
): ('l1' | 'l2' | 'decay')[] {
  return ['l1', 'l2', 'decay'].filter((_, i) => [l1 > 0, l2 > 0, couplesWeightDecay && weightDecay > 0][i]) as (
    | 'l1'
    | 'l2'
    | 'decay'
  )[]
}

/** Parameters, by where they lie in the flat numbers, sorted by how far they move, the furthest first. */
export function byChange(indices: readonly number[], before: Float64Array, after: Float64Array) {
  const size = (index: number) => Math.abs(after[index] - before[index])
  return indices.toSorted((a, b) => size(b) - size(a) || a - b)
}
