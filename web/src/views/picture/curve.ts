import type { DataInfo } from '../../data/prepare.ts'
import { featureName, targetName } from '../../network/names.ts'
import { rowAt } from '../../network/rows.ts'
import { inTargetUnit } from '../../network/units.ts'
import { classOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Frame, Maps } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { throttle } from '../parts/throttle.ts'
import { classColour, paintMarks, shownSets } from '../plot/marks.ts'
import { Palette } from '../plot/palette.ts'
import { Plot } from '../plot/plot.ts'
import { padded } from '../plot/ticks.ts'
import { sentences } from './late-sentences.ts'
import { PicturePointer } from './pointer.ts'

const text = texts(sentences)

/** What a network of one feature has learnt: its prediction as a curve over the data; an S for logistic regression. */
export class CurvePicture {
  root: HTMLElement
  session: SessionLike
  plot: Plot
  palette: Palette
  pointer: PicturePointer
  #isDue = throttle(66)

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    this.plot = new Plot(root, text('curve'))
    this.palette = new Palette(root, () => this.draw())
    this.pointer = new PicturePointer(this.plot, session, {
      pixelOfRow: ([x], target) => ({
        x: this.plot.px(x),
        y: this.plot.py(session.data ? heightOf(session.data, target) : 0),
      }),
      inputAt: ({ x }) => [this.plot.xAt(x)],
      pixelOf: ([x]) => ({ x: this.plot.px(x), y: this.plot.py(this.plot.y.low) }),
    })
  }

  update(changes: ReadonlySet<Change>) {
    if (this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)) this.draw()
  }

  draw() {
    const { data, frame } = this.session
    const width = this.root.clientWidth
    if (!data || !frame || !width || data.featureNames.length !== 1) return
    const [low, high] = frame.maps?.extent ?? data.extents[0]
    const isNumber = data.task === 'regression'
    const [yLow, yHigh] = isNumber ? extentOf(data) : [-0.08, 1.08]
    const name = data.outputNames.length === 1 ? data.outputNames[0] : text('eachClass')
    this.plot.frame(
      width,
      Math.round(width * 0.85),
      { low, high, label: featureName(data, 0) },
      {
        low: yLow,
        high: yHigh,
        label: isNumber ? targetName(data) : text('probability', { name }),
      },
    )
    const context = this.plot.clearMarks()
    this.#drawPoints(context, data)
    this.#drawCurves(context, data, frame.maps)
    if (!(frame.samples > 1)) this.#drawRow(context, data, frame)
    this.pointer.draw()
  }

  #drawPoints(context: CanvasRenderingContext2D, data: DataInfo) {
    const styleOf = data.outputNames.length > 1 ? (k: number) => k : () => 1
    for (const set of shownSets(this.session.state.view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        this.palette,
        Array.from(X.data, (value, i) => {
          const point = { x: this.plot.px(value), isFilled: set === 'train' }
          const target = rowAt(Y, i)
          if (data.task !== 'regression') {
            return [{ ...point, y: this.plot.py(heightOf(data, target)), style: classOf(data.task, target) }]
          }
          return Array.from(target, (y, k) => ({ ...point, y: this.plot.py(y), style: styleOf(k) }))
        }).flat(),
      )
    }
  }

  #drawCurves(context: CanvasRenderingContext2D, data: DataInfo, maps: Maps | null) {
    if (!maps || maps.extent.length > 2) return
    const [low, high] = maps.extent
    const x = (share: number) => this.plot.px(low + (high - low) * share)
    maps.outputs.forEach((values, k) => {
      context.strokeStyle = this.palette.css(maps.outputs.length > 1 ? classColour(k) : 'output')
      context.lineWidth = 2.5
      context.beginPath()
      values.forEach((value, i) => context.lineTo(x(i / (values.length - 1)), this.plot.py(inTargetUnit(data, value))))
      context.stroke()
    })
  }

  /** From the current row's input up to its prediction. */
  #drawRow(context: CanvasRenderingContext2D, data: DataInfo, { input, layers }: Frame) {
    const outputs = Array.from(layers[layers.length - 1].activation, (value) => inTargetUnit(data, value))
    const x = this.plot.px(input[0])
    context.strokeStyle = context.fillStyle = this.palette.css('ink')
    context.lineWidth = 1
    context.setLineDash([3, 3])
    context.beginPath()
    context.moveTo(x, this.plot.py(this.plot.y.low))
    context.lineTo(x, this.plot.py(Math.max(...outputs)))
    context.stroke()
    context.setLineDash([])
    for (const value of outputs) {
      context.beginPath()
      context.arc(x, this.plot.py(value), 4, 0, 2 * Math.PI)
      context.fill()
    }
  }

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}

/** Where a row's mark stands: at its value; for one class of several at certainty. */
const heightOf = ({ task }: DataInfo, target: ArrayLike<number>) => (task === 'classes' ? 1 : target[0])

/** Extent of the targets of all rows, with some air. */
function extentOf({ train, test }: DataInfo) {
  const all = [...train.Y.data, ...test.Y.data]
  return padded(Math.min(...all), Math.max(...all), 0.1)
}
