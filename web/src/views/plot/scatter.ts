import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { outputName } from '../../network/names.ts'
import { type FlatRows, rowAt, type SetName } from '../../network/rows.ts'
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
import './plot.ts'

const text = texts(sentences)

/** Plots of outputs with units of their own, at most. */
const most = 6

/** Predicted against actual numbers; on the line a prediction is right. Outputs of one unit share a plot, each with a mark of its own. */
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
    const groups = groupsOf(data)
    const label = (outputs: number[]) =>
      groups.length > 1 ? text('scatterOf', { name: namesOf(data, outputs) }) : text('scatter')
    const drawingOf = (outputs: number[]): Drawing => ({
      axes: axesOf(data, outputs),
      height: squareHeight,
      marks: { of: [data, frame, state], paint: (plot) => this.#paint(plot, data, frame, outputs) },
      count: data.train.X.shape[0],
    })
    return html`
      ${groups.slice(0, most).map(
        (outputs) => html`
      <glassbox-plot role="img" aria-label=${label(outputs)} .drawing=${drawingOf(outputs)}></glassbox-plot>`,
      )}
      ${groups.length > most ? html`<p>${text('moreScatters_other', { count: groups.length - most })}</p>` : nothing}`
  }

  #paint(plot: Plot, data: DataInfo, frame: Frame, outputs: number[]) {
    const { x } = plot
    const ends = [x.low, x.high]
    drawLine(plot, { colour: 'ink-soft', width: 1.5, dash: [5, 4] }, ends, ends)
    if (!frame.predictions) return
    for (const set of shownSets(this.session.state.view))
      for (const output of outputs) this.#mark(plot, data, frame.predictions, set, output)
    if (frame.samples > 1) return
    for (const output of outputs) {
      const value = frame.layers[frame.layers.length - 1].activation[output]
      drawDot(plot, frame.target[output], inTargetUnit(data, value, output), 7, { line: 'ink' })
    }
  }

  #mark({ context, palette, px, py }: Plot, data: DataInfo, predictions: Predictions, set: SetName, output: number) {
    const { length } = data.outputNames
    paintMarks(
      context,
      palette,
      columnOf(data[set].Y, output).map((value, i) => ({
        x: px(value),
        y: py(inTargetUnit(data, predictions[set][i * length + output], output)),
        isFilled: set === 'train',
        style: length > 1 ? output : 1,
      })),
      3,
    )
  }
}

type Predictions = NonNullable<Frame['predictions']>

/** The outputs by their units, in their order. */
function groupsOf({ outputUnits, outputNames }: DataInfo): number[][] {
  const groups: Map<string, number[]> = new Map()
  for (const output of outputNames.keys()) {
    const unit = outputUnits[output] ?? ''
    groups.set(unit, [...(groups.get(unit) ?? []), output])
  }
  return [...groups.values()]
}

const namesOf = (data: DataInfo, outputs: number[]) => outputs.map((output) => outputName(data, output)).join(', ')

const columnOf = (rows: FlatRows, column: number) =>
  Array.from({ length: rows.shape[0] }, (_, row) => rowAt(rows, row)[column])

function axesOf(data: DataInfo, outputs: number[]): Axes {
  const extent = padded(
    [data.train.Y, data.test.Y].flatMap((rows) => outputs.flatMap((output) => columnOf(rows, output))),
    0.08,
  )
  // Where all outputs share the plot, the legend has their names.
  const isOfAll = outputs.length > 1 && outputs.length === data.outputNames.length
  const [unit] = data.outputUnits
  const name = isOfAll ? (unit ? `(${unit})` : '') : namesOf(data, outputs)
  return [
    { ...extent, label: text('actualAxis', { name }).trim() },
    { ...extent, label: text('predictedAxis', { name }).trim() },
  ]
}

defineView('glassbox-scatter', ScatterPicture)
