import { sideOf } from './range.js'

/**
 * Where the arrows on the landscape lead. Their lengths are shares of its side, whatever it is drawn like.
 *
 * @import { Point, Range } from './range.js'
 * @import { Next } from './queries.js'
 */

/** How long the arrow is that only tells a direction, and the least that a step is drawn. */
const pointer = 0.36
const least = 0.12

/** Where the arrow downhill ends; null where it is flat. @param {Point} at @param {Point} slope @param {Range} range */
export function downhillFrom(at, slope, range) {
  const steepness = Math.hypot(slope.a, slope.b)
  if (!(steepness > 0 && steepness < Infinity)) return null
  const length = (pointer * sideOf(range)) / steepness
  return { a: at.a - slope.a * length, b: at.b - slope.b * length }
}

/** @param {Next} next @returns {Point} */
export const stepOf = ({ before, after }) => ({ a: after.a - before.a, b: after.b - before.b })

/**
 * How many times as long as it is a step is drawn, so that its parts can be told apart: 1, 2, 5, 10 ...
 * @param {Point} step @param {Range} range
 */
export function timesLonger({ a, b }, range) {
  const wanted = (least * sideOf(range)) / Math.hypot(a, b)
  if (!(wanted > 1 && wanted < 1e15)) return 1
  const power = 10 ** Math.floor(Math.log10(wanted))
  return [1, 2, 5, 10].map((m) => m * power).find((times) => times >= wanted) ?? 10 * power
}
