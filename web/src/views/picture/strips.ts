import type { DataInfo } from '../../data/prepare.ts'
import { verdictOf, verdictsOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { throttle } from '../parts/throttle.ts'
import { paintMarks, shownSets } from '../plot/marks.ts'
import { Palette } from '../plot/palette.ts'
import { Plot } from '../plot/plot.ts'
import { BarsPicture } from './bars.ts'
import { sentences } from './late-sentences.ts'

const text = texts(sentences)

/** What a network has learnt of a table: every row as a mark, the further right the surer it is of the truth. */
const golden = 0.618034

export class StripsPicture {
  root: HTMLElement
  session: SessionLike
  plot: Plot
  bars: BarsPicture
  palette: Palette
  marks: { x: number; y: number; row: number }[]
  #isDue = throttle(150)
  #drawn: unknown = null

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    root.replaceChildren(document.createElement('div'), document.createElement('div'))
    const [plot, bars] = [...root.children] as HTMLElement[]
    this.plot = new Plot(plot, text('strips'))
    this.bars = new BarsPicture(bars, session)
    this.palette = new Palette(root, () => this.draw())
    this.plot.box.addEventListener('click', (event) => this.#chooseRow(event))
    this.marks = []
  }

  update(changes: ReadonlySet<Change>) {
    this.bars.update(changes)
    const isForced = changes.has('state') || changes.has('data')
    if (!isForced && this.session.frame?.predictions === this.#drawn) return
    if (this.#isDue(isForced || !this.session.isRunning)) this.draw()
  }

  draw() {
    const {
      data,
      frame,
      state: { view },
    } = this.session
    const width = this.root.clientWidth
    if (!data?.classes.length || !width) return
    this.#drawn = frame?.predictions
    const { length } = data.classes
    const height = 64 + Math.min(260, Math.max(150, length * 44))
    this.plot.frame(
      width,
      height,
      { low: -0.02, high: 1.02, label: text('truth') },
      {
        low: 0,
        high: length,
        label: '',
        names: [...data.classes].reverse(),
      },
    )
    const context = this.plot.clearMarks()
    this.marks = []
    for (const set of shownSets(view)) this.#drawSet(context, data, set)
    const current = view.own ? this.#ownMark(data) : this.marks.find(({ row }) => row === view.row)
    if (!current || view.scope === 'batch') return
    context.strokeStyle = this.palette.css('ink')
    context.lineWidth = 2
    context.beginPath()
    context.arc(current.x, current.y, 7, 0, 2 * Math.PI)
    context.stroke()
  }

  /** Rows are spread over their strip evenly, each always at the same height. */
  #drawSet(context: CanvasRenderingContext2D, data: DataInfo, set: 'train' | 'test') {
    const { length } = data.classes
    const predictions = this.session.frame?.predictions?.[set]
    const points = predictions
      ? verdictsOf(data, set, predictions).map(({ actual, miss }, row) => ({
          x: this.plot.px(1 - miss),
          y: this.plot.py(length - actual - 0.42 - 0.5 * ((row * golden) % 1)),
          row,
          style: actual,
          isFilled: set === 'train',
        }))
      : []
    if (set === 'train') this.marks = points
    paintMarks(context, this.palette, points, 3)
  }

  /** An own sample stands in the middle of its strip. */
  #ownMark(data: DataInfo) {
    const { frame } = this.session
    const outputs = frame?.layers[frame.layers.length - 1].activation
    if (!outputs) return undefined
    const { actual, miss } = verdictOf(data, outputs, frame.target)
    return { x: this.plot.px(1 - miss), y: this.plot.py(data.classes.length - actual - 0.67) }
  }

  /** Takes the training row nearest to a click. */
  #chooseRow(event: MouseEvent) {
    const { x, y } = this.plot.pixelOf(event)
    const distance = (mark: { x: number; y: number }) => Math.hypot(mark.x - x, mark.y - y)
    const [best] = [...this.marks].sort((a, b) => distance(a) - distance(b))
    if (best && distance(best) < 20) chooseRow(this.session, best.row)
  }

  dispose() {
    this.palette.dispose()
    this.bars.dispose()
    this.plot.dispose()
  }
}
