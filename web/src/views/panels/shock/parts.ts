import type { Shock } from '../../../engine/results.ts'
import type { Parameter } from '../../../network/parameters.ts'

/** What a shock means, in words: whether the two slopes agree, and what a corner of an activation does to them. */

type Verdict = 'flat' | 'corner' | 'sides' | 'exact' | 'agree' | 'single' | 'limit' | 'differ'

export function verdictOn(
  {
    slope,
    gradient,
    slopeError,
    difference,
    tolerance,
    disagreement,
    hasCorner,
    kinks,
  }: Pick<
    Shock,
    'slope' | 'gradient' | 'slopeError' | 'difference' | 'tolerance' | 'disagreement' | 'hasCorner' | 'kinks'
  >,
  precision: 'float64' | 'float32',
): Verdict {
  const isApart = !(disagreement <= 1)
  if (hasCorner || isApart) return kinks.length > 0 ? 'corner' : hasCorner ? 'sides' : 'differ'
  if (gradient === 0 && Math.abs(slope) <= slopeError) return 'flat'
  if (difference === 0) return 'exact'
  if (difference > tolerance) return 'limit'
  return precision === 'float32' ? 'single' : 'agree'
}

/**
 * A relative difference as one part in a power of ten: 3e-9 is 1 part in 10⁸.
 * @param difference above 0
 */
export function partsOf(difference: number) {
  const power = Math.max(0, Math.floor(-Math.log10(difference)))
  return power < 2 ? String(10 ** power) : `10${raised(power)}`
}

/** A whole number as an exponent: ⁻⁴. */
export const raised = (power: number) =>
  String(power)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])

/**
 * The neurons that moved, largest change first.
 * @param changes one list per layer
 */
export const movedBy = (changes: ArrayLike<number>[]): { layer: number; unit: number; change: number }[] =>
  changes
    .flatMap((layer, k) => Array.from(layer, (change, unit) => ({ layer: k, unit, change })))
    .filter(({ change }) => change !== 0)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))

/** How many neurons a parameter can move: in its own layer one, or all where the activation is of the whole layer. */
export const movable = (changes: ArrayLike<number>[], { layer }: Parameter, isElementwise: boolean) =>
  changes.slice(layer).reduce((sum, { length }, k) => sum + (k === 0 && isElementwise ? 1 : length), 0)
