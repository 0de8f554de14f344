import type { Overlay } from '../../state/overlay.ts'
import { largestOf } from '../plot/scale.ts'
import type { Layout } from './layout.ts'
import type { Line } from './lines.ts'
import { type Stripe, thickness } from './overlay-marks.ts'

/** Arrows of an overlay as SVG path data: the way in which neurons should change, and in which something runs. */

/** Height in pixels of the largest arrow at a neuron; the area of the others follows. */
const tallest = 30
const lowest = 13
/** From the edge of a neuron with a map to the middle of its arrow; at others it stands on the edge. */
const within = 9

/** An arrow beside the right edge of each neuron with a value, up where it should grow. */
export function wishArrowsOf(
  layout: Layout,
  wishes: NonNullable<Overlay['wishes']>,
): { path: string; isUp: boolean }[] {
  let most = 0
  for (const { values } of wishes) most = Math.max(most, largestOf(values))
  return wishes.flatMap(({ layer, values }) => {
    const column = layout.columns[layer + 1]
    if (!column || column.isImage) return []
    const { half } = column
    return column.places.flatMap(({ unit, x, y }) => {
      const value = values[unit]
      if (!value || Number.isNaN(value)) return []
      const height = Math.max(lowest, tallest * Math.sqrt(Math.abs(value) / most))
      return [
        {
          path: arrowPath(x + half - (column.height === 2 * half ? within : 0), y, height, value > 0),
          isUp: value > 0,
        },
      ]
    })
  })
}

/** An upright arrow round a point. */
function arrowPath(x: number, y: number, height: number, isUp: boolean) {
  const [tip, foot] = isUp ? [y - height / 2, y + height / 2] : [y + height / 2, y - height / 2]
  const [half, shaft] = [0.24 * height, 0.09 * height]
  const neck = tip + (foot - tip) * 0.45
  const points = [
    [x, tip],
    [x + half, neck],
    [x + shaft, neck],
    [x + shaft, foot],
    [x - shaft, foot],
    [x - shaft, neck],
    [x - half, neck],
  ]
  return `M${points.map((point) => point.map((each) => each.toFixed(2)).join(' ')).join('L')}Z`
}

/** The head at the end of a bar to which something runs: wires arrive level. */
export function headPath({ x0, y0, x1, y1, share }: Line & Pick<Stripe, 'share'>, direction: 'forward' | 'backward') {
  const half = Math.min(2.5 + 0.6 * thickness(share), (x1 - x0) / 8)
  const [x, y, length] = direction === 'forward' ? [x1, y1, -2 * half] : [x0, y0, 2 * half]
  return `M${x} ${y}l${length} ${-half}v${2 * half}z`
}

/** How far something that runs over these bars has come: the part of the picture's width that it has not reached yet. */
export function aheadOf(
  stripes: readonly Line[],
  { direction, share }: NonNullable<Overlay['run']>,
  width: number,
): { left: number; right: number } {
  const from = Math.min(...stripes.map(({ x0 }) => x0))
  const to = Math.max(...stripes.map(({ x1 }) => x1))
  if (share >= 1 || stripes.length === 0) return { left: 0, right: 0 }
  return direction === 'forward'
    ? { left: 0, right: width - from - share * (to - from) }
    : { left: to - share * (to - from), right: 0 }
}
