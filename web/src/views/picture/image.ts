import { html, noChange, nothing } from 'lit'
import type { DataInfo } from '../../data/prepare.ts'
import { rowAt, type SetName } from '../../network/rows.ts'
import { type Verdict, verdictsOf } from '../../network/verdict.ts'
import type { Change } from '../../session/announcer.ts'
import type { Frame } from '../../session/frame.ts'
import { texts } from '../../text/text.ts'
import { changed } from '../parts/changed.ts'
import { chooseRow } from '../parts/row/choose-row.ts'
import { defineView, SessionElement } from '../parts/session-element.ts'
import { throttle } from '../parts/throttle.ts'
import { Bitmap } from '../plot/canvas.ts'
import { imageScale, inkTable } from '../plot/ink.ts'
import { Palette } from '../plot/palette.ts'
import { sentences } from './late-sentences.ts'
import './bars.ts'

/** What a network that reads images has learnt: the picture, what it takes it for, and which ones it gets wrong. */
const text = texts(sentences)
const mostShown = 16

interface Missed {
  set: SetName
  count: number
  rows: (Verdict & { row: number })[]
}

export class ImagePicture extends SessionElement {
  #palette!: Palette
  #isDue = throttle(500)
  #areOtherMissed = changed()
  /** Whether their pictures are to be painted. */
  #hasMissed = false

  protected override begin() {
    const paintAll = () => {
      this.#areOtherMissed = changed()
      this.requestUpdate()
    }
    this.#palette = this.own(new Palette(this, paintAll))
    paintAll()
  }

  protected override heed(changes: ReadonlySet<Change>) {
    return this.#isDue(changes.has('state') || changes.has('data') || !this.session.isRunning)
  }

  protected override render() {
    const { session } = this
    const { data, frame } = session
    if (!data?.imageSide || !frame) return nothing
    return html`
      <div class="image-row"><canvas class="image-large" role="img" aria-label=${this.#name(frame)}></canvas><glassbox-bars
        class="image-bars" .session=${session}></glassbox-bars></div>
      <div class="image-missed">${this.#missed(data, frame)}</div>`
  }

  protected override updated() {
    const { data, frame } = this.session
    const canvas = this.querySelector<HTMLCanvasElement>('.image-large')
    if (!canvas || !data || !frame) return
    const inks = inkTable(this.#palette)
    const paint = (on: HTMLCanvasElement, pixels: ArrayLike<number>) =>
      new Bitmap(on).paint(pixels, data.imageSide, inks, imageScale(data))
    if (frame.input.length === data.imageSide ** 2) paint(canvas, frame.input)
    if (!this.#hasMissed) return
    for (const small of this.querySelectorAll<HTMLCanvasElement>('.missed canvas')) {
      const { X } = data[small.dataset.set === 'test' ? 'test' : 'train']
      paint(small, rowAt(X, Number(small.dataset.row)))
    }
  }

  /** What is on the network. */
  #name({ samples }: Frame) {
    const { own, row } = this.session.state.view
    if (samples > 1) return text('batchImage', { count: samples })
    return own ? text('ownImage') : text('image', { row: row + 1 })
  }

  #missed(data: DataInfo, { predictions }: Frame) {
    if (!predictions) return noChange
    const sets = (['train', 'test'] as const).map((set): Missed => {
      const verdicts = verdictsOf(data, set, predictions[set])
      const rows = verdicts.map((verdict, row) => ({ ...verdict, row })).filter(({ isRight }) => !isRight)
      return { set, count: rows.length, rows: rows.slice(0, mostShown) }
    })
    this.#hasMissed = this.#areOtherMissed([sets, this.session.revision.data])
    return this.#hasMissed ? sets.map((missed) => this.#setTemplate(data, missed)) : noChange
  }

  #setTemplate({ classes }: DataInfo, { set, count, rows }: Missed) {
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
}

defineView('glassbox-image', ImagePicture)
