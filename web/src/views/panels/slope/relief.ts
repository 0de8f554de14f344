/**
 * A surface over a square as it looks from a side: parallel projection, and the order in which its cells are painted
 * so that near ones hide far ones.
 */

/** In radians: turned about the vertical, raised above the ground */
export interface Eye {
  azimuth: number
  elevation: number
}

/** X to the right, y downwards, depth away from the eye */
interface Seen {
  x: number
  y: number
  depth: number
}

interface Cell {
  corners: [Seen, Seen, Seen, Seen]
  /** Mean of its corners, 0 to 1. */
  height: number
  /** How much it turns towards the light, -1 to 1. */
  tilt: number
}

/** How high the highest point stands, where half a side of the square is 1. */
const rise = 1.1
/** By how much something must stand above the line of sight to hide what lies behind it. */
const slack = 0.004

/**
 * @param u along a, -1 to 1
 * @param v along b, -1 to 1
 * @param height 0 to 1
 */
export function seenFrom({ azimuth, elevation }: Eye, u: number, v: number, height: number): Seen {
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
 * @param heights heights[i + j * resolution], 0 to 1
 */
export function cellsOf(heights: ArrayLike<number>, resolution: number, eye: Eye): Cell[] {
  const nodes = Array.from(heights, (height, k) =>
    seenFrom(eye, along(k % resolution, resolution), along(Math.floor(k / resolution), resolution), height),
  )
  const cells: Cell[] = []
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
 * @param u along a, -1 to 1
 * @param v along b
 */
export function heightAt(heights: ArrayLike<number>, resolution: number, u: number, v: number) {
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
 */
export function isHidden(
  heights: ArrayLike<number>,
  resolution: number,
  { azimuth, elevation }: Eye,
  u: number,
  v: number,
) {
  const lift = Math.tan(elevation) / rise
  const pace = 1 / (resolution - 1)
  const from = heightAt(heights, resolution, u, v)
  for (let way = pace; ; way += pace) {
    const [x, y, sight] = [u - way * Math.sin(azimuth), v - way * Math.cos(azimuth), from + way * lift]
    if (Math.abs(x) > 1 || Math.abs(y) > 1 || sight > 1) return false
    if (heightAt(heights, resolution, x, y) > sight + slack) return true
  }
}

/** A node's point between -1 and 1. */
const along = (index: number, resolution: number) => (2 * index) / (resolution - 1) - 1

/**
 * Light falls along a: what falls away from it lies in shade.
 * @param slope of one cell
 */
const tiltOf = (slope: number, resolution: number) => Math.max(-1, Math.min(1, -slope * (resolution / 4)))

const depthOf = ({ corners: [a, , c] }: Cell) => a.depth + c.depth
