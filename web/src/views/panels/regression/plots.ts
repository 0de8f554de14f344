import type { DataInfo } from '../../../data/prepare.ts'
import { featureName, targetName } from '../../../network/names.ts'
import { rowAt } from '../../../network/rows.ts'
import { inTargetUnit } from '../../../network/units.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { EngineQuery, type Found } from '../../parts/engine-query.ts'
import { throttle } from '../../parts/throttle.ts'
import { paintMarks, shownSets } from '../../plot/marks.ts'
import { Palette } from '../../plot/palette.ts'
import { type Axis, Plot } from '../../plot/plot.ts'
import { padded } from '../../plot/ticks.ts'
import { halfwayOf } from './betas.ts'
import { sentences } from './sentences.ts'

/** A regression of one feature as pictures: log-odds and probability, or the one line of a linear neuron. */

/** What the engine answers along the feature */
type Line = ReturnType<typeof lineOf>

/** Along the feature, with no targets to speak of */
interface Points {
  X: number[][]
  Y: number[][]
}

const lineOf = ({ details: { X }, answer: { layers } }: Found<'trace', Points>) => {
  const [{ Z, activation }] = layers
  return { xs: X.map(([x]) => x), Z: Z.map(([z]) => z), outputs: activation.map(([a]) => a) }
}

const text = texts(sentences)
const points = 81
/** Room beyond the data, as a share of its extent. */
const margin = 0.08

export class RegressionPlots {
  session: SessionLike
  boxes: HTMLElement[]
  plots: Plot[]
  palette: Palette
  query: EngineQuery<'trace', Points>
  observer: ResizeObserver
  #isDue = throttle(66)

  /** @param boxes one for a linear neuron, two for a logistic one */
  constructor(boxes: HTMLElement[], session: SessionLike) {
    this.session = session
    this.boxes = boxes
    const feature = session.data ? featureName(session.data, 0) : ''
    const names: ('logOddsPlot' | 'probabilityPlot' | 'predictionPlot')[] =
      boxes.length > 1 ? ['logOddsPlot', 'probabilityPlot'] : ['predictionPlot']
    this.plots = boxes.map((box, i) => new Plot(box, text(names[i], { feature })))
    this.palette = new Palette(boxes[0], () => this.draw())
    this.query = new EngineQuery(session, 'trace', () => this.draw(), 0)
    this.observer = new ResizeObserver(() => this.draw())
    this.observer.observe(boxes[0])
  }

  /** Two numbers a point along one line: little enough to be asked of every picture. */
  update(isForced: boolean) {
    const { data, isRunning } = this.session
    if (!data || !this.#isDue(isForced || !isRunning)) return
    const [low, high] = this.#extent(data)
    const X = Array.from({ length: points }, (_, i) => [low + ((high - low) * i) / (points - 1)])
    this.query.ask({ X, Y: X.map(() => [0]) })
    this.draw()
  }

  #extent({ extents: [[low, high]] }: DataInfo): [low: number, high: number] {
    const pad = margin * (high - low) || 1
    return [low - pad, high + pad]
  }

  draw() {
    const { data, frame } = this.session
    const width = this.boxes[0].clientWidth
    const { found } = this.query
    if (!data || !frame || !width || !found || data.featureNames.length !== 1) return
    const line = lineOf(found)
    if (this.plots.length === 1) return this.#drawPrediction(data, width, line)
    this.#drawLogOdds(data, width, line)
    this.#drawProbability(data, width, line)
  }

  #drawLogOdds(data: DataInfo, width: number, { xs, Z }: Line) {
    const [plot] = this.plots
    const size = roundUp(Z.reduce((most, z) => Math.max(most, Math.abs(z) || 0), 2))
    const [low, high] = [-size, size]
    this.#frame(plot, data, width, { low, high, label: text('logOdds', { name: data.outputNames[0] ?? '' }) })
    const context = plot.clearMarks()
    this.#drawHalf(context, plot, data, 0)
    this.#drawRows(context, plot, data, (target) => (target > 0.5 ? high : low))
    this.#drawLine(context, plot, xs, Z)
    this.#drawShown(context, plot, 'Z', (value) => value)
  }

  #drawProbability(data: DataInfo, width: number, { xs, outputs }: Line) {
    const [, plot] = this.plots
    this.#frame(plot, data, width, {
      low: -0.08,
      high: 1.08,
      label: text('probability', { name: data.outputNames[0] ?? '' }),
    })
    const context = plot.clearMarks()
    this.#drawHalf(context, plot, data, 0.5)
    this.#drawRows(context, plot, data, (target) => target)
    this.#drawLine(context, plot, xs, outputs)
    this.#drawShown(context, plot, 'activation', (value) => value)
  }

  #drawPrediction(data: DataInfo, width: number, { xs, outputs }: Line) {
    const [plot] = this.plots
    const targets = data.train.Y.data
    const line = outputs.map((value) => inTargetUnit(data, value))
    const [low, high] = padded(Math.min(...targets, ...line), Math.max(...targets, ...line), 0.1)
    this.#frame(plot, data, width, { low, high, label: text('prediction', { name: targetName(data) }) })
    const context = plot.clearMarks()
    this.#drawRows(context, plot, data, (target) => target)
    this.#drawLine(context, plot, xs, line)
    this.#drawShown(context, plot, 'activation', (value) => inTargetUnit(data, value))
  }

  #frame(plot: Plot, data: DataInfo, width: number, y: Axis) {
    const [low, high] = this.#extent(data)
    plot.frame(width, Math.round(width * 0.7), { low, high, label: featureName(data, 0) }, y)
  }

  /** Where the log-odds are 0 and the probability is a half. */
  #drawHalf(context: CanvasRenderingContext2D, plot: Plot, data: DataInfo, y: number) {
    const { frame } = this.session
    if (!frame) return
    const x = halfwayOf(data, frame.layers[0])
    context.strokeStyle = this.palette.css('line-strong')
    context.lineWidth = 1
    context.setLineDash([5, 4])
    context.beginPath()
    context.moveTo(plot.px(plot.x.low), plot.py(y))
    context.lineTo(plot.px(plot.x.high), plot.py(y))
    if (x > plot.x.low && x < plot.x.high) {
      context.moveTo(plot.px(x), plot.py(plot.y.low))
      context.lineTo(plot.px(x), plot.py(plot.y.high))
    }
    context.stroke()
    context.setLineDash([])
  }

  #drawRows(context: CanvasRenderingContext2D, plot: Plot, data: DataInfo, heightOf: (target: number) => number) {
    for (const set of shownSets(this.session.state.view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        this.palette,
        Array.from(X.data, (x, i) => {
          const [target] = rowAt(Y, i)
          const style = data.task === 'regression' ? 1 : Number(target > 0.5)
          return { x: plot.px(x), y: plot.py(heightOf(target)), style, isFilled: set === 'train' }
        }),
      )
    }
  }

  #drawLine(context: CanvasRenderingContext2D, plot: Plot, xs: number[], ys: number[]) {
    context.strokeStyle = this.palette.css('output')
    context.lineWidth = 2.5
    context.beginPath()
    xs.forEach((x, i) => context.lineTo(plot.px(x), plot.py(ys[i])))
    context.stroke()
  }

  /** What is on the network, unless that is a batch. */
  #drawShown(
    context: CanvasRenderingContext2D,
    plot: Plot,
    which: 'Z' | 'activation',
    heightOf: (value: number) => number,
  ) {
    const { frame } = this.session
    if (!frame || frame.samples > 1) return
    const [x, y] = [plot.px(frame.input[0]), plot.py(heightOf(frame.layers[0][which][0]))]
    context.strokeStyle = context.fillStyle = this.palette.css('ink')
    context.lineWidth = 1
    context.setLineDash([3, 3])
    context.beginPath()
    context.moveTo(x, plot.py(plot.y.low))
    context.lineTo(x, y)
    context.stroke()
    context.setLineDash([])
    context.beginPath()
    context.arc(x, y, 5, 0, 2 * Math.PI)
    context.fill()
  }

  dispose() {
    this.query.dispose()
    this.observer.disconnect()
    this.palette.dispose()
    for (const plot of this.plots) plot.dispose()
  }
}

/** The next of 1, 2, 5, 10, 20 ...: an axis that changes rarely while it trains. */
function roundUp(value: number) {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((m) => m * power >= value * 0.999) as number) * power
}
