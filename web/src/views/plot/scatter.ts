import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { outputName } from '../../network/names.ts'
import { type FlatRows, rowAt } from '../../network/rows.ts'
import { inTargetUnit } from '../../network/units.ts'
import type { Change } from '../../session/announcer.ts'
import type { Frame } from '../../session/frame.ts'
import { texts } from '../../text/text.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { type Axes, squareHeight } from './axes.ts'
import { drawDot, drawLine } from './lines.ts'
import { paintMarks, shownSets } from './marks.ts'
import { padded } from './padded.ts'
import type { Drawing, Plot } from './plot.ts'
import css from './scatter.css'
import { sentences } from './scatter-sentences.ts'

const text = texts(sentences)

/** Plots of several outputs, at most. */
const most = 6

/** Predicted against actual numbers; on the line a prediction is right. Several outputs have a plot each, in their units. */
export class ScatterPicture extends SessionElement {
  static override room = 'scatter'
  static override sheets = [css]
  #isDue = throttle(250)

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame, state } = this.session
    if (!data || !frame || data.task !== 'regression') return nothing
    const { length } = data.outputNames
    const label = (name: string) => (length > 1 ? text('scatterOf', { name }) : text('scatter'))
    const drawingOf = (output: number): Drawing => ({
      axes: axesOf(data, output),
      height: squareHeight,
      marks: { of: [data, frame, state], paint: (plot) => this.#paint(plot, data, frame, output) },
    })
    return html`
      ${data.outputNames.slice(0, most).map(
        (name, k) => html`
      <glassbox-plot role="img" aria-label=${label(name)} .drawing=${drawingOf(k)}></glassbox-plot>`,
      )}
      ${length > most ? html`<p>${text('moreScatters_other', { count: length - most })}</p>` : nothing}`
  }

  #paint(plot: Plot, data: DataInfo, frame: Frame, output: number) {
    const { context, palette, px, py, x } = plot
    const ends = [x.low, x.high]
    drawLine(plot, { colour: 'ink-soft', width: 1.5, dash: [5, 4] }, ends, ends)
    if (!frame.predictions) return
    const outputs = data.outputNames.length
    for (const set of shownSets(this.session.state.view)) {
      const predicted = frame.predictions[set]
      paintMarks(
        context,
        palette,
        columnOf(data[set].Y, output).map((value, i) => ({
          x: px(value),
          y: py(inTargetUnit(data, predicted[i * outputs + output], output)),
          isFilled: set === 'train',
          style: outputs > 1 ? output : 1,
        })),
        3,
      )
    }
    if (frame.samples > 1) return
    const value = frame.layers[frame.layers.length - 1].activation[output]
    drawDot(plot, frame.target[output], inTargetUnit(data, value, output), 7, { line: 'ink' })
  }
}

const columnOf = (rows: FlatRows, column: number) =>
  Array.from({ length: rows.shape[0] }, (_, row) => rowAt(rows, row)[column])

function axesOf(data: DataInfo, output: number): Axes {
  const extent = padded(
    [data.train.Y, data.test.Y].flatMap((rows) => columnOf(rows, output)),
    0.08,
  )
  const name = outputName(data, output)
  return [
    { ...extent, label: text('actualAxis', { name }) },
    { ...extent, label: text('predictedAxis', { name }) },
  ]
}

defineView('glassbox-scatter', ScatterPicture)
