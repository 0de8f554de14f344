import { html, nothing, render, svg } from 'lit'
import { changed } from '../parts/changed.ts'
import { fitCanvas } from './canvas.ts'
import { linearTicks, logTicks } from './ticks.ts'

/** A plane with two labelled axes: a canvas for shades, a canvas for marks and lines, an SVG for the axes. */

export interface Axis {
  low: number
  high: number
  label: string
  isLog?: boolean
  /** Instead of numbers, one band of length 1 a name. */
  names?: string[]
  /** Without ticks. */
  isBare?: boolean
}

const margin = { top: 24, right: 20, bottom: 40, left: 46 }
/** Where an axis has no label. */
const bare = { top: 8, bottom: 22 }

export class Plot {
  root: HTMLElement
  box: HTMLElement
  shade: HTMLCanvasElement
  marks: HTMLCanvasElement
  axes: SVGSVGElement
  x: Axis = { low: 0, high: 1, label: '' }
  y: Axis = { low: 0, high: 1, label: '' }
  width = 0
  height = 0
  #isOtherFrame = changed()

  /**
   * @param root filled
   * @param name what a screen reader calls it
   */
  constructor(root: HTMLElement, name: string) {
    this.root = root
    render(
      html`
      <div class="plot" role="img" aria-label=${name}>
        <canvas class="plot-shade"></canvas>
        <canvas class="plot-marks"></canvas>
        <svg class="plot-axes" aria-hidden="true"></svg>
      </div>`,
      root,
    )
    this.box = root.querySelector('.plot') as HTMLElement
    const [shade, marks] = root.querySelectorAll('canvas') as NodeListOf<HTMLCanvasElement>
    this.shade = shade
    this.marks = marks
    this.axes = root.querySelector('svg') as SVGSVGElement
  }

  /** The inner plane in pixels of the box. */
  get inner() {
    const isBare = this.x.isBare
    const left = isBare ? 0 : this.y.names ? 8 : margin.left
    const top = this.y.label ? margin.top : bare.top
    const bottom = isBare ? 2 : this.x.label ? margin.bottom : bare.bottom
    return {
      left,
      top,
      width: Math.max(1, this.width - left - margin.right),
      height: Math.max(1, this.height - top - bottom),
    }
  }

  /** Height of a box of this width whose inner plane is a square. */
  static squareHeight = (width: number) => width - margin.left - margin.right + margin.top + margin.bottom

  /**
   * Sets size and axes; draws the axes only when something of them has changed.
   * @returns whether anything changed
   */
  frame(width: number, height: number, x: Axis, y: Axis): boolean {
    if (!this.#isOtherFrame([width, height, x, y])) return false
    Object.assign(this, { width, height, x, y })
    this.box.style.height = `${height}px`
    const { left, top, width: wide, height: high } = this.inner
    Object.assign(this.shade.style, { left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${high}px` })
    this.axes.setAttribute('viewBox', `0 0 ${width} ${height}`)
    render(this.#axesTemplate(), this.axes)
    return true
  }

  px = (value: number) => this.inner.left + share(this.x, value) * this.inner.width
  py = (value: number) => this.inner.top + (1 - share(this.y, value)) * this.inner.height

  /** Where the pointer is, in pixels of the box. */
  pixelOf({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>) {
    const box = this.box.getBoundingClientRect()
    const scale = this.width / box.width
    return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale }
  }

  /** The value of the x axis at a pixel. */
  xAt(pixel: number) {
    const t = (pixel - this.inner.left) / this.inner.width
    return this.x.low + t * (this.x.high - this.x.low)
  }

  /** The canvas of marks, cleared, with what is drawn kept inside the plane. */
  clearMarks() {
    const context = fitCanvas(this.marks, this.width, this.height)
    const { left, top, width, height } = this.inner
    context.beginPath()
    context.rect(left - 6, top - 6, width + 12, height + 12)
    context.clip()
    return context
  }

  #axesTemplate() {
    const { left, top, width, height } = this.inner
    const bottom = top + height
    if (this.x.isBare) return svg`<path class="plot-line" d=${`M${left} ${crisp(bottom)}h${width}`}></path>`
    const along = ticksOf(this.x, width / 70)
    return svg`
      ${this.y.names ? this.#namesTemplate(this.y.names) : this.#numbersTemplate()}
      <path class="plot-line" d=${`M${left} ${crisp(bottom)}h${width}`}></path>
      ${along.values.map((v) => this.#tickAlong(v, along.format(v)))}
      ${label('plot-label', 'end', left + width, bottom + 34, this.x.label, left + width)}
      ${label('plot-label', 'start', 2, 12, this.y.label, this.width - 2)}`
  }

  /** Kept inside the box, however long. */
  #tickAlong(value: number, words: string) {
    const half = words.length * 3.4
    const x = Math.min(this.width - half, Math.max(half, this.px(value)))
    return label('plot-tick', 'middle', x, this.inner.top + this.inner.height + 16, words)
  }

  #numbersTemplate() {
    const { left, width, height } = this.inner
    const { values, format } = ticksOf(this.y, height / 32)
    return svg`
      <path class="plot-grid" d=${values.map((v) => `M${left} ${crisp(this.py(v))}h${width}`).join('')}></path>
      ${values.map((v) => label('plot-tick', 'end', left - 6, this.py(v) + 4, format(v), left - 6))}`
  }

  #namesTemplate(names: string[]) {
    const { left, width } = this.inner
    return svg`
      <path class="plot-grid" d=${names.map((_, k) => `M${left} ${crisp(this.py(k + 1))}h${width}`).join('')}></path>
      ${names.map((name, k) => label('plot-label', 'start', left, this.py(k + 1) + 13, name))}`
  }

  dispose() {
    render(nothing, this.root)
  }
}

/** Beyond this many lengths of an axis it does not matter where a value stands, as long as it is somewhere. */
const far = 1e6

/**
 * How far along the axis a value stands, always finite: in the middle where the axis has no extent, as far as is drawn
 * where the value is beyond all bounds. Halves, since the extent of huge numbers would not be a number.
 */
export function share({ low, high, isLog }: Axis, value: number) {
  const along = isLog ? Math.log(value / low) / Math.log(high / low) : (value / 2 - low / 2) / (high / 2 - low / 2)
  return Number.isNaN(along) ? 0.5 : Math.min(far, Math.max(-far, along))
}

const ticksOf = ({ low, high, isLog }: Axis, count: number) =>
  isLog ? logTicks(low, high) : linearTicks(low, high, Math.max(2, count))

/** Pixels that a letter takes at most. */
const letter = 6.7

/**
 * Words that keep to their room: numbers are set closer, a long name ends in an ellipsis and says the rest when
 * pointed at.
 * @param room in pixels
 */
function label(kind: string, anchor: string, x: number, y: number, words: string, room: number = Infinity) {
  const isFitting = words.length * letter <= room
  const isNumber = kind === 'plot-tick'
  const shown = isFitting || isNumber ? words : `${words.slice(0, Math.max(1, Math.floor(room / letter) - 1))}…`
  return svg`<text class=${kind} text-anchor=${anchor} x=${x} y=${y}
    textLength=${isFitting || !isNumber ? nothing : room} lengthAdjust="spacingAndGlyphs">${shown}${
      shown === words ? nothing : svg`<title>${words}</title>`
    }</text>`
}

const crisp = (y: number) => Math.round(y) + 0.5
