import type { OptimizerOption } from '../../engine/catalog.ts'
import { settingLetters } from '../../quantities/symbols.ts'
import type { SettingName } from '../../quantities/tree.ts'
import type { TrainingState } from '../../state/state.ts'

/** How an optimizer's rule is read: the letters of its formula, and what is added to the gradient. */

type RuleSetting = Exclude<SettingName, 'steps'>

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
