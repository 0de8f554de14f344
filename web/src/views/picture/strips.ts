import { html, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { verdictOf, verdictsOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import { texts } from '../../text/text.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { drawDot } from '../plot/lines.ts'
import { paintMarks, shownSets } from '../plot/marks.ts'
import type { Drawing, Plot } from '../plot/plot.ts'
import { plotIn } from '../plot/plot-in.ts'
import '../plot/plot.ts'
import { sentences } from './late-sentences.ts'
import './bars.ts'

const text = texts(sentences)

/** What a network has learnt of a table: every row as a mark, the further right the surer it is of the truth. */
const golden = 0.618034

/** In values of the axes. */
interface Mark {
  x: number
  y: number
  row: number
}

export class StripsPicture extends SessionElement {
  /** Of the training set. */
  #marks: Mark[] = []
  #isDue = throttle(150)
  #drawn: unknown = null

  protected override heed(changes: ReadonlySet<Change>) {
    const { frame, isRunning } = this.session
    const isForced = changes.has('state') || changes.has('data')
    if (!isForced && frame?.predictions === this.#drawn) return false
    return this.#isDue(isForced || !isRunning)
  }

  protected override render() {
    const { session } = this
    const { data } = session
    if (!data?.classes.length) return nothing
    this.#drawn = session.frame?.predictions
    const { length } = data.classes
    const drawing: Drawing = {
      axes: [
        { low: -0.02, high: 1.02, label: text('truth') },
        { low: 0, high: length, label: '', names: [...data.classes].reverse() },
      ],
      height: () => 64 + Math.min(260, Math.max(150, length * 44)),
      marks: { paint: (plot) => this.#paint(plot, data) },
      count: data.train.X.shape[0],
    }
    return html`<glassbox-plot role="img" aria-label=${text('strips')} .drawing=${drawing}
        @click=${this.#chooseRow}></glassbox-plot><glassbox-bars .session=${session}></glassbox-bars>`
  }

  #paint(plot: Plot, data: DataInfo) {
    const { view } = this.session.state
    for (const set of shownSets(view)) this.#drawSet(plot, data, set)
    const current = view.own ? this.#ownMark(data) : this.#marks.find(({ row }) => row === view.row)
    if (current && view.scope !== 'batch') drawDot(plot, current.x, current.y, 7, { line: 'ink' })
  }

  /** Rows are spread over their strip evenly, each always at the same height. */
  #drawSet({ context, palette, px, py }: Plot, data: DataInfo, set: 'train' | 'test') {
    const { length } = data.classes
    const predictions = this.session.frame?.predictions?.[set]
    const marks = predictions
      ? verdictsOf(data, set, predictions).map(({ actual, miss }, row) => ({
          x: 1 - miss,
          y: length - actual - 0.42 - 0.5 * ((row * golden) % 1),
          row,
          style: actual,
          isFilled: set === 'train',
        }))
      : []
    if (set === 'train') this.#marks = marks
    paintMarks(
      context,
      palette,
      marks.map((mark) => ({ ...mark, x: px(mark.x), y: py(mark.y) })),
      3,
    )
  }

  /** An own sample stands in the middle of its strip. */
  #ownMark(data: DataInfo) {
    const { frame } = this.session
    const outputs = frame?.layers[frame.layers.length - 1].activation
    if (!outputs) return undefined
    const { actual, miss } = verdictOf(data, outputs, frame.target)
    return { x: 1 - miss, y: data.classes.length - actual - 0.67 }
  }

  /** Takes the training row nearest to a click. */
  #chooseRow = (event: MouseEvent) => {
    const plot = plotIn(event)
    if (!plot) return
    const { x, y } = plot.pixelOf(event)
    const distance = (mark: Mark) => Math.hypot(plot.px(mark.x) - x, plot.py(mark.y) - y)
    const [best] = [...this.#marks].sort((a, b) => distance(a) - distance(b))
    if (best && distance(best) < 20) chooseRow(this.session, best.row)
  }
}

defineView('glassbox-strips', StripsPicture)
