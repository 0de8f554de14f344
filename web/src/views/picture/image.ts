import { dequal as isEqual } from 'dequal/lite'
import { html, nothing, render } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { rowAt, type SetName } from '../../network/rows.ts'
import { type Verdict, verdictsOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { texts } from '../../text/text.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { throttle } from '../parts/throttle.ts'
import { Bitmap } from '../plot/canvas.ts'
import { imageScale, inkTable } from '../plot/ink.ts'
import { Palette } from '../plot/palette.ts'
import { BarsPicture } from './bars.ts'
import { sentences } from './late-sentences.ts'

/** What a network that reads images has learnt: the picture, what it takes it for, and which ones it gets wrong. */
const text = texts(sentences)
const mostShown = 16

export class ImagePicture {
  root: HTMLElement
  session: SessionLike
  large: Bitmap
  bars: BarsPicture
  missed: HTMLElement
  palette: Palette
  #isDue = throttle(500)
  /** What is drawn of the sets; null: it has to be drawn anew. */
  #shown: unknown = null
  /** The shades of a pixel, from paper to ink. */
  #inks: Uint32Array | null = null

  constructor(root: HTMLElement, session: SessionLike) {
    this.root = root
    this.session = session
    render(
      html`
      <div class="image-row"><canvas class="image-large" role="img"></canvas><div class="image-bars"></div></div>
      <div class="image-missed"></div>`,
      root,
    )
    this.large = new Bitmap(root.querySelector('.image-large') as HTMLCanvasElement)
    this.bars = new BarsPicture(root.querySelector('.image-bars') as HTMLElement, session)
    this.missed = root.querySelector('.image-missed') as HTMLElement
    this.palette = new Palette(root, () => this.draw())
  }

  update(changes: ReadonlySet<Change>) {
    this.bars.update(changes)
    const isForced = changes.has('state') || changes.has('data')
    if (isForced) this.draw()
    else if (this.#isDue(!this.session.isRunning)) this.#drawNew()
  }

  draw() {
    const { data } = this.session
    if (!data?.imageSide) return
    this.#inks = inkTable(this.palette)
    this.#shown = null
    this.bars.draw()
    this.#drawNew()
  }

  #drawNew() {
    const { data } = this.session
    if (data && this.#inks) this.#drawLarge(data, this.#inks)
    this.#drawMissed()
  }

  /** What is on the network. */
  #drawLarge(data: DataInfo, table: Uint32Array) {
    const {
      frame,
      state: { view },
    } = this.session
    if (!frame || frame.input.length !== data.imageSide ** 2) return
    this.large.paint(frame.input, data.imageSide, table, imageScale(data))
    const isBatch = frame.samples > 1
    this.large.canvas.setAttribute(
      'aria-label',
      isBatch
        ? text('batchImage', { count: frame.samples })
        : view.own
          ? text('ownImage')
          : text('image', { row: view.row + 1 }),
    )
  }

  #drawMissed() {
    const { data, frame } = this.session
    if (!data || !frame?.predictions || !this.#inks) return
    const sets = (['train', 'test'] as const).map((set) => {
      const verdicts = verdictsOf(data, set, frame.predictions?.[set] ?? new Float64Array())
      const rows = verdicts.map((verdict, row) => ({ ...verdict, row })).filter(({ isRight }) => !isRight)
      return { set, count: rows.length, rows: rows.slice(0, mostShown) }
    })
    if (isEqual(sets, this.#shown)) return
    this.#shown = sets
    render(
      sets.map((set) => this.#setTemplate(set)),
      this.missed,
    )
    for (const canvas of this.missed.querySelectorAll('canvas')) {
      const { X } = data[canvas.dataset.set === 'test' ? 'test' : 'train']
      new Bitmap(canvas).paint(rowAt(X, Number(canvas.dataset.row)), data.imageSide, this.#inks, imageScale(data))
    }
  }

  #setTemplate({ set, count, rows }: { set: SetName; count: number; rows: (Verdict & { row: number })[] }) {
    const classes = this.session.data?.classes ?? []
    return html`
      <h2>${text(set === 'train' ? 'missedTrain_other' : 'missedTest_other', { count })}</h2>
      <ul class="missed">${rows.map(({ row, predicted, actual }) => {
        const label = text('missed', { predicted: classes[predicted], actual: classes[actual] })
        const picture = html`
          <canvas data-set=${set} data-row=${row} aria-hidden="true"></canvas>
          <span aria-hidden="true">${classes[actual]}→${classes[predicted]}</span>
          <span class="spoken">${label}</span>`
        return html`<li title=${label}>${
          set === 'test'
            ? picture
            : html`
          <button type="button" @click=${() => chooseRow(this.session, row)}>${picture}</button>`
        }</li>`
      })}</ul>`
  }

  dispose() {
    this.palette.dispose()
    this.bars.dispose()
    render(nothing, this.root)
  }
}
