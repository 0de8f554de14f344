import { svg } from 'lit'
import type { Neuron } from '../../../network/pointed.ts'
import { evaluate } from '../../../quantities/evaluate.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { formulaOf } from '../../../quantities/quantities.ts'

/** The activation of one neuron as a curve over its own sum, the point that is reached on it. */

export interface Curve {
  /** Both axes run over these. */
  x: [low: number, high: number]
  y: [low: number, high: number]
  points: [x: number, y: number][]
  at: [x: number, y: number]
}

const size = { width: 132, height: 56, margin: 6 }
const pieces = 48

/**
 * Of softmax, the curve over its own sum while those of the other outputs stay as they are.
 * @returns null = the neuron is switched off, or its numbers are means, which lie on no curve
 */
export function curveOf(numbers: Numbers, at: Neuron): Curve | null {
  const tree = formulaOf(numbers.network, 'activation', at)
  const [z, a] = [valueAt(numbers, 'sum', at), valueAt(numbers, 'activation', at)]
  if (!tree || tree.kind === 'number' || !Number.isFinite(z) || !Number.isFinite(a)) return null
  const reach = Math.max(3, 1.25 * Math.abs(z))
  const value = (x: number) =>
    evaluate(tree, {
      quantity: (name, of) => (name === 'sum' && of.unit === at.unit ? x : valueAt(numbers, name, of)),
      setting: numbers.values.setting,
    }).value
  const points = Array.from({ length: pieces + 1 }, (_, i): [number, number] => {
    const x = reach * ((2 * i) / pieces - 1)
    return [x, value(x)]
  })
  const ys = points.map(([, y]) => y)
  return { x: [-reach, reach], y: [Math.min(0, ...ys), Math.max(0, ...ys)], points, at: [z, a] }
}

/** The curve between its axes; dotted lines lead from the point to both. */
export function curveTemplate({ x, y, points, at }: Curve, label: string) {
  const place = (value: number, [low, high]: [number, number], length: number) =>
    size.margin + ((value - low) / (high - low || 1)) * (length - 2 * size.margin)
  const px = (value: number) => place(value, x, size.width).toFixed(1)
  const py = (value: number) => (size.height - place(value, y, size.height)).toFixed(1)
  const [left, top] = [px(at[0]), py(at[1])]
  return svg`
    <svg class="lens-curve" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label=${label}>
      <path class="axis" d="M${px(x[0])} ${py(0)}H${px(x[1])}M${px(0)} ${py(y[0])}V${py(y[1])}"></path>
      <path class="line" d="M${points.map(([a, b]) => `${px(a)} ${py(b)}`).join('L')}"></path>
      <path class="guide" d="M${left} ${py(0)}V${top}H${px(0)}"></path>
      <circle cx=${left} cy=${top} r="3.5"></circle>
    </svg>`
}
