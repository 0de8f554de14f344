import { linearTicks } from '../../plot/ticks.js'
import { heightsOf, levelsOf } from './contours.js'
import { isOn, sideOf } from './range.js'
import { heightAt, isHidden, seenFrom } from './relief.js'

/**
 * How points of the landscape come onto the picture of its relief.
 *
 * @import { Eye } from './relief.js'
 * @import { Ground, Pixel } from './marks.js'
 * @import { Point, Range } from './range.js'
 * @import { Surface } from './surface.js'
 * @typedef {{ shares: Float64Array, isTall: boolean, ticks: { cost: number, share: number }[] }} Measured
 *   `shares`: how high each node is drawn, 0 to 1; `isTall`: flatter far up than it is; `ticks` of the axis of the cost
 */

/** How many numbers stand along the axis of the cost, about. */
const tickCount = 6
/** The most pieces that a way upon the surface is drawn in. */
const mostPieces = 80

/** @param {Surface} surface @returns {Measured} */
export function measured({ values }) {
  const heights = heightsOf(values)
  const { low, high, isTall } = heights
  const truly = (/** @type {number} */ cost) => Math.min(1, (cost - low) / (high - low)) || 0
  const share = isTall ? heights.share : truly
  const costs = isTall ? levelsOf(heights, tickCount) : linearTicks(low, high, tickCount).values
  return {
    shares: Float64Array.from(values, share),
    isTall,
    ticks: costs.map((cost) => ({ cost, share: share(cost) })),
  }
}

/**
 * Places upon the surface; ways follow it up and down.
 * @param {Surface} surface @param {Measured} measured @param {Eye} eye
 * @param {(seen: { x: number, y: number }) => { x: number, y: number }} pixelOf
 * @param {Ground['frame']} frame
 * @returns {Ground}
 */
export function reliefGround({ resolution, wanted: { range } }, { shares }, eye, pixelOf, frame) {
  const pixel = (/** @type {Point} */ point) => {
    if (!isOn(range, point)) return null
    const { u, v } = squareOf(range, point)
    const seen = seenFrom(eye, u, v, heightAt(shares, resolution, u, v))
    return { ...pixelOf(seen), isHidden: isHidden(shares, resolution, eye, u, v) }
  }
  /** @returns {(Pixel | null)[]} */
  const way = (/** @type {Point} */ from, /** @type {Point} */ to) => {
    const cells = (Math.hypot(to.a - from.a, to.b - from.b) / sideOf(range)) * resolution
    const pieces = Math.max(1, Math.min(mostPieces, Math.ceil(cells)))
    return Array.from({ length: pieces + 1 }, (_, k) => {
      const along = (/** @type {'a' | 'b'} */ side) => from[side] + ((to[side] - from[side]) * k) / pieces
      return pixel(k === 0 ? from : k === pieces ? to : { a: along('a'), b: along('b') })
    })
  }
  return { pixel, way, frame }
}

/** A point between -1 and 1 along both sides. @param {Range} range @param {Point} point */
const squareOf = ({ a, b }, point) => ({
  u: (2 * (point.a - a[0])) / (a[1] - a[0]) - 1,
  v: (2 * (point.b - b[0])) / (b[1] - b[0]) - 1,
})
