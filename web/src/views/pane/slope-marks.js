/**
 * What is drawn upon a cost surface, flat or in relief: path, point and arrows, all in pixels.
 *
 * @import { Palette } from '../palette.js'
 * @typedef {{ x: number, y: number }} Pixel
 * @typedef {{ colour: string, width: number, dash?: number[], label?: string }} ArrowStyle
 */

/** Pixels that an arrow must be long to carry its label. */
const leastLabelled = 14

/** How many of the last steps stand out. */
const newest = 12

/**
 * The way that the descent has come, the newest steps bold, and where it began.
 * @param {CanvasRenderingContext2D} context @param {Palette} palette
 * @param {Pixel[]} path @param {Pixel} at where it is now
 */
export function drawPath(context, palette, path, at) {
  if (path.length === 0) return
  const all = [...path, at]
  context.lineJoin = 'round'
  context.strokeStyle = palette.css('ink-soft')
  context.lineWidth = 1.25
  strokeLine(context, all)
  context.strokeStyle = palette.css('ink')
  context.lineWidth = 2.5
  strokeLine(context, all.slice(-newest))
  context.fillStyle = palette.css('ink')
  if (path.length < 200) for (const { x, y } of path) fillDisc(context, x, y, 1.75)
  context.fillStyle = palette.css('card')
  context.lineWidth = 1.5
  fillDisc(context, path[0].x, path[0].y, 4)
  context.stroke()
}

/** Where the descent stands. @param {CanvasRenderingContext2D} context @param {Palette} palette @param {Pixel} at */
export function drawPoint(context, palette, { x, y }) {
  context.fillStyle = palette.css('ink')
  context.strokeStyle = palette.css('card')
  context.lineWidth = 2
  fillDisc(context, x, y, 6)
  context.stroke()
}

/**
 * @param {CanvasRenderingContext2D} context @param {Palette} palette
 * @param {Pixel} from @param {Pixel} to @param {ArrowStyle} style
 */
export function drawArrow(context, palette, from, to, { colour, width, dash = [], label = '' }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (!(length > 2)) return
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length]
  const head = Math.min(length, 5 + 2 * width)
  const neck = { x: to.x - alongX * head, y: to.y - alongY * head }
  context.strokeStyle = context.fillStyle = colour
  context.lineWidth = width
  context.setLineDash(dash)
  strokeLine(context, [from, neck])
  context.setLineDash([])
  context.beginPath()
  context.moveTo(to.x, to.y)
  context.lineTo(neck.x - (alongY * head) / 2.4, neck.y + (alongX * head) / 2.4)
  context.lineTo(neck.x + (alongY * head) / 2.4, neck.y - (alongX * head) / 2.4)
  context.fill()
  if (!label || length < leastLabelled) return
  writeAt(context, palette, label, { x: to.x + alongX * 6, y: to.y + alongY * 10 }, alongX < 0 ? 'right' : 'left')
}

/**
 * Words on a lighter ground, so that lines do not cross them.
 * @param {CanvasRenderingContext2D} context @param {Palette} palette
 * @param {string} words @param {Pixel} place @param {CanvasTextAlign} side
 */
export function writeAt(context, palette, words, { x, y }, side) {
  context.font = `11px ${getComputedStyle(context.canvas).fontFamily}`
  context.textAlign = side
  context.textBaseline = 'middle'
  context.strokeStyle = palette.css('card')
  context.lineWidth = 3
  context.strokeText(words, x, y)
  context.fillText(words, x, y)
}

/** @param {CanvasRenderingContext2D} context @param {Pixel[]} places */
function strokeLine(context, places) {
  context.beginPath()
  for (const { x, y } of places) context.lineTo(x, y)
  context.stroke()
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} r */
function fillDisc(context, x, y, r) {
  context.beginPath()
  context.arc(x, y, r, 0, 2 * Math.PI)
  context.fill()
}
