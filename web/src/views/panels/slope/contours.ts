import { extent } from 'd3-array'
import { contours } from 'd3-contour'
import { formatNumber } from '../../../text/numbers.ts'

/** Lines of equal cost over a grid of costs, close together where little is at stake and far apart on the heights. */

/** values[i + j * resolution]: i along a, j along b */
interface Grid {
  resolution: number
  values: ArrayLike<number>
}

interface Heights {
  low: number
  high: number
  /** Drawn true to scale, most of it would look flat. */
  isTall: boolean
  /** Puts a cost between 0 (the lowest) and 1 (the highest) as the eye should see it. */
  share: (cost: number) => number
  /** Takes that back. */
  cost: (share: number) => number
}

/** Where the cost is at least `level`. */
export interface Contour {
  level: number
  rings: { x: number; y: number }[][]
}

/** What share of the grid lies within the part that is drawn about evenly. */
const evenly = 0.2
/** How many times as high as the median the highest is where a true scale shows nothing any more. */
const tall = 12

/** How high costs are drawn: about evenly near the lowest, by their logarithm far above it. */
export function heightsOf(values: ArrayLike<number>): Heights {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort()
  const low = sorted[0] ?? 0
  const high = sorted[sorted.length - 1] ?? 1
  const span = high - low
  const near = Math.max((sorted[Math.floor(sorted.length * evenly)] ?? low) - low, span * 1e-6) || 1
  const most = Math.log1p(span / near) || 1
  return {
    low,
    high,
    isTall: span > tall * ((sorted[sorted.length >> 1] ?? low) - low),
    share: (cost) => {
      if (!(cost > low)) return 0
      return Number.isFinite(cost) ? Math.min(1, Math.log1p((cost - low) / near) / most) : 1
    },
    cost: (share) => low + near * Math.expm1(share * most),
  }
}

/** Rising costs to draw a line at, as round as they can be and still differ. */
export function levelsOf(heights: Heights, count = 12): number[] {
  const exact = Array.from({ length: count }, (_, i) => heights.cost((i + 0.5) / count))
  const rounded = exact.map((level, i) => {
    const gap = Math.min(level - (exact[i - 1] ?? heights.low), (exact[i + 1] ?? heights.high) - level)
    const unit = 10 ** Math.floor(Math.log10(gap))
    return Number((Math.round(level / unit) * unit).toPrecision(12))
  })
  return rounded.filter((level, i) => level > heights.low && level < heights.high && level !== rounded[i - 1])
}

/** A round number with all its digits. */
export const exactWords = (level: number) =>
  formatNumber(
    level,
    Number(level.toPrecision(12))
      .toExponential()
      .replace(/e.*|\D/g, '').length,
  )

/**
 * The regions where the cost is at least each level.
 * @param pixelOf of a point, in nodes
 */
export function contoursOf(
  { resolution, values }: Grid,
  levels: number[],
  pixelOf: (node: [number, number]) => { x: number; y: number },
): Contour[] {
  const [, most = 0] = extent(Array.from(values).filter(Number.isFinite))
  const finite = Array.from(values, (value) => (Number.isFinite(value) ? value : most))
  return contours()
    .size([resolution, resolution])
    .thresholds(levels)(finite)
    .map(({ value, coordinates }) => ({
      level: value,
      // d3 puts the first node's middle at one half
      rings: coordinates.flat().map((ring) => ring.map(([x, y]) => pixelOf([x - 0.5, y - 0.5]))),
    }))
}

/** Draws each ring by itself: without the move a line would lead from one to the next. */
export function traceRings(path: Pick<Path2D, 'moveTo' | 'lineTo' | 'closePath'>, rings: Contour['rings']) {
  for (const ring of rings) {
    ring.forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)))
    path.closePath()
  }
}
