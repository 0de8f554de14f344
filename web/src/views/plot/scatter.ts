import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { targetName } from '../../network/names.ts'
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
import { sentences } from './sentences.ts'

const text = texts(sentences)

/** Predicted against actual numbers; on the line a prediction is right. Several outputs have a mark each. */
export class ScatterPicture extends SessionElement {
  #isDue = throttle(250)

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)
  }

  protected override render() {
    const { data, frame, state } = this.session
    if (!data || !frame || data.task !== 'regression') return nothing
    const drawing: Drawing = {
      axes: axesOf(data),
      height: squareHeight,
      marks: { of: [data, frame, state], paint: (plot) => this.#paint(plot, data, frame) },
    }
    return html`<glassbox-plot role="img" aria-label=${text('scatter')} .drawing=${drawing}></glassbox-plot>`
  }

  #paint(plot: Plot, data: DataInfo, frame: Frame) {
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
        Array.from(data[set].Y.data, (value, i) => ({
          x: px(value),
          y: py(inTargetUnit(data, predicted[i], i % outputs)),
          isFilled: set === 'train',
          style: outputs > 1 ? i % outputs : 1,
        })),
        3,
      )
    }
    if (frame.samples > 1) return
    frame.layers[frame.layers.length - 1].activation.forEach((output, k) => {
      drawDot(plot, frame.target[k], inTargetUnit(data, output, k), 7, { line: 'ink' })
    })
  }
}

function axesOf(data: DataInfo): Axes {
  const extent = padded([...data.train.Y.data, ...data.test.Y.data], 0.08)
  const name = targetName(data)
  return [
    { ...extent, label: text('actualAxis', { name }) },
    { ...extent, label: text('predictedAxis', { name }) },
  ]
}

defineView('glassbox-scatter', ScatterPicture)
