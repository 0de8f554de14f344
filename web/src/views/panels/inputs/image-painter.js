import { html, nothing, render } from 'lit'
import { texts } from '../../../text/text.js'
import { styleMap } from '../../parts/style-map.js'
import { Bitmap } from '../../plot/canvas.js'
import { imageScale, inkTable } from '../../plot/ink.js'
import { Palette } from '../../plot/palette.js'
import { writtenValue } from './range.js'
import { sentences } from './sentences.js'

/**
 * @import { DataInfo, Sample, SessionLike } from '../../../types.d.ts'
 * @import { Feeder } from '../../parts/row/feed.js'
 */

const text = texts(sentences)

/** Steps from white to black, by key. */
const shades = 16

/** The inputs of a network that reads images, as a picture to paint on. */
export class ImagePainter {
  /** The pixel that the keys change. */
  #cursor = { row: 0, column: 0 }
  #isErasing = false
  #isPainting = false
  /** @type {DataInfo | null} */
  #data = null
  /** @type {Bitmap | null} */
  #bitmap = null

  /** @param {HTMLElement} root @param {SessionLike} session @param {Feeder} feeder @param {() => void} redraw */
  constructor(root, session, feeder, redraw) {
    this.root = root
    this.session = session
    this.feeder = feeder
    this.redraw = redraw
    this.palette = new Palette(root, redraw)
    this.content = root.appendChild(document.createElement('div'))
  }

  /** @param {DataInfo} data @param {Sample} sample */
  draw(data, sample) {
    const side = data.imageSide
    this.#data = data
    const { row, column } = this.#cursor
    const share = (/** @type {number} */ count) => `${(100 * count) / side}%`
    render(
      html`
      <p class="hint" id="paint-help">${text('imageHelp')}</p>
      <div class="paint-board" tabindex="0" role="application" aria-label=${text('image')} aria-describedby="paint-help"
        @keydown=${this.#onKey} @pointerdown=${this.#onDown} @pointermove=${this.#onMove} @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}>
        <canvas aria-hidden="true"></canvas>
        <span class="paint-cursor" style=${styleMap({ left: share(column), top: share(row), width: share(1), height: share(1) })}></span>
      </div>
      <div class="pane-tools">
        <output aria-live="polite">${text('pixel', {
          row: row + 1,
          column: column + 1,
          value: writtenValue(sample.input[row * side + column], this.session.state.view.digits),
        })}</output>
        <label><input type="checkbox" .checked=${this.#isErasing} @change=${(/** @type {Event} */ { target }) => {
          this.#isErasing = /** @type {HTMLInputElement} */ (target).checked
        }}> ${text('erase')}</label>
        <button type="button" class="quiet" @click=${this.#clear}>${text('clear')}</button>
      </div>`,
      this.content,
    )
    this.#bitmap ??= new Bitmap(/** @type {HTMLCanvasElement} */ (this.content.querySelector('canvas')))
    this.#bitmap.paint(sample.input, side, inkTable(this.palette), imageScale(data))
  }

  /** Gives the pixel under the cursor another value. @param {(value: number, low: number, high: number) => number} change */
  #put(change) {
    const { sample } = this.feeder
    if (!sample || !this.#data) return
    const { low, high } = imageScale(this.#data)
    const at = this.#cursor.row * this.#data.imageSide + this.#cursor.column
    const value = Math.min(high, Math.max(low, change(sample.input[at], low, high)))
    if (value !== sample.input[at]) this.feeder.feed({ ...sample, input: sample.input.with(at, value) })
    this.redraw()
  }

  #clear = () => {
    const { sample } = this.feeder
    if (!sample || !this.#data) return
    const { low } = imageScale(this.#data)
    this.feeder.feed({ ...sample, input: sample.input.map(() => low) })
    this.redraw()
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const side = this.#data?.imageSide ?? 1
    const { row, column } = this.#cursor
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
    /** @type {Record<string, (value: number, low: number, high: number) => number>} */
    const changes = {
      '+': (value, low, high) => value + (high - low) / shades,
      '-': (value, low, high) => value - (high - low) / shades,
      Enter: (value, low, high) => (value > (low + high) / 2 ? low : high),
    }
    const move = moves[/** @type {keyof typeof moves} */ (event.key)]
    const change = changes[{ '=': '+', '−': '-', _: '-' }[event.key] ?? event.key]
    if (!move && !change) return
    event.preventDefault()
    event.stopPropagation()
    if (change) return this.#put(change)
    const within = (/** @type {number} */ index) => Math.min(side - 1, Math.max(0, index))
    this.#cursor = { row: within(row + move[0]), column: within(column + move[1]) }
    this.redraw()
  }

  #onDown = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0) return
    const board = /** @type {HTMLElement} */ (event.currentTarget)
    board.setPointerCapture(event.pointerId)
    this.#isPainting = true
    this.#onMove(event)
  }

  #onMove = (/** @type {PointerEvent} */ event) => {
    if (!this.#isPainting || !this.#data) return
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect()
    const side = this.#data.imageSide
    const index = (/** @type {number} */ share) => Math.min(side - 1, Math.max(0, Math.floor(share * side)))
    this.#cursor = {
      row: index((event.clientY - box.top) / box.height),
      column: index((event.clientX - box.left) / box.width),
    }
    this.#put((_, low, high) => (this.#isErasing ? low : high))
  }

  #onUp = () => {
    this.#isPainting = false
  }

  dispose() {
    this.palette.dispose()
    render(nothing, this.content)
  }
}
