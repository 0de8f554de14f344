import type { DataInfo } from '../../data/prepare.ts'
import { targetName } from '../../network/names.ts'
import { inTargetUnit } from '../../network/units.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { throttle } from '../parts/throttle.ts'
import { paintMarks, shownSets } from './marks.ts'
import { Palette } from './palette.ts'
import { Plot } from './plot.ts'
import { sentences } from './sentences.ts'
import { padded } from './ticks.ts'

const text = texts(sentences)

/** Predicted against actual numbers; on the line a prediction is right. Several outputs have a mark each. */
export class ScatterPicture {
  root: HTMLElement
  session: SessionLike
  plot: Plot
  palette: Palette
  #isDue = throttle(250)
  #isOther = watch()

  constructor(root: HTMLElement, session: SessionLike) {
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

  #drawDiagonal(context: CanvasRenderingContext2D, low: number, high: number) {
    context.strokeStyle = this.palette.css('ink-soft')
    context.setLineDash([5, 4])
    context.beginPath()
    context.moveTo(this.plot.px(low), this.plot.py(low))
    context.lineTo(this.plot.px(high), this.plot.py(high))
    context.stroke()
    context.setLineDash([])
  }

  #drawRow(context: CanvasRenderingContext2D, data: DataInfo, { target, layers }: Frame) {
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

/** Tells whether any of some things is another one than at the last look. */
function watch(): (...things: unknown[]) => boolean {
  let last: unknown[] = []
  return (...things) => {
    const isOther = things.some((thing, i) => thing !== last[i])
    last = things
    return isOther
  }
}
