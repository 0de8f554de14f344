import { extent } from 'd3-array'
import { rounder, roundUp } from '../../plot/ticks.ts'

/**
 * The piece of the cost surface that is shown: a square of `intervals` steps a side, both axes on the same scale (so
 * that the gradient stands square on the lines), its nodes at round numbers.
 */

/** Values of the two parameters */
export interface Point {
  a: number
  b: number
}

export interface Range {
  step: number
  a: [low: number, high: number]
  b: [low: number, high: number]
}

export const intervals = 40

/** How far out points are drawn: beyond it, numbers have no room beside the axes. */
export const farthest = 3e4
/** Smallest and largest step between two nodes, and the smallest as a share of the values. */
const leastStep = 1e-4
const mostStep = 2e3
const leastShare = 1e-4
/** How much of a half side points may take up. */
const filled = 0.75

/** Whether a point can be drawn at all. */
export const canDraw = ({ a, b }: Point) => Math.abs(a) <= farthest && Math.abs(b) <= farthest

/** The round step at least as large, such that numbers about the centre stay short. */
function roundStep(step: number, { a, b }: Point) {
  const least = Math.max(step * 0.9999, leastStep, leastShare * Math.max(Math.abs(a), Math.abs(b)))
  return Math.min(mostStep, roundUp(least, rounder))
}

export function rangeAround(centre: Point, step: number): Range {
  const ends = (middle: number) => {
    const first = Math.round(middle / step) - intervals / 2
    return [first, first + intervals].map((k) => Number((k * step).toPrecision(12))) as [number, number]
  }
  return { step, a: ends(centre.a), b: ends(centre.b) }
}

/**
 * A range in which all these points are seen, but for those too far out.
 * @param leastReach half a side, at least
 */
export function rangeOf(points: Point[], leastReach: number): Range {
  const seen = points.filter(canDraw)
  const [a, b] = [middleOf(seen.map((point) => point.a)), middleOf(seen.map((point) => point.b))]
  const reach = Math.max(leastReach, a.reach / filled, b.reach / filled)
  const centre = { a: a.middle, b: b.middle }
  return rangeAround(centre, roundStep((2 * reach) / intervals, centre))
}

function middleOf(values: number[]) {
  const [low = 0, high = 0] = extent(values)
  return { middle: (low + high) / 2, reach: (high - low) / 2 }
}

/** The next finer range (direction 1) or the next wider one (−1) about a point. */
export const zoomed = ({ step }: Range, direction: 1 | -1, centre: Point) =>
  rangeAround(centre, roundStep(direction > 0 ? step / 2.6 : step * 1.6, centre))

export const canZoom = (range: Range, direction: 1 | -1, centre: Point) =>
  zoomed(range, direction, centre).step !== range.step

/**
 * Whether a point is on the piece.
 * @param edge left out all round
 */
export const isOn = ({ a, b }: Range, point: Point, edge = 0) =>
  point.a >= a[0] + edge && point.a <= a[1] - edge && point.b >= b[0] + edge && point.b <= b[1] - edge

/** Whether a point is seen, not right at the edge. */
export const holds = (range: Range, point: Point) => isOn(range, point, range.step)

/** Length of a side. */
export const sideOf = ({ step }: Range) => step * intervals
