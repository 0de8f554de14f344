import { featureName, targetName } from '../../../network/names.js'
import { rowAt } from '../../../network/rows.js'
import { inTargetUnit } from '../../../network/units.js'
import { texts } from '../../../text/text.js'
import { EngineQuery } from '../../parts/engine-query.js'
import { throttle } from '../../parts/throttle.js'
import { paintMarks, shownSets } from '../../plot/marks.js'
import { Palette } from '../../plot/palette.js'
import { Plot } from '../../plot/plot.js'
import { padded } from '../../plot/ticks.js'
import { halfwayOf } from './betas.js'
import { sentences } from './sentences.js'

/**
 * A regression of one feature as pictures: log-odds and probability, or the one line of a linear neuron.
 *
 * @import { DataInfo, SessionLike, Trace } from '../../../types.d.ts'
 * @typedef {{ xs: number[], Z: number[], outputs: number[] }} Line what the engine answers along the feature
 */

const text = texts(sentences)
const points = 81
/** Room beyond the data, as a share of its extent. */
const margin = 0.08

export class RegressionPlots {
  #isDue = throttle(66)
  /** @type {Line | null} */
  #line = null

  /** @param {HTMLElement[]} boxes one for a linear neuron, two for a logistic one @param {SessionLike} session */
  constructor(boxes, session) {
    this.session = session
    this.boxes = boxes
    const feature = session.data ? featureName(session.data, 0) : ''
    /** @type {('logOddsPlot' | 'probabilityPlot' | 'predictionPlot')[]} */
    const names = boxes.length > 1 ? ['logOddsPlot', 'probabilityPlot'] : ['predictionPlot']
    this.plots = boxes.map((box, i) => new Plot(box, text(names[i], { feature })))
    this.palette = new Palette(boxes[0], () => this.draw())
    /** @type {EngineQuery<{ X: number[][] }>} */
    this.query = new EngineQuery(session, 'trace', (answer, { X }) => this.#take(answer, X))
    this.observer = new ResizeObserver(() => this.draw())
    this.observer.observe(boxes[0])
  }

  /** Two numbers a point along one line: little enough to be asked of every picture. @param {boolean} isForced */
  update(isForced) {
    const { data, isRunning } = this.session
    if (!data || !this.#isDue(isForced || !isRunning)) return
    const [low, high] = this.#extent(data)
    const X = Array.from({ length: points }, (_, i) => [low + ((high - low) * i) / (points - 1)])
    this.query.ask(/** @type {any} */ ({ X, Y: X.map(() => [0]) }), isRunning)
    this.draw()
  }

  /** @param {DataInfo} data @returns {[low: number, high: number]} */
  #extent({ extents: [[low, high]] }) {
    const pad = margin * (high - low) || 1
    return [low - pad, high + pad]
  }

  /** @param {Trace} answer @param {number[][]} X */
  #take({ layers: [{ Z, activation }] }, X) {
    this.#line = { xs: X.map(([x]) => x), Z: Z.map(([z]) => z), outputs: activation.map(([a]) => a) }
    this.draw()
  }

  draw() {
    const { data, frame } = this.session
    const width = this.boxes[0].clientWidth
    if (!data || !frame || !width || !this.#line || data.featureNames.length !== 1) return
    if (this.plots.length === 1) return this.#drawPrediction(data, width, this.#line)
    this.#drawLogOdds(data, width, this.#line)
    this.#drawProbability(data, width, this.#line)
  }

  /** @param {DataInfo} data @param {number} width @param {Line} line */
  #drawLogOdds(data, width, { xs, Z }) {
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

  /** @param {DataInfo} data @param {number} width @param {Line} line */
  #drawProbability(data, width, { xs, outputs }) {
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

  /** @param {DataInfo} data @param {number} width @param {Line} line */
  #drawPrediction(data, width, { xs, outputs }) {
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

  /** @param {Plot} plot @param {DataInfo} data @param {number} width @param {import('../../plot/plot.js').Axis} y */
  #frame(plot, data, width, y) {
    const [low, high] = this.#extent(data)
    plot.frame(width, Math.round(width * 0.7), { low, high, label: featureName(data, 0) }, y)
  }

  /**
   * Where the log-odds are 0 and the probability is a half.
   * @param {CanvasRenderingContext2D} context @param {Plot} plot @param {DataInfo} data @param {number} y
   */
  #drawHalf(context, plot, data, y) {
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

  /**
   * @param {CanvasRenderingContext2D} context @param {Plot} plot @param {DataInfo} data
   * @param {(target: number) => number} heightOf
   */
  #drawRows(context, plot, data, heightOf) {
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

  /** @param {CanvasRenderingContext2D} context @param {Plot} plot @param {number[]} xs @param {number[]} ys */
  #drawLine(context, plot, xs, ys) {
    context.strokeStyle = this.palette.css('output')
    context.lineWidth = 2.5
    context.beginPath()
    xs.forEach((x, i) => context.lineTo(plot.px(x), plot.py(ys[i])))
    context.stroke()
  }

  /**
   * What is on the network, unless that is a batch.
   * @param {CanvasRenderingContext2D} context @param {Plot} plot @param {'Z' | 'activation'} which
   * @param {(value: number) => number} heightOf
   */
  #drawShown(context, plot, which, heightOf) {
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

/** The next of 1, 2, 5, 10, 20 ...: an axis that changes rarely while it trains. @param {number} value */
function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value))
  return /** @type {number} */ ([1, 2, 5, 10].find((m) => m * power >= value * 0.999)) * power
}
