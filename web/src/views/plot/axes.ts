import { nothing, svg, type TemplateResult } from 'lit'
import { linearTicks, logTicks } from './ticks.ts'

/** The two labelled axes of a plot. */

export interface Axis {
  low: number
  high: number
  label: string
  isLog?: boolean
  /** Instead of numbers, one band of length 1 a name. */
  names?: string[]
}

export type Axes = [x: Axis, y: Axis]

/** A piece of a picture, in its pixels. */
export interface Room {
  left: number
  top: number
  width: number
  height: number
}

/** What axes are drawn about: a plane in a box, and where values stand on it. */
interface Planed {
  x: Axis
  y: Axis
  width: number
  height: number
  inner: Room
  px: (value: number) => number
  py: (value: number) => number
}

const margin = { top: 24, right: 20, bottom: 40, left: 46 }
/** Where an axis has no label. */
const bare = { top: 8, bottom: 22 }

/** A box lower than this has no room for numbers and names. */
const readable = 80

/** What its axes leave of a box for the plane. */
export function planeOf(width: number, height: number, [x, y]: Axes): Room {
  const isBare = height < readable
  const left = isBare ? 0 : y.names ? 8 : margin.left
  const top = y.label ? margin.top : bare.top
  const bottom = isBare ? 2 : x.label ? margin.bottom : bare.bottom
  return { left, top, width: Math.max(1, width - left - margin.right), height: Math.max(1, height - top - bottom) }
}

/** Height of a box of this width whose plane is a square. */
export const squareHeight = (width: number): number => width - margin.left - margin.right + margin.top + margin.bottom

/** Beyond this many lengths of an axis it does not matter where a value stands, as long as it is somewhere. */
const far = 1e6

/**
 * How far along the axis a value stands, always finite: in the middle where the axis has no extent, as far as is drawn
 * where the value is beyond all bounds. Halves, since the extent of huge numbers would not be a number. The scales of
 * d3-scale would bring 10 kB more before the first step.
 */
export function share({ low, high, isLog }: Axis, value: number): number {
  const along = isLog ? Math.log(value / low) / Math.log(high / low) : (value / 2 - low / 2) / (high / 2 - low / 2)
  return Number.isNaN(along) ? 0.5 : Math.min(far, Math.max(-far, along))
}

/** Lines, numbers and names of both axes, as the inside of an SVG over the box. */
export function axesTemplate(plot: Planed): TemplateResult {
  const { x, y, width, px } = plot
  const { left, top, width: wide, height } = plot.inner
  const bottom = top + height
  const line = svg`<path class="plot-line" d=${`M${left} ${crisp(bottom)}h${wide}`}></path>`
  if (plot.height < readable) return line
  const { values, format } = ticksOf(x, wide / 70)
  return svg`
    ${y.names ? namesTemplate(plot, y.names) : numbersTemplate(plot)}
    ${line}
    ${values.map((value) => tickAlong(px(value), bottom, width, format(value)))}
    ${label('plot-label', 'end', left + wide, bottom + 34, x.label, left + wide)}
    ${label('plot-label', 'start', 2, 12, y.label, width - 2)}`
}

/** Kept inside the box, however long. */
function tickAlong(x: number, bottom: number, width: number, words: string) {
  const half = words.length * 3.4
  return label('plot-tick', 'middle', Math.min(width - half, Math.max(half, x)), bottom + 16, words)
}

function numbersTemplate({ y, py, inner: { left, width, height } }: Planed) {
  const { values, format } = ticksOf(y, height / 32)
  return svg`
    <path class="plot-grid" d=${values.map((value) => `M${left} ${crisp(py(value))}h${width}`).join('')}></path>
    ${values.map((value) => label('plot-tick', 'end', left - 6, py(value) + 4, format(value), left - 6))}`
}

function namesTemplate({ py, inner: { left, width } }: Planed, names: string[]) {
  return svg`
    <path class="plot-grid" d=${names.map((_, k) => `M${left} ${crisp(py(k + 1))}h${width}`).join('')}></path>
    ${names.map((name, k) => label('plot-label', 'start', left, py(k + 1) + 13, name))}`
}

const ticksOf = ({ low, high, isLog }: Axis, count: number) =>
  isLog ? logTicks(low, high) : linearTicks(low, high, Math.max(2, count))

/** Pixels that a letter takes at most. */
const letter = 7.2

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
