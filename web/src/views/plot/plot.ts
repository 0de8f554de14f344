import { html, LitElement, noChange, nothing } from 'lit'
import { changed } from '../parts/changed.ts'
import { useStyle } from '../parts/late-style.ts'
import { nextTask } from '../parts/next-task.ts'
import { styleMap } from '../parts/style-map.ts'
import { type Axes, type Axis, axesTemplate, planeOf, type Room, share } from './axes.ts'
import { fitCanvas } from './canvas.ts'
import { Palette } from './palette.ts'
import css from './plot.css'

/** What is painted on a plot. */
interface Layer {
  /** What it is of: painted anew when one of these, or the plot, is another; without them each time. */
  of?: readonly unknown[]
  paint: (plot: Plot) => void
}

/** What a plot is to show. Without axes all of its box is the plane. */
export interface Drawing {
  axes?: Axes
  /** Height of the box, in pixels, for a width; else its style tells. */
  height?: (width: number) => number
  /** Beneath the axes, on `plot.shade`. */
  shade?: Layer
  /** Over them, on `plot.context`, in CSS pixels; kept inside the plane. */
  marks: Layer
  /** So many are painted. */
  count?: number
}

/** From here on what is painted has a task of its own, so that all else on the page is seen before. */
const many = 2000

const unit: Axis = { low: 0, high: 1, label: '' }

/**
 * A plane with two axes: a canvas for shades, an SVG for the axes, a canvas for marks. It is drawn when it is given
 * another drawing, another width, or another theme.
 */
export class Plot extends LitElement {
  declare drawing: Drawing | null
  static override properties = { drawing: { attribute: false } }

  palette!: Palette
  shade!: HTMLCanvasElement
  context!: CanvasRenderingContext2D
  x: Axis = unit
  y: Axis = unit
  width = 0
  height = 0
  /** The plane, in pixels of the box. */
  inner: Room = { left: 0, top: 0, width: 0, height: 0 }
  /** Of the box; 0 while it is not seen. */
  #room = { width: 0, height: 0 }
  /** It has been put into the page, and not been measured yet. */
  #isNew = true
  #isOtherFrame = changed()
  /** What the layers that are there are of. */
  #painted: Record<string, readonly unknown[]> = {}
  readonly #observer = new ResizeObserver(() => this.#heedSize())

  override connectedCallback() {
    super.connectedCallback()
    this.classList.add('plot')
    this.#isNew = true
    useStyle(this, css)
    this.palette = new Palette(this, () => this.#repaint())
    this.#observer.observe(this)
    this.#repaint()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#observer.disconnect()
    this.palette.dispose()
  }

  #repaint() {
    this.#painted = {}
    this.requestUpdate()
  }

  /** Drawn in the next frame: as some plots set their own height, they would be found changed while sizes are told. */
  #heedSize() {
    this.#measure()
    const isFitting = this.#room.width === this.width && this.#room.height === this.height
    if (!isFitting) requestAnimationFrame(() => this.requestUpdate())
  }

  #measure() {
    this.#isNew = false
    this.#room = { width: this.clientWidth, height: this.clientHeight }
  }

  px = (value: number): number => this.inner.left + share(this.x, value) * this.inner.width
  py = (value: number): number => this.inner.top + (1 - share(this.y, value)) * this.inner.height

  /** Where the pointer is, in pixels of the box. */
  pixelOf({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) {
    const box = this.getBoundingClientRect()
    const scale = this.width / box.width
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale }
  }

  /** The values of the axes at a pixel of the box, where they are linear. */
  valuesAt({ x, y }: { x: number; y: number }): [x: number, y: number] {
    const { left, top, width, height } = this.inner
    const along = ({ low, high }: Axis, share: number) => low + share * (high - low)
    return [along(this.x, (x - left) / width), along(this.y, 1 - (y - top) / height)]
  }

  protected override createRenderRoot() {
    return this
  }

  protected override scheduleUpdate() {
    const update = () => super.scheduleUpdate()
    return (this.drawing?.count ?? 0) > many ? nextTask().then(update) : update()
  }

  protected override shouldUpdate() {
    if (this.drawing && this.#isNew) this.#measure()
    return Boolean(this.drawing && this.#room.width)
  }

  protected override render() {
    const { axes, height } = this.drawing as Drawing
    this.width = this.#room.width
    this.height = Math.max(0, height?.(this.width) ?? this.#room.height)
    const isOther = this.#isOtherFrame([this.width, this.height, axes])
    if (isOther) this.#frame(axes)
    const { inner } = this
    const room = Object.fromEntries(Object.entries(inner).map(([name, pixels]) => [name, `${pixels}px`]))
    return html`
      <canvas class="plot-shade" style=${styleMap(room)}></canvas>
      <canvas class="plot-marks"></canvas>
      <svg class="plot-axes" aria-hidden="true" viewBox="0 0 ${this.width} ${this.height}">${
        isOther ? (axes ? axesTemplate(this) : nothing) : noChange
      }</svg>`
  }

  #frame(axes?: Axes) {
    this.#painted = {}
    if (this.drawing?.height) this.style.height = `${this.height}px`
    ;[this.x, this.y] = axes ?? [unit, unit]
    const { width, height } = this
    this.inner = axes ? planeOf(width, height, axes) : { left: 0, top: 0, width, height }
  }

  protected override updated() {
    const { shade, marks } = this.drawing as Drawing
    const [below, above] = this.querySelectorAll('canvas')
    this.shade = below
    if (shade && this.#isDue('shade', shade)) shade.paint(this)
    if (this.#isDue('marks', marks)) this.#mark(above, marks)
  }

  #isDue(name: string, { of = [{}] }: Layer) {
    const before = this.#painted[name]
    this.#painted[name] = of
    return !before || of.some((thing, i) => thing !== before[i])
  }

  #mark(canvas: HTMLCanvasElement, { paint }: Layer) {
    const { left, top, width, height } = this.inner
    this.context = fitCanvas(canvas, this.width, this.height)
    this.context.save()
    this.context.beginPath()
    this.context.rect(left - 6, top - 6, width + 12, height + 12)
    this.context.clip()
    paint(this)
    this.context.restore()
  }
}

if (!customElements.get('glassbox-plot')) customElements.define('glassbox-plot', Plot)
