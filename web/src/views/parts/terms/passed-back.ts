import type { ActivationOption, CostOption } from '../../../engine/catalog.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { engineValue } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import { frameValues } from '../maths/values.ts'

/** Where a neuron's delta comes from, term by term. */

export interface Term {
  layer: number
  row: number
  column: number
  weight: number
  delta: number
  term: number
}

/**
 * What every neuron of the next layer passes back to this one: weight times its own delta.
 * @param neuron an input or a hidden neuron
 */
export function termsOf(frame: Pick<Frame, 'layers' | 'input'>, { layer, unit: column }: Neuron): Term[] {
  const values = frameValues(frame, null)
  const { units } = frame.layers[layer + 1] ?? { units: 0 }
  return Array.from({ length: units }, (_, row) => {
    const at = { layer: layer + 1, unit: row, from: column }
    const [weight, delta, term] = (['weight', 'delta', 'passedBack'] as const).map((name) =>
      engineValue(values, name, at),
    )
    return { layer: layer + 1, row, column, weight, delta, term }
  })
}

/**
 * What softmax takes off every neuron of its layer: the sum over its neurons of activation times slope.
 * @param slope of the cost by each activation
 */
export const sharedOf = (activation: ArrayLike<number>, slope: ArrayLike<number>) =>
  Array.from(activation).reduce((sum, value, i) => sum + value * slope[i], 0)

export type Rule = 'partner' | 'difference' | 'tied' | 'logits'

/**
 * How the output's delta follows from prediction and actual. partner: cost and activation are made for each other,
 * delta is their difference; difference: the cost's slope times f'(Z); tied: an activation of the whole layer under
 * another cost; logits: a cost made for such an activation under another
 * @param all activations
 */
export function ruleOf(
  { partner }: CostOption,
  { name, elementwise }: ActivationOption,
  all: readonly ActivationOption[],
): Rule {
  if (partner === name) return 'partner'
  if (!elementwise) return 'tied'
  return all.some((other) => other.name === partner && !other.elementwise) ? 'logits' : 'difference'
}

/** Indices by the size of their values, largest first, with each one's share of the whole. */
export function ranked(values: ArrayLike<number>): { index: number; value: number; share: number }[] {
  const all = Array.from(values, (value, index) => ({ index, value, size: Math.abs(value) || 0 }))
  const whole = all.reduce((sum, { size }) => sum + size, 0)
  return all
    .sort((a, b) => b.size - a.size)
    .map(({ index, value, size }) => ({ index, value, share: whole > 0 ? size / whole : 0 }))
}
