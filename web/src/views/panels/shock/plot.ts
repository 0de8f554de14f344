import { Palette } from '../../plot/palette.ts'
import { Plot } from '../../plot/plot.ts'
import { padded, roundUp } from '../../plot/ticks.ts'
import { raised } from './parts.ts'

/**
 * The cost as one parameter is turned: the engine's points joined, backpropagation's slope as a line through the
 * present point, and the point that the shock leads to.
 */

interface Turn {
  name: string
  costLabel: string
  words: string
  value: number
  epsilon: number
  costBefore: number
  costAfter: number
  gradient: number
  line: { values: Float64Array; costs: Float64Array }
}

const points = 49

/** How far from the present value to show the cost: both ways, with the shock well within. */
export function offsetsAround(epsilon: number): number[] {
  const reach = Math.abs(epsilon) <= 0.8 ? 1 : roundUp(1.25 * Math.abs(epsilon))
  return Array.from({ length: points }, (_, k) => reach * ((2 * k) / (points - 1) - 1))
}

/** The power of ten that costs are told in: 0 where their own digits fit an axis. */
const powerOf = (cost: number) => (cost > 0 && (cost < 0.01 || cost >= 1e4) ? Math.floor(Math.log10(cost)) : 0)

export class ShockPlot {
  root: HTMLElement
  plot: Plot
  palette: Palette
  #turn: Turn | null = null
  /** What 1 on the axis of costs stands for: very small and very large ones are told in powers of ten. */
  #unit = 1

  constructor(root: HTMLElement) {
    this.root = root
    this.plot = new Plot(root, '')
    this.palette = new Palette(root, () => this.draw())
  }

  show(turn: Turn) {
    this.#turn = turn
    this.plot.box.setAttribute('aria-label', turn.words)
    this.draw()
  }

  draw() {
    const turn = this.#turn
    const width = Math.min(this.root.clientWidth, 560)
    if (!turn || !width) return
    const { value, epsilon, costBefore, costAfter, line } = turn
    const { values } = line
    const costs = [...Array.from(line.costs), costBefore, costAfter].filter(Number.isFinite)
    if (costs.length === 0) return
    const [low, high] = padded(Math.min(...costs), Math.max(...costs), 0.12)
    const power = powerOf(Math.max(...costs))
    this.#unit = 10 ** power
    const label = power ? `${turn.costLabel} × 10${raised(-power)}` : turn.costLabel
    this.plot.frame(
      width,
      Math.round(width * 0.62),
      { low: values[0], high: values[values.length - 1], label: turn.name },
      { low: low / this.#unit, high: high / this.#unit, label },
    )
    const context = this.plot.clearMarks()
    this.#drawTangent(context, turn, values)
    this.#drawCurve(context, line)
    this.#drawRise(context, turn)
    this.#drawPoint(context, value, costBefore, true)
    if (epsilon !== 0) this.#drawPoint(context, value + epsilon, costAfter, false)
  }

  #y = (cost: number) => this.plot.py(cost / this.#unit)

  #drawCurve(context: CanvasRenderingContext2D, { values, costs }: Turn['line']) {
    context.strokeStyle = this.palette.css('cost')
    context.lineWidth = 2
    context.beginPath()
    values.forEach((value, k) => {
      if (Number.isFinite(costs[k])) context.lineTo(this.plot.px(value), this.#y(costs[k]))
    })
    context.stroke()
  }

  #drawTangent(context: CanvasRenderingContext2D, { value, costBefore, gradient }: Turn, values: Float64Array) {
    context.strokeStyle = this.palette.css('accent')
    context.lineWidth = 1.5
    context.setLineDash([6, 4])
    context.beginPath()
    for (const end of [values[0], values[values.length - 1]]) {
      context.lineTo(this.plot.px(end), this.#y(costBefore + gradient * (end - value)))
    }
    context.stroke()
    context.setLineDash([])
  }

  /** From the present point across by the shock, and up or down by the difference. */
  #drawRise(context: CanvasRenderingContext2D, { value, epsilon, costBefore, costAfter }: Turn) {
    const { px } = this.plot
    const py = this.#y
    context.strokeStyle = this.palette.css('ink-soft')
    context.lineWidth = 1
    context.beginPath()
    context.moveTo(px(value), py(costBefore))
    context.lineTo(px(value + epsilon), py(costBefore))
    context.lineTo(px(value + epsilon), py(costAfter))
    context.stroke()
  }

  #drawPoint(context: CanvasRenderingContext2D, value: number, cost: number, isFilled: boolean) {
    context.fillStyle = this.palette.css(isFilled ? 'ink' : 'card')
    context.strokeStyle = this.palette.css(isFilled ? 'card' : 'ink')
    context.lineWidth = 2
    context.beginPath()
    context.arc(this.plot.px(value), this.#y(cost), 5.5, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}
