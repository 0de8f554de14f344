import { text } from '../text/text.js'
import { setView } from './buttons.js'
import { rowOf, shownSets } from './rows.js'
import { classColour, paintMarks } from './marks.js'
import { axisName, targetName } from './names.js'
import { Palette } from './palette.js'
import { Plot } from './plot.js'
import { padded } from './ticks.js'
import { inTargetUnit } from './units.js'
import { classOf } from './verdict.js'
import { gate } from './gate.js'

/**
 * What a network of one feature has learnt: its prediction as a curve over the data; an S for logistic regression.
 * @typedef {import('../model/types.d.ts').SessionLike} SessionLike
 * @typedef {import('../model/types.d.ts').Change} Change
 * @typedef {import('../model/types.d.ts').DataInfo} DataInfo
 */
export class CurvePicture {
  #isDue = gate(66)

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    this.plot = new Plot(root, text('picture.curve'))
    this.palette = new Palette(root, () => this.draw())
    this.plot.box.addEventListener('click', (event) => this.#chooseRow(event))
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    if (this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)) this.draw()
  }

  draw() {
    const { data, frame } = this.session
    const width = this.root.clientWidth
    if (!data || !frame || !width || data.featureNames.length !== 1) return
    const [low, high] = frame.maps?.extent ?? data.extents[0]
    const isNumber = data.task === 'regression'
    const [yLow, yHigh] = isNumber ? extentOf(data) : [-0.08, 1.08]
    const name = data.outputNames.length === 1 ? data.outputNames[0] : text('picture.eachClass')
    this.plot.frame(width, Math.round(width * 0.85), { low, high, label: axisName(data, 0) }, {
      low: yLow, high: yHigh, label: isNumber ? targetName(data) : text('picture.probability', { name }),
    })
    const context = this.plot.clearMarks()
    this.#drawPoints(context, data)
    this.#drawCurves(context, data, frame.maps)
    this.#drawRow(context, data, frame)
  }

  /** @param {CanvasRenderingContext2D} context @param {DataInfo} data */
  #drawPoints(context, data) {
    for (const set of shownSets(this.session.state.view)) {
      const { X, Y } = data[set]
      paintMarks(context, this.palette, Array.from({ length: X.shape[0] }, (_, i) => {
        const target = rowOf(Y, i)
        const style = data.task === 'regression' ? 1 : classOf(data.task, target)
        const y = data.task === 'classes' ? 1 : target[0]
        return { x: this.plot.px(X.data[i]), y: this.plot.py(y), style, isFilled: set === 'train' }
      }))
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {DataInfo} data
   * @param {import('../model/types.d.ts').Maps | null} maps
   */
  #drawCurves(context, data, maps) {
    if (!maps || maps.extent.length > 2) return
    const [low, high] = maps.extent
    const x = (/** @type {number} */ share) => this.plot.px(low + (high - low) * share)
    maps.outputs.forEach((values, k) => {
      context.strokeStyle = this.palette.css(maps.outputs.length > 1 ? classColour(k) : 'output')
      context.lineWidth = 2.5
      context.beginPath()
      values.forEach((value, i) =>
        context.lineTo(x(i / (values.length - 1)), this.plot.py(inTargetUnit(data, value))))
      context.stroke()
    })
  }

  /**
   * From the current row's input up to its prediction.
   * @param {CanvasRenderingContext2D} context
   * @param {DataInfo} data
   * @param {import('../model/types.d.ts').Frame} frame
   */
  #drawRow(context, data, { input, layers }) {
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

  /** Takes the training row nearest to a click. @param {MouseEvent} event */
  #chooseRow(event) {
    const { data } = this.session
    if (!data) return
    const x = this.plot.xAt(this.plot.pixelOf(event).x)
    const inputs = data.train.X.data
    let best = 0
    inputs.forEach((value, i) => {
      if (Math.abs(value - x) < Math.abs(inputs[best] - x)) best = i
    })
    setView(this.session, 'row', best)
  }

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}

/** Extent of the targets of all rows, with some air. @param {DataInfo} data */
function extentOf({ train, test }) {
  const all = [...train.Y.data, ...test.Y.data]
  return padded(Math.min(...all), Math.max(...all), 0.1)
}
