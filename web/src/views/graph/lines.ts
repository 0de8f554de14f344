import type { Weight } from '../../network/parameters.ts'
import type { Layout, PlacedColumn } from './layout.ts'

/** The wires between what the layout has placed, as lines: how they run, which is under a point, where a number has room. */

/** A weight, as the line that joins its two units. */
export type Wire = Weight

export interface Line {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** Every wire between two neighbouring columns as drawn. */
export function wiresOf({ columns }: Layout): (Wire & Line)[] {
  return columns.slice(1).flatMap((to, i) =>
    columns[i].places.flatMap((source) =>
      to.places.map((target) => ({
        layer: to.layer,
        row: target.unit,
        column: source.unit,
        x0: columns[i].isImage ? source.x : source.x + columns[i].half,
        y0: source.y,
        x1: target.x - to.half,
        y1: target.y,
      })),
    ),
  )
}

/** One line from a picture of inputs to each neuron shown, for the many wires between them. */
export function bundlesOf(image: PlacedColumn, to: PlacedColumn): Line[] {
  const y0 = (image.places[0].y + image.places[image.units - 1].y) / 2
  return to.places.map(({ x, y }) => ({ x0: image.x + image.half, y0, x1: x - to.half, y1: y }))
}

/** A wire as SVG path data: leaves and arrives level. */
export function wirePath({ x0, y0, x1, y1 }: Line) {
  const middle = (x0 + x1) / 2
  return `M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}`
}

/**
 * The point at share t of a wire.
 * @param t from 0 to 1
 */
export function pointOn({ x0, y0, x1, y1 }: Line, t: number) {
  return { x: x0 + (x1 - x0) * (1.5 * t * (1 - t) + t ** 3), y: y0 + (y1 - y0) * t * t * (3 - 2 * t) }
}

/** The wire under a point, or null. */
export function wireAt<W extends Line>(wires: W[], x: number, y: number, reach = 7): W | null {
  let best = null
  let least = reach
  for (const wire of wires) {
    if (x < wire.x0 || x > wire.x1) continue
    const distance = Math.abs(pointOn(wire, shareAt((x - wire.x0) / (wire.x1 - wire.x0))).y - y)
    if (distance < least) {
      best = wire
      least = distance
    }
  }
  return best
}

/** Solves 1.5 t (1 - t) + t^3 = s by Newton's method; the slope is never below 0.75. */
function shareAt(s: number) {
  let t = s
  for (let i = 0; i < 4; i++) t -= (1.5 * t * (1 - t) + t ** 3 - s) / (1.5 - 3 * t + 3 * t * t)
  return t
}

/**
 * Finds a free place on each wire for its value; a wire without one gets none.
 * @param taken what stands there already, of the same size
 * @param shares of the wire to try, in this order
 */
export function placeLabels<W extends Line>(
  wires: W[],
  { width, height }: { width: number; height: number },
  taken: readonly { x: number; y: number }[] = [],
  shares: readonly number[] = [0.42, 0.32, 0.52, 0.24, 0.62, 0.72, 0.8],
): { wire: W; x: number; y: number }[] {
  const labels: { wire: W; x: number; y: number }[] = []
  for (const wire of wires) {
    for (const t of shares) {
      const { x, y } = pointOn(wire, t)
      const isInside = x - width / 2 > wire.x0 && x + width / 2 < wire.x1
      const isFree = [taken, labels].every((others) =>
        others.every((other) => Math.abs(other.x - x) >= width || Math.abs(other.y - y) >= height),
      )
      if (!isInside || !isFree) continue
      labels.push({ wire, x, y })
      break
    }
  }
  return labels
}
