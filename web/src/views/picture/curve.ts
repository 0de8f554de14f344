import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { featureName, outputName } from '../../network/names.ts'
import { rowAt } from '../../network/rows.ts'
import { inTargetUnit } from '../../network/units.ts'
import { classOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Frame, Maps } from '../../session/frame.ts'
import { texts } from '../../text/text.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import type { Axes } from '../plot/axes.ts'
import { drawDot, drawLine } from '../plot/lines.ts'
import { classColour, paintMarks, shownSets } from '../plot/marks.ts'
import { padded } from '../plot/padded.ts'
import type { Drawing, Plot } from '../plot/plot.ts'
import { sentences } from './late-sentences.ts'
import { PicturePointer } from './pointer.ts'
import '../plot/plot.ts'

const text = texts(sentences)

/** What a network of one feature has learnt: its prediction as a curve over the data; an S for logistic regression. */
export class CurvePicture extends SessionElement {
  #isDue = throttle(66)
  #pointer: PicturePointer | null = null

  protected override begin() {
    this.#pointer = null
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame } = this.session
    if (!data || !frame || data.bases !== 1) return nothing
    const drawing: Drawing = {
      axes: axesOf(data, frame),
      height: (width) => Math.round(width * 0.85),
      marks: { paint: (plot) => this.#paint(plot, data, frame) },
      count: data.train.X.shape[0],
    }
    return html`<glassbox-plot role="img" aria-label=${text('curve')} .drawing=${drawing}></glassbox-plot>`
  }

  #paint(plot: Plot, data: DataInfo, frame: Frame) {
    this.#drawPoints(plot, data)
    drawCurves(plot, data, frame.maps)
    if (!(frame.samples > 1)) drawRow(plot, data, frame)
    this.#pointer ??= new PicturePointer(plot, this.session, this.leave, {
      pixelOfRow: ([x], target) => ({ x: plot.px(x), y: plot.py(heightOf(data, target)) }),
      inputAt: (pixel) => plot.valuesAt(pixel).slice(0, 1),
      pixelOf: ([x]) => ({ x: plot.px(x), y: plot.py(plot.y.low) }),
    })
    this.#pointer.draw()
  }

  #drawPoints({ context, palette, px, py }: Plot, data: DataInfo) {
    const styleOf = data.outputNames.length > 1 ? (k: number) => k : () => 1
    for (const set of shownSets(this.session.state.view)) {
      const { X, Y } = data[set]
      paintMarks(
        context,
        palette,
        Array.from(X.data, (value, i) => {
          const point = { x: px(value), isFilled: set === 'train' }
          const target = rowAt(Y, i)
          if (data.task !== 'regression') {
            return [{ ...point, y: py(heightOf(data, target)), style: classOf(data.task, target) }]
          }
          return Array.from(target, (y, k) => ({ ...point, y: py(y), style: styleOf(k) }))
        }).flat(),
      )
    }
  }
}

function axesOf(data: DataInfo, { maps }: Frame): Axes {
  const [low, high] = maps?.extent ?? data.extents[0]
  const along = { low, high, label: featureName(data, 0) }
  if (data.task === 'regression')
    return [along, { ...extentOf(data), label: data.outputNames.map((_, k) => outputName(data, k)).join(', ') }]
  const name = data.outputNames.length === 1 ? data.outputNames[0] : text('eachClass')
  return [along, { low: -0.08, high: 1.08, label: text('probability', { name }) }]
}

function drawCurves(plot: Plot, data: DataInfo, maps: Maps | null) {
  if (!maps || maps.extent.length > 2) return
  const [low, high] = maps.extent
  maps.outputs.forEach((values, k) => {
    const colour = maps.outputs.length > 1 ? classColour(k) : 'ink'
    const xs = Array.from(values, (_, i) => low + ((high - low) * i) / (values.length - 1))
    const ys = Array.from(values, (value) => inTargetUnit(data, value, k))
    drawLine(plot, { colour, width: 2.5 }, xs, ys)
  })
}

/** From the current row's input up to its prediction. */
function drawRow(plot: Plot, data: DataInfo, { input: [x], layers }: Frame) {
  const outputs = Array.from(layers[layers.length - 1].activation, (value, k) => inTargetUnit(data, value, k))
  drawLine(plot, { colour: 'ink', dash: [3, 3] }, [x, x], [plot.y.low, Math.max(...outputs)])
  for (const value of outputs) drawDot(plot, x, value, 4, { fill: 'ink' })
}

/** Where a row's mark stands: at its value; for one class of several at certainty. */
const heightOf = ({ task }: DataInfo, target: ArrayLike<number>) => (task === 'classes' ? 1 : target[0])

/** Extent of the targets of all rows, with some air; what is to be in sight, if they are within it. */
function extentOf({ train, test, ranges }: DataInfo) {
  const values = [...train.Y.data, ...test.Y.data]
  const [low = NaN, high = NaN] = ranges?.[1] ?? []
  return values.every((value) => value >= low && value <= high) ? { low, high } : padded(values, 0.1)
}

defineView('glassbox-curve', CurvePicture)
