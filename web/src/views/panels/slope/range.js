/**
 * The piece of the cost surface that is shown: a square of `intervals` steps a side, both axes on the same scale (so
 * that the gradient stands square on the lines), its nodes at round numbers.
 *
 * @typedef {{ a: number, b: number }} Point values of the two parameters
 * @typedef {{ step: number, a: [low: number, high: number], b: [low: number, high: number] }} Range
 */
export const intervals = 40

/** How far out points are drawn: beyond it, numbers have no room beside the axes. */
export const farthest = 3e4
/** Smallest and largest step between two nodes, and the smallest as a share of the values. */
const leastStep = 1e-4
const mostStep = 2e3
const leastShare = 1e-4
/** How much of a half side points may take up. */
const filled = 0.75

/** Whether a point can be drawn at all. @param {Point} point */
export const canDraw = ({ a, b }) => Math.abs(a) <= farthest && Math.abs(b) <= farthest

/**
 * The round step at least as large, such that numbers about the centre stay short.
 * @param {number} step @param {Point} centre
 */
function roundStep(step, { a, b }) {
  const least = Math.max(step * 0.9999, leastStep, leastShare * Math.max(Math.abs(a), Math.abs(b)))
  const power = 10 ** Math.floor(Math.log10(least))
  const found = [1, 2, 5, 10].find((m) => m * power >= least) ?? 10
  return Math.min(mostStep, Number((found * power).toPrecision(3)))
}

/**
 * @param {Point} centre
 * @param {number} step
 * @returns {Range}
 */
export function rangeAround(centre, step) {
  const ends = (/** @type {number} */ middle) => {
    const first = Math.round(middle / step) - intervals / 2
    return /** @type {[number, number]} */ ([first, first + intervals].map((k) => Number((k * step).toPrecision(12))))
  }
  return { step, a: ends(centre.a), b: ends(centre.b) }
}

/**
 * A range in which all these points are seen, but for those too far out.
 * @param {Point[]} points
 * @param {number} leastReach half a side, at least
 * @returns {Range}
 */
export function rangeOf(points, leastReach) {
  const seen = points.filter(canDraw)
  const [a, b] = [middleOf(seen.map((point) => point.a)), middleOf(seen.map((point) => point.b))]
  const reach = Math.max(leastReach, a.reach / filled, b.reach / filled)
  const centre = { a: a.middle, b: b.middle }
  return rangeAround(centre, roundStep((2 * reach) / intervals, centre))
}

/** @param {number[]} values */
function middleOf(values) {
  if (values.length === 0) return { middle: 0, reach: 0 }
  const low = values.reduce((least, value) => Math.min(least, value))
  const high = values.reduce((most, value) => Math.max(most, value))
  return { middle: (low + high) / 2, reach: (high - low) / 2 }
}

/**
 * The next finer range (direction 1) or the next wider one (−1) about a point.
 * @param {Range} range @param {1 | -1} direction @param {Point} centre
 */
export const zoomed = ({ step }, direction, centre) =>
  rangeAround(centre, roundStep(direction > 0 ? step / 2.6 : step * 1.6, centre))

/** @param {Range} range @param {1 | -1} direction @param {Point} centre */
export const canZoom = (range, direction, centre) => zoomed(range, direction, centre).step !== range.step

/** Whether a point is on the piece. @param {Range} range @param {Point} point @param {number} [edge] left out all round */
export const isOn = ({ a, b }, point, edge = 0) =>
  point.a >= a[0] + edge && point.a <= a[1] - edge && point.b >= b[0] + edge && point.b <= b[1] - edge

/** Whether a point is seen, not right at the edge. @param {Range} range @param {Point} point */
export const holds = (range, point) => isOn(range, point, range.step)

/** Length of a side. @param {Range} range */
export const sideOf = ({ step }) => step * intervals
