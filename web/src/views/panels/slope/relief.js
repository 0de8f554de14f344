/**
 * A surface over a square as it looks from a side: parallel projection, and the order in which its cells are painted
 * so that near ones hide far ones.
 *
 * @typedef {{ azimuth: number, elevation: number }} Eye in radians: turned about the vertical, raised above the ground
 * @typedef {{ x: number, y: number, depth: number }} Seen x to the right, y downwards, depth away from the eye
 * @typedef {{ corners: [Seen, Seen, Seen, Seen], height: number, tilt: number }} Cell
 *   height: mean of its corners, 0 to 1; tilt: how much it turns towards the light, -1 to 1
 */

/** How high the highest point stands, where half a side of the square is 1. */
const rise = 1.1
/** By how much something must stand above the line of sight to hide what lies behind it. */
const slack = 0.004

/**
 * @param {Eye} eye
 * @param {number} u along a, -1 to 1
 * @param {number} v along b, -1 to 1
 * @param {number} height 0 to 1
 * @returns {Seen}
 */
export function seenFrom({ azimuth, elevation }, u, v, height) {
  const [sine, cosine] = [Math.sin(azimuth), Math.cos(azimuth)]
  const away = u * sine + v * cosine
  const up = (height - 0.5) * rise
  return {
    x: u * cosine - v * sine,
    y: -away * Math.sin(elevation) - up * Math.cos(elevation),
    depth: away,
  }
}

/**
 * The cells of a grid, the farthest first.
 * @param {ArrayLike<number>} heights heights[i + j * resolution], 0 to 1
 * @param {number} resolution
 * @param {Eye} eye
 * @returns {Cell[]}
 */
export function cellsOf(heights, resolution, eye) {
  const nodes = Array.from(heights, (height, k) =>
    seenFrom(eye, along(k % resolution, resolution), along(Math.floor(k / resolution), resolution), height),
  )
  /** @type {Cell[]} */
  const cells = []
  for (let j = 0; j + 1 < resolution; j++) {
    for (let i = 0; i + 1 < resolution; i++) {
      const k = i + j * resolution
      const [a, b, c, d] = [k, k + 1, k + 1 + resolution, k + resolution]
      cells.push({
        corners: [nodes[a], nodes[b], nodes[c], nodes[d]],
        height: (heights[a] + heights[b] + heights[c] + heights[d]) / 4,
        tilt: tiltOf((heights[b] + heights[c] - heights[a] - heights[d]) / 2, resolution),
      })
    }
  }
  return cells.sort((one, other) => depthOf(other) - depthOf(one))
}

/**
 * How high a grid stands at any point, by the four nodes about it.
 * @param {ArrayLike<number>} heights @param {number} resolution
 * @param {number} u along a, -1 to 1 @param {number} v along b
 */
export function heightAt(heights, resolution, u, v) {
  const [x, y] = [u, v].map((t) => ((t + 1) / 2) * (resolution - 1))
  const [i, j] = [x, y].map((t) => Math.min(resolution - 2, Math.max(0, Math.floor(t))))
  const [s, t] = [x - i, y - j]
  const k = i + j * resolution
  return (
    (heights[k] * (1 - s) + heights[k + 1] * s) * (1 - t) +
    (heights[k + resolution] * (1 - s) + heights[k + resolution + 1] * s) * t
  )
}

/**
 * Whether the surface hides a point upon it: whether, on the way from there to the eye, it rises above the line of sight.
 * @param {ArrayLike<number>} heights @param {number} resolution @param {Eye} eye @param {number} u @param {number} v
 */
export function isHidden(heights, resolution, { azimuth, elevation }, u, v) {
  const lift = Math.tan(elevation) / rise
  const pace = 1 / (resolution - 1)
  const from = heightAt(heights, resolution, u, v)
  for (let way = pace; ; way += pace) {
    const [x, y, sight] = [u - way * Math.sin(azimuth), v - way * Math.cos(azimuth), from + way * lift]
    if (Math.abs(x) > 1 || Math.abs(y) > 1 || sight > 1) return false
    if (heightAt(heights, resolution, x, y) > sight + slack) return true
  }
}

/** A node's point between -1 and 1. @param {number} index @param {number} resolution */
const along = (index, resolution) => (2 * index) / (resolution - 1) - 1

/**
 * Light falls along a: what falls away from it lies in shade.
 * @param {number} slope of one cell @param {number} resolution
 */
const tiltOf = (slope, resolution) => Math.max(-1, Math.min(1, -slope * (resolution / 4)))

/** @param {Cell} cell */
const depthOf = ({ corners: [a, , c] }) => a.depth + c.depth
