import { rounder, roundUp } from '../../plot/ticks.ts'
import type { Next } from './queries.ts'
import { type Point, type Range, sideOf } from './range.ts'

/** Where the arrows on the landscape lead. Their lengths are shares of its side, whatever it is drawn like. */

/** How long the arrow is that only tells a direction, and the least that a step is drawn. */
const pointer = 0.36
const least = 0.12

/** Where the arrow downhill ends; null where it is flat. */
export function downhillFrom(at: Point, slope: Point, range: Range) {
  const steepness = Math.hypot(slope.a, slope.b)
  if (!(steepness > 0 && steepness < Infinity)) return null
  const length = (pointer * sideOf(range)) / steepness
  return { a: at.a - slope.a * length, b: at.b - slope.b * length }
}

export const stepOf = ({ before, after }: Next): Point => ({ a: after.a - before.a, b: after.b - before.b })

/** How many times as long as it is a step is drawn, so that its parts can be told apart: 1, 2, 5, 10 ... */
export function timesLonger({ a, b }: Point, range: Range) {
  const wanted = (least * sideOf(range)) / Math.hypot(a, b)
  if (!(wanted > 1 && wanted < 1e15)) return 1
  return roundUp(wanted, rounder)
}
