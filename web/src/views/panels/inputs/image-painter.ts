import { html, render } from 'lit'
import { beyond } from '#beyond'
import { Fetched } from '#fetched'
import type { DataInfo } from '../../../data/prepare.ts'
import type { Sample } from '../../../network/rows.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { texts } from '../../../text/text.ts'
import { isTicked } from '../../parts/control.ts'
import { useStyle } from '../../parts/late-style.ts'
import type { Feeder } from '../../parts/row/feed.ts'
import { shareAt } from '../../parts/share-at.ts'
import { styleMap } from '../../parts/style-map.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { imageScale, inkTable } from '../../plot/ink.ts'
import { Palette } from '../../plot/palette.ts'
import css from './image-painter.css'
import { sentences } from './image-sentences.ts'
import { writtenValue } from './range.ts'

const text = texts(sentences)

/** Steps from white to black, by key. */
const shades = 16

/** The inputs of a network that reads images, as a picture to paint on. */
export class ImagePainter {
  root: HTMLElement
  session: SessionLike
  feeder: Feeder
  redraw: () => void
  palette: Palette
  content: HTMLDivElement
  /** The pixel that the keys change. */
  #cursor = { row: 0, column: 0 }
  #isErasing = false
  #isPainting = false
  #data: DataInfo | null = null
  #bitmap: Bitmap | null = null
  /** A pen, and a way into the data: fetched when there is something to draw on. */
  readonly #tools = new Fetched(
    () =>
      beyond.draw?.().then(({ ImageTools }) => new ImageTools(this.content, this.session, this.feeder, this.redraw)),
    () => this.redraw(),
  )

  constructor(root: HTMLElement, session: SessionLike, feeder: Feeder, redraw: () => void) {
    this.root = root
    this.session = session
    this.feeder = feeder
    this.redraw = redraw
    this.palette = new Palette(root, redraw)
    this.content = root.appendChild(document.createElement('div'))
    this.content.classList.add('image-painter')
    useStyle(this.content, css)
    this.#tools.ask()
  }

  draw(data: DataInfo, sample: Sample) {
    const side = data.imageSide
    this.#data = data
    const { row, column } = this.#cursor
    const share = (count: number) => `${(100 * count) / side}%`
    render(
      html`
      <p class="hint" id="paint-help">${text('imageHelp')}</p>
      <div class="paint-board" tabindex="0" role="application" aria-label=${text('image')} aria-describedby="paint-help"
        @keydown=${this.#onKey} @pointerdown=${this.#onDown} @pointermove=${this.#onMove} @pointerup=${this.#onUp}
        @pointercancel=${this.#onUp}>
        <canvas aria-hidden="true"></canvas>
        <span class="paint-cursor" style=${styleMap({ left: share(column), top: share(row), width: share(1), height: share(1) })}></span>
      </div>
      ${this.#tools.found?.besides()}
      <div class="pane-tools">
        <output aria-live="polite">${text('pixel', {
          row: row + 1,
          column: column + 1,
          value: writtenValue(sample.input[row * side + column], this.session.state.view.digits),
        })}</output>
        <label><input type="checkbox" .checked=${this.#isErasing} @change=${(event: Event) => {
          this.#isErasing = isTicked(event)
        }}> ${text('erase')}</label>
        <button type="button" class="quiet" @click=${this.#clear}>${text('clear')}</button>
      </div>
      ${this.#tools.found?.template(data)}${this.#tools.failure}`,
      this.content,
    )
    const canvas = this.content.querySelector('canvas')
    if (canvas) this.#bitmap ??= new Bitmap(canvas)
    this.#bitmap?.paint(sample.input, side, inkTable(this.palette), imageScale(data))
  }

  /** Gives the pixel under the cursor another value. */
  #put(change: (value: number, low: number, high: number) => number) {
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

  #onKey = (event: KeyboardEvent) => {
    const side = this.#data?.imageSide ?? 1
    const { row, column } = this.#cursor
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
    const changes: Record<string, (value: number, low: number, high: number) => number> = {
      '+': (value, low, high) => value + (high - low) / shades,
      '-': (value, low, high) => value - (high - low) / shades,
      Enter: (value, low, high) => (value > (low + high) / 2 ? low : high),
    }
    const move = moves[event.key as keyof typeof moves]
    const change = changes[{ '=': '+', '−': '-', _: '-' }[event.key] ?? event.key]
    if (!move && !change) return
    event.preventDefault()
    event.stopPropagation()
    if (change) return this.#put(change)
    const within = (index: number) => Math.min(side - 1, Math.max(0, index))
    this.#cursor = { row: within(row + move[0]), column: within(column + move[1]) }
    this.redraw()
  }

  #onDown = (event: PointerEvent) => {
    if (event.button !== 0) return
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
    this.#isPainting = true
    this.#onMove(event)
  }

  #onMove = (event: PointerEvent) => {
    if (!this.#isPainting || !this.#data) return
    const { x, y } = shareAt(event)
    const side = this.#data.imageSide
    const index = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)))
    this.#cursor = { row: index(y), column: index(x) }
    if (this.#tools.found) return this.#tools.found.draw({ x, y }, this.#isErasing)
    this.#put((_, low, high) => (this.#isErasing ? low : high))
  }

  #onUp = () => {
    this.#isPainting = false
    this.#tools.found?.lift()
  }

  dispose() {
    this.palette.dispose()
    this.content.remove()
  }
}
