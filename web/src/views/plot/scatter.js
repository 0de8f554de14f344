import { targetName } from '../../network/names.js'
import { inTargetUnit } from '../../network/units.js'
import { texts } from '../../text/text.js'
import { throttle } from '../parts/throttle.js'
import { paintMarks, shownSets } from './marks.js'
import { Palette } from './palette.js'
import { Plot } from './plot.js'
import { sentences } from './sentences.js'
import { padded } from './ticks.js'

const text = texts(sentences)

/**
 * Predicted against actual numbers; on the line a prediction is right. Several outputs have a mark each.
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 */
export class ScatterPicture {
  #isDue = throttle(250)
  #isOther = watch()

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.plot = new Plot(root, text('scatter'))
    this.palette = new Palette(root, () => this.draw())
  }

  update() {
    const {
      data,
      frame,
      isRunning,
      state: { view },
    } = this.session
    if (this.#isDue(!isRunning) && this.#isOther(data, frame, view.showTest)) this.draw()
  }

  /** Draws it for the room that there is, if it is not. */
  fit() {
    if (this.plot.width !== this.root.clientWidth) this.draw()
  }

  draw() {
    const {
      data,
      frame,
      state: { view },
    } = this.session
    const width = this.root.clientWidth
    if (!data || !frame || !width || data.task !== 'regression') return
    const actual = [...data.train.Y.data, ...data.test.Y.data]
    const [low, high] = padded(Math.min(...actual), Math.max(...actual), 0.08)
    const name = targetName(data)
    this.plot.frame(
      width,
      Plot.squareHeight(width),
      { low, high, label: text('actualAxis', { name }) },
      { low, high, label: text('predictedAxis', { name }) },
    )
    const context = this.plot.clearMarks()
    this.#drawDiagonal(context, low, high)
    if (!frame.predictions) return
    const outputs = data.outputNames.length
    for (const set of shownSets(view)) {
      const predicted = frame.predictions[set]
      paintMarks(
        context,
        this.palette,
        Array.from(data[set].Y.data, (value, i) => ({
          x: this.plot.px(value),
          y: this.plot.py(inTargetUnit(data, predicted[i])),
          isFilled: set === 'train',
          style: outputs > 1 ? i % outputs : 1,
        })),
        3,
      )
    }
    if (!(frame.samples > 1)) this.#drawRow(context, data, frame)
  }

  /** @param {CanvasRenderingContext2D} context @param {number} low @param {number} high */
  #drawDiagonal(context, low, high) {
    context.strokeStyle = this.palette.css('ink-soft')
    context.setLineDash([5, 4])
    context.beginPath()
    context.moveTo(this.plot.px(low), this.plot.py(low))
    context.lineTo(this.plot.px(high), this.plot.py(high))
    context.stroke()
    context.setLineDash([])
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {import('../../types.d.ts').DataInfo} data
   * @param {import('../../types.d.ts').Frame} frame
   */
  #drawRow(context, data, { target, layers }) {
    context.strokeStyle = this.palette.css('ink')
    context.lineWidth = 2
    layers[layers.length - 1].activation.forEach((output, k) => {
      context.beginPath()
      context.arc(this.plot.px(target[k]), this.plot.py(inTargetUnit(data, output)), 7, 0, 2 * Math.PI)
      context.stroke()
    })
  }

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}

/**
 * Tells whether any of some things is another one than at the last look.
 * @returns {(...things: unknown[]) => boolean}
 */
function watch() {
  /** @type {unknown[]} */
  let last = []
  return (...things) => {
    const isOther = things.some((thing, i) => thing !== last[i])
    last = things
    return isOther
  }
}
