/**
 * What a shock means, in words: whether the two slopes agree, and what a corner of an activation does to them.
 *
 * @import { Parameter, SessionLike } from '../../model/types.d.ts'
 * @typedef {{
 *   costBefore: number, costAfter: number, slope: number, gradient: number, difference: number
 *   slopeBelow: number, slopeAbove: number, changes: ArrayLike<number>[], kinks: { layer: number, unit: number }[]
 * }} Shock
 * @typedef {'flat' | 'corner' | 'sides' | 'exact' | 'agree' | 'single' | 'differ'} Verdict
 */

/** Relative differences up to which the two slopes agree, by precision. */
const agreement = { float64: 1e-6, float32: 1e-2 }
/** By how much the slopes on both sides must differ to speak of a corner. */
const jump = 0.01

/**
 * @param {Shock} shock
 * @param {'float64' | 'float32'} precision
 * @returns {Verdict}
 */
export function verdictOn({ slope, gradient, difference, slopeBelow, slopeAbove, kinks }, precision) {
  if (slope === 0 && gradient === 0 && slopeBelow === 0 && slopeAbove === 0) return 'flat'
  const isJump = Math.abs(slopeAbove - slopeBelow) > jump * Math.max(Math.abs(slopeAbove), Math.abs(slopeBelow))
  const isApart = difference > agreement[precision]
  if (kinks.length > 0 && (isJump || isApart)) return 'corner'
  if (isJump && isApart) return 'sides'
  if (difference === 0) return 'exact'
  if (isApart) return 'differ'
  return precision === 'float32' ? 'single' : 'agree'
}

/** A relative difference as one part in a power of ten: 3e-9 is 1 part in 10⁸. @param {number} difference above 0 */
export function partsOf(difference) {
  const power = Math.max(0, Math.floor(-Math.log10(difference)))
  return power < 2 ? String(10 ** power) : `10${raised(power)}`
}

/** A whole number as an exponent: ⁻⁴. @param {number} power */
export const raised = (power) =>
  String(power).replace('-', '⁻').replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])

/** The slope that the engine takes at the corner: the one to its left. @type {Record<string, number>} */
export const slopeAtCorner = { relu: 0, leakyRelu: 0.01 }

/**
 * The neurons that moved, largest change first.
 * @param {ArrayLike<number>[]} changes one list a layer
 * @returns {{ layer: number, unit: number, change: number }[]}
 */
export const movedBy = (changes) => changes
  .flatMap((layer, k) => Array.from(layer, (change, unit) => ({ layer: k, unit, change })))
  .filter(({ change }) => change !== 0)
  .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))

/**
 * How many neurons a parameter can move: in its own layer one, or all where the activation is of the whole layer.
 * @param {ArrayLike<number>[]} changes @param {Parameter} parameter @param {boolean} isElementwise
 */
export const movable = (changes, { layer }, isElementwise) =>
  changes.slice(layer).reduce((sum, { length }, k) => sum + (k === 0 && isElementwise ? 1 : length), 0)

/** @param {SessionLike} session */
export const countParameters = ({ frame }) =>
  (frame?.layers ?? []).reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)
