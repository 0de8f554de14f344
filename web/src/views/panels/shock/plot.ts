import { html, type TemplateResult } from 'lit'
import type { Shock } from '../../../engine/results.ts'
import { drawDot, drawLine } from '../../plot/lines.ts'
import { padded } from '../../plot/padded.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { roundUp } from '../../plot/ticks.ts'
import { raised } from './parts.ts'

/**
 * The cost as one parameter is turned: the engine's points joined, backpropagation's slope as a line through the
 * present point, and the point that the shock leads to.
 */

interface Turn {
  name: string
  costLabel: string
  words: string
  shock: Shock
  epsilon: number
}

const points = 49

/** How far from the present value to show the cost: both ways, with the shock well within. */
export function offsetsAround(epsilon: number): number[] {
  const reach = Math.abs(epsilon) <= 0.8 ? 1 : roundUp(1.25 * Math.abs(epsilon))
  return Array.from({ length: points }, (_, k) => reach * ((2 * k) / (points - 1) - 1))
}

/** The power of ten that costs are told in: 0 where their own digits fit an axis. */
const powerOf = (cost: number) => (cost > 0 && (cost < 0.01 || cost >= 1e4) ? Math.floor(Math.log10(cost)) : 0)

export function plotTemplate(turn: Turn): TemplateResult {
  return html`<glassbox-plot class="shock-picture" role="img" aria-label=${turn.words}
    .drawing=${drawingOf(turn)}></glassbox-plot>`
}

function drawingOf({ name, costLabel, shock, epsilon }: Turn): Drawing | null {
  const { values, costBefore, costAfter } = shock
  const costs = [...shock.costs, costBefore, costAfter].filter(Number.isFinite)
  if (costs.length === 0) return null
  const { low, high } = padded(costs, 0.12)
  const power = powerOf(Math.max(...costs))
  const unit = 10 ** power
  return {
    axes: [
      { low: values[0], high: values[values.length - 1], label: name },
      { low: low / unit, high: high / unit, label: power ? `${costLabel} × 10${raised(-power)}` : costLabel },
    ],
    height: (width) => Math.round(Math.max(width * 0.62, Math.min(width, 200))),
    marks: { paint: (plot) => paint(plot, shock, epsilon, unit) },
  }
}

/** @param unit what 1 on the axis of costs stands for: very small and very large ones are told in powers of ten */
function paint(
  plot: Plot,
  { value, values, costs, costBefore, costAfter, gradient }: Shock,
  epsilon: number,
  unit: number,
) {
  const line = (stroke: Parameters<typeof drawLine>[1], xs: ArrayLike<number>, ys: ArrayLike<number>) =>
    drawLine(
      plot,
      stroke,
      xs,
      Array.from(ys, (cost) => cost / unit),
    )
  const ends = [values[0], values[values.length - 1]]
  const tangent = ends.map((end) => costBefore + gradient * (end - value))
  const to = value + epsilon
  line({ colour: 'gradient', width: 1.5, dash: [6, 4] }, ends, tangent)
  line({ colour: 'cost', width: 2 }, values, costs)
  // across by the shock, and up or down by the difference
  line({ colour: 'ink-soft' }, [value, to, to], [costBefore, costBefore, costAfter])
  drawDot(plot, value, costBefore / unit, 5.5, { fill: 'ink', line: 'card' })
  if (epsilon !== 0) drawDot(plot, to, costAfter / unit, 5.5, { fill: 'card', line: 'ink' })
}
