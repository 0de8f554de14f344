import { mix } from '../../plot/colour.ts'
import type { Plot } from '../../plot/plot.ts'
import type { Point } from './range.ts'

/** What is drawn upon a cost surface, flat or in relief: lines, the point, arrows and words. */

export interface Pixel {
  x: number
  y: number
  isHidden?: boolean
}

/** What is drawn with; a plot is one. Words stay within its plane. */
export type Pen = Pick<Plot, 'context' | 'palette' | 'inner'>

/** How points come onto the picture: one, and a straight way; null = off the picture */
export interface Ground {
  pixel: (point: Point) => Pixel | null
  way: (from: Point, to: Point) => (Pixel | null)[]
}

export interface ArrowStyle {
  colour: string
  width: number
  dash?: number[]
  label?: string
  /**
   * Which end of the label is at the arrow's; else it goes on as the arrow does. 'center': above the arrow, off what is
   * written round the picture.
   */
  side?: CanvasTextAlign
}

/** Pixels that an arrow must be long to carry its label. */
const leastLabelled = 14
/** How what lies behind the surface is drawn. */
const hiddenDash = [2, 3]
const hiddenStrength = 0.5

/** The card's colour, with a share of ink. */
export const shadeOf = (palette: Plot['palette'], share: number): string =>
  `rgb(${mix(palette.rgb('card'), palette.rgb('ink'), share).join(' ')})`

/** What lies behind the surface is paler and dotted. */
function setHidden(context: CanvasRenderingContext2D, isHidden = false, dash: number[] = []) {
  context.globalAlpha = isHidden ? hiddenStrength : 1
  context.setLineDash(isHidden ? hiddenDash : dash)
}

/** A line, paler and dotted where it lies behind the surface. */
export function strokeWay(context: CanvasRenderingContext2D, pixels: (Pixel | null)[], dash: number[] = []) {
  for (const isHidden of [false, true]) {
    setHidden(context, isHidden, dash)
    context.beginPath()
    let isDown = false
    pixels.forEach((pixel, k) => {
      const before = pixels[k - 1]
      if (!pixel || !before || Boolean(pixel.isHidden || before.isHidden) !== isHidden) {
        isDown = false
        return
      }
      if (!isDown) context.moveTo(before.x, before.y)
      context.lineTo(pixel.x, pixel.y)
      isDown = true
    })
    context.stroke()
  }
  setHidden(context)
}

/** A dot of the descent; one behind the surface is a paler ring. */
export function drawDot(context: CanvasRenderingContext2D, pixel: Pixel | null, r: number) {
  if (!pixel) return
  setHidden(context, pixel.isHidden)
  context.beginPath()
  context.arc(pixel.x, pixel.y, r, 0, 2 * Math.PI)
  if (!pixel.isHidden) context.fill()
  context.stroke()
  setHidden(context)
}

/** An arrow; one that leads off the picture has no head. */
export function drawArrow(
  pen: Pen,
  ground: Ground,
  from: Point,
  to: Point,
  { colour, width, dash = [], label = '', side }: ArrowStyle,
) {
  const { context } = pen
  const way = ground.way(from, to)
  const [start, end] = [way[0], way.findLast((pixel) => pixel !== null)]
  if (!start || !end) return
  const fromEnd = ({ x, y }: Pixel) => Math.hypot(x - end.x, y - end.y)
  const length = fromEnd(start)
  if (!(length > 2)) return
  const head = Math.min(length, 5 + 2 * width)
  const shaft = way.filter((pixel) => pixel !== null).filter((pixel) => fromEnd(pixel) >= head)
  const near = shaft[shaft.length - 1] ?? start
  const along = { x: (end.x - near.x) / fromEnd(near), y: (end.y - near.y) / fromEnd(near) }
  const neck = { x: end.x - along.x * head, y: end.y - along.y * head, isHidden: end.isHidden }
  const hasHead = way[way.length - 1] !== null
  context.strokeStyle = context.fillStyle = colour
  context.lineWidth = width
  strokeWay(context, [...shaft, hasHead ? neck : end], dash)
  if (hasHead) fillHead(context, end, neck)
  if (!label || length < leastLabelled) return
  const middle = shaft[shaft.length >> 1] ?? start
  if (side === 'center') return writeAt(pen, label, { ...middle, y: middle.y - 12 }, side)
  const beside = { x: end.x + along.x * 6, y: end.y + along.y * 10 }
  writeAt(pen, label, beside, side ?? (along.x < 0 ? 'right' : 'left'))
}

function fillHead(context: CanvasRenderingContext2D, tip: Pixel, neck: Pixel) {
  const [wideX, wideY] = [(neck.y - tip.y) / 2.4, (tip.x - neck.x) / 2.4]
  setHidden(context, tip.isHidden)
  context.beginPath()
  context.moveTo(tip.x, tip.y)
  context.lineTo(neck.x + wideX, neck.y + wideY)
  context.lineTo(neck.x - wideX, neck.y - wideY)
  context.fill()
  setHidden(context)
}

/** Words on a lighter ground, so that lines do not cross them. */
export function writeAt(
  { context, palette, inner: { left, top, width, height } }: Pen,
  words: string,
  { x, y }: Pixel,
  side: CanvasTextAlign,
) {
  context.font = wordsFont(context)
  const wide = context.measureText(words).width
  const from = side === 'right' ? x - wide : side === 'center' ? x - wide / 2 : x
  const at = Math.max(left + 3, Math.min(left + width - 3 - wide, from))
  const level = Math.max(top + 8, Math.min(top + height - 8, y))
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.lineJoin = 'round'
  context.strokeStyle = palette.css('card')
  context.lineWidth = 3
  context.strokeText(words, at, level)
  context.fillText(words, at, level)
}

export const wordsFont = (context: CanvasRenderingContext2D) => `11px ${getComputedStyle(context.canvas).fontFamily}`
