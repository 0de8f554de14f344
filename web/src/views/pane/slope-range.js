/**
 * The piece of the cost surface that is shown: a square of `intervals` steps a side, both axes on the same scale (so
 * that the gradient stands square on the lines), its nodes at round numbers.
 *
 * @typedef {{ a: number, b: number }} Place values of the two parameters
 * @typedef {{ step: number, a: [low: number, high: number], b: [low: number, high: number] }} Range
 */
export const intervals = 40

/** Smallest and largest step between two nodes. */
const leastStep = 1e-4
const mostStep = 1e4
/** How much of a half side places may take up. */
const filled = 0.75

/** The round step at least as large. @param {number} step */
function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step))
  const found = [1, 2, 5, 10].find((m) => m * power >= step * 0.9999) ?? 10
  return Math.min(mostStep, Math.max(leastStep, Number((found * power).toPrecision(3))))
}

/**
 * @param {Place} centre
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
 * A range in which all these places are seen.
 * @param {Place[]} places
 * @param {number} leastReach half a side, at least
 * @returns {Range}
 */
export function rangeOf(places, leastReach) {
  const seen = places.filter(({ a, b }) => Number.isFinite(a) && Number.isFinite(b))
  if (seen.length === 0) return rangeAround({ a: 0, b: 0 }, roundStep((2 * leastReach) / intervals))
  const [a, b] = [middleOf(seen.map((place) => place.a)), middleOf(seen.map((place) => place.b))]
  const reach = Math.max(leastReach, a.reach / filled, b.reach / filled)
  return rangeAround({ a: a.middle, b: b.middle }, roundStep((2 * reach) / intervals))
}

/** @param {number[]} values */
function middleOf(values) {
  const low = values.reduce((least, value) => Math.min(least, value))
  const high = values.reduce((most, value) => Math.max(most, value))
  return { middle: (low + high) / 2, reach: (high - low) / 2 }
}

/**
 * The next finer range (direction 1) or the next wider one (−1) about a place.
 * @param {Range} range @param {1 | -1} direction @param {Place} centre
 */
export const zoomed = ({ step }, direction, centre) =>
  rangeAround(centre, roundStep(direction > 0 ? step / 2.6 : step * 1.6))

/** @param {Range} range @param {1 | -1} direction */
export const canZoom = ({ step }, direction) => (direction > 0 ? step > leastStep : step < mostStep)

/** Whether a place is seen, not right at the edge. @param {Range} range @param {Place} place */
export function holds({ step, a, b }, place) {
  const isWithin = (/** @type {number} */ value, /** @type {[number, number]} */ [low, high]) =>
    value > low + step && value < high - step
  return isWithin(place.a, a) && isWithin(place.b, b)
}
