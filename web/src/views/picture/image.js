import { html, nothing, render } from 'lit'
import { rowAt } from '../../network/rows.js'
import { verdictsOf } from '../../network/verdict.js'
import { texts } from '../../text/text.js'
import { chooseRow } from '../parts/row/feed.js'
import { throttle } from '../parts/throttle.js'
import { Bitmap } from '../plot/canvas.js'
import { imageScale, inkTable } from '../plot/ink.js'
import { Palette } from '../plot/palette.js'
import { BarsPicture } from './bars.js'
import { sentences } from './late-sentences.js'

/**
 * What a network that reads images has learnt: the picture, what it takes it for, and which ones it gets wrong.
 * @typedef {import('../../types.d.ts').SessionLike} SessionLike
 * @typedef {import('../../types.d.ts').Change} Change
 * @typedef {import('../../network/rows.js').SetName} SetName
 * @typedef {import('../../network/verdict.js').Verdict} Verdict
 */
const text = texts(sentences)
const mostShown = 16

export class ImagePicture {
  #isDue = throttle(500)
  #shown = ''

  /** @param {HTMLElement} root @param {SessionLike} session */
  constructor(root, session) {
    this.root = root
    this.session = session
    render(
      html`
      <div class="image-row"><canvas class="image-large" role="img"></canvas><div class="image-bars"></div></div>
      <div class="image-missed"></div>`,
      root,
    )
    this.large = new Bitmap(/** @type {HTMLCanvasElement} */ (root.querySelector('.image-large')))
    this.bars = new BarsPicture(/** @type {HTMLElement} */ (root.querySelector('.image-bars')), session)
    this.missed = /** @type {HTMLElement} */ (root.querySelector('.image-missed'))
    this.palette = new Palette(root, () => this.draw())
  }

  /** @param {ReadonlySet<Change>} changes */
  update(changes) {
    this.bars.update(changes)
    const isForced = changes.has('state') || changes.has('data')
    if (isForced) this.draw()
    else if (this.#isDue(!this.session.isRunning)) this.#drawNew()
  }

  draw() {
    const { data } = this.session
    if (!data?.imageSide) return
    this.table = inkTable(this.palette)
    this.#shown = ''
    this.bars.draw()
    this.#drawNew()
  }

  #drawNew() {
    const { data } = this.session
    if (data && this.table) this.#drawLarge(data, this.table)
    this.#drawMissed()
  }

  /** What is on the network. @param {import('../../types.d.ts').DataInfo} data @param {Uint32Array} table */
  #drawLarge(data, table) {
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
    if (!data || !frame?.predictions || !this.table) return
    const sets = /** @type {const} */ (['train', 'test']).map((set) => {
      const verdicts = verdictsOf(data, set, frame.predictions?.[set] ?? new Float64Array())
      const rows = verdicts.map((verdict, row) => ({ ...verdict, row })).filter(({ isRight }) => !isRight)
      return { set, count: rows.length, rows: rows.slice(0, mostShown) }
    })
    const shown = JSON.stringify(sets)
    if (shown === this.#shown) return
    this.#shown = shown
    render(
      sets.map((set) => this.#setTemplate(set)),
      this.missed,
    )
    for (const canvas of this.missed.querySelectorAll('canvas')) {
      const { X } = data[canvas.dataset.set === 'test' ? 'test' : 'train']
      new Bitmap(canvas).paint(rowAt(X, Number(canvas.dataset.row)), data.imageSide, this.table, imageScale(data))
    }
  }

  /**
   * @param {{ set: SetName, count: number, rows: (Verdict & { row: number })[] }} missed
   */
  #setTemplate({ set, count, rows }) {
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
