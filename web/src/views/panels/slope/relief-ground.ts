import { linearTicks } from '../../plot/ticks.ts'
import { heightsOf, levelsOf } from './contours.ts'
import type { Ground, Pixel } from './marks.ts'
import { isOn, type Point, type Range, sideOf } from './range.ts'
import { type Eye, heightAt, isHidden, seenFrom } from './relief.ts'
import type { Surface } from './surface.ts'

/** How points of the landscape come onto the picture of its relief. */

export interface Measured {
  /** How high each node is drawn, 0 to 1. */
  shares: Float64Array
  /** Flatter far up than it is. */
  isTall: boolean
  /** Of the axis of the cost. */
  ticks: { cost: number; share: number }[]
}

/** How many numbers stand along the axis of the cost, about. */
const tickCount = 6
/** The most pieces that a way upon the surface is drawn in. */
const mostPieces = 80

export function measured({ values }: Surface): Measured {
  const heights = heightsOf(values)
  const { low, high, isTall } = heights
  const truly = (cost: number) => Math.min(1, (cost - low) / (high - low)) || 0
  const share = isTall ? heights.share : truly
  const costs = isTall ? levelsOf(heights, tickCount) : linearTicks(low, high, tickCount).values
  return {
    shares: Float64Array.from(values, share),
    isTall,
    ticks: costs.map((cost) => ({ cost, share: share(cost) })),
  }
}

/** Places upon the surface; ways follow it up and down. */
export function reliefGround(
  { resolution, wanted: { range } }: Surface,
  { shares }: Measured,
  eye: Eye,
  pixelOf: (seen: Pixel) => Pixel,
): Ground {
  const pixel = (point: Point) => {
    if (!isOn(range, point)) return null
    const { u, v } = squareOf(range, point)
    const seen = seenFrom(eye, u, v, heightAt(shares, resolution, u, v))
    return { ...pixelOf(seen), isHidden: isHidden(shares, resolution, eye, u, v) }
  }
  const way = (from: Point, to: Point): (Pixel | null)[] => {
    const cells = (Math.hypot(to.a - from.a, to.b - from.b) / sideOf(range)) * resolution
    const pieces = Math.max(1, Math.min(mostPieces, Math.ceil(cells)))
    return Array.from({ length: pieces + 1 }, (_, k) => {
      const along = (side: 'a' | 'b') => from[side] + ((to[side] - from[side]) * k) / pieces
      return pixel(k === 0 ? from : k === pieces ? to : { a: along('a'), b: along('b') })
    })
  }
  return { pixel, way }
}

/** A point between -1 and 1 along both sides. */
const squareOf = ({ a, b }: Range, point: Point) => ({
  u: (2 * (point.a - a[0])) / (a[1] - a[0]) - 1,
  v: (2 * (point.b - b[0])) / (b[1] - b[0]) - 1,
})
