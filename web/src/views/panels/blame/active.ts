import type { Neuron } from '../../../network/pointed.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'

/** How often a neuron is active: in how many rows its activation is beyond what counts as silent. */

type Rule = 'half' | 'size' | 'ln2' | 'zero'

/** Above 0.5 where an activation is a share; of any sign where it is about 0; otherwise where Z is above 0. */
const rules: Record<string, Rule> = { sigmoid: 'half', softmax: 'half', tanh: 'size', linear: 'size', softplus: 'ln2' }

const isActive: Record<Rule, (activation: number) => boolean> = {
  half: (activation) => activation > 0.5,
  size: (activation) => Math.abs(activation) > 0.5,
  ln2: (activation) => activation > Math.LN2,
  zero: (activation) => activation > 0,
}

/** What counts as active in a layer of that activation. */
export const activeRule = (activation: string): Rule => rules[activation] ?? 'zero'

/** @param numbers of the rows that are counted */
export function activeIn(numbers: Numbers, { layer, unit }: Neuron): number {
  const { network } = numbers
  const isOn = isActive[activeRule(network.layers[layer].activation)]
  const rows = Array.from({ length: network.rows }, (_, row) => row)
  return rows.filter((row) => isOn(valueAt(numbers, 'activation', { layer, unit, row }))).length
}
