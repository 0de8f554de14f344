import { scaleBar } from '../../parts/scale-bar/scale-bar.ts'
import { squareHeight } from '../../plot/axes.ts'
import { fitCanvas } from '../../plot/canvas.ts'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { contoursOf, heightsOf, levelsOf, traceRings } from './contours.ts'
import { drawDescent, placesOf } from './descent.ts'
import type { Descent } from './ghost.ts'
import { labelsOf } from './level-labels.ts'
import { type Ground, type Pen, type Pixel, shadeOf, wordsFont, writeAt } from './marks.ts'
import type { Next } from './queries.ts'
import type { Point, Range } from './range.ts'
import type { Surface } from './surface.ts'

/** The cost surface as contour lines, with the path, the point, the way downhill and the next step on it. */

export interface Scene {
  names: { a: string; b: string; plot: string; relief: string }
  range: Range
  surface: Surface | null
  at: Point
  path: Point[]
  /** The one before it. */
  ghost: Descent | null
  /** Those of other runs: see parts/ways.ts. */
  beside: { mark: string; name: string; path: Point[] }[]
  /** Of the landscape, at the point. */
  slope: Point | null
  next: Next | null
  /** The next step begins at the very point shown. */
  isNextHere: boolean
  cursor: Point | null
  words: { downhill: string; cost: string; part: (step: number) => string }
}

/** How strong the shade of the heights is. */
const strength = 0.2

export function flatDrawing(scene: Scene): Drawing {
  const { names, range, surface, next } = scene
  const axis = (side: 'a' | 'b') => ({ low: range[side][0], high: range[side][1], label: names[side] })
  return {
    axes: [axis('a'), axis('b')],
    height: squareHeight,
    shade: { of: [surface, next], paint: (plot) => paintHeights(plot, scene) },
    marks: { paint: (plot) => mark(plot, scene) },
  }
}

/** What the greys mean. */
export function heightsBar({ words }: Scene, { values }: Surface, write: (cost: number) => string) {
  const { low, high } = heightsOf(values)
  return scaleBar(write(low), write(high), 'heights', words.cost)
}

/** From the card's colour in the hollow to a quiet grey on the heights, with a line and a number at each level. */
function paintHeights({ shade, palette, inner: { left, top, width, height }, px, py }: Plot, scene: Scene) {
  const { surface } = scene
  const context = fitCanvas(shade, width, height)
  context.fillStyle = shadeOf(palette, 0)
  context.fillRect(0, 0, width, height)
  if (!surface) return
  const { a, b, resolution } = surface
  const along = (nodes: Float64Array, k: number) =>
    nodes[0] + ((nodes[resolution - 1] - nodes[0]) * k) / (resolution - 1)
  const heights = heightsOf(surface.values)
  const pixel = (point: Point) => ({ x: px(point.a) - left, y: py(point.b) - top })
  const contours = contoursOf(surface, levelsOf(heights), ([i, j]) => pixel({ a: along(a, i), b: along(b, j) }))
  context.strokeStyle = palette.css('line-strong')
  context.lineWidth = 0.75
  for (const { level, rings } of contours) {
    const path = new Path2D()
    traceRings(path, rings)
    context.fillStyle = shadeOf(palette, strength * heights.share(level))
    context.fill(path, 'evenodd')
    context.stroke(path)
  }
  const pen = { context, palette, inner: { left: 0, top: 0, width, height } }
  context.font = wordsFont(context)
  context.fillStyle = palette.css('ink-soft')
  const widthOf = (words: string) => context.measureText(words).width
  // words at an arrow's end go on beside it
  const taken = placesOf(scene).flatMap((point) =>
    [-36, 0, 36].map((right) => ({ ...pixel(point), x: pixel(point).x + right })),
  )
  for (const { words, at } of labelsOf(contours, { width, height }, widthOf, taken)) writeAt(pen, words, at, 'center')
}

function mark(plot: Plot, scene: Scene) {
  const { px, py } = plot
  const pixel = ({ a, b }: Point) => (Number.isFinite(a + b) ? { x: px(a), y: py(b) } : null)
  const ground: Ground = { pixel, way: (from, to) => [pixel(from), pixel(to)] }
  drawDescent(plot, ground, scene, true)
  const cursor = scene.cursor && pixel(scene.cursor)
  if (cursor) drawCursor(plot, cursor)
}

function drawCursor({ context, palette }: Pen, { x, y }: Pixel) {
  context.strokeStyle = palette.css('accent')
  context.lineWidth = 1.5
  context.beginPath()
  context.arc(x, y, 6, 0, 2 * Math.PI)
  context.moveTo(x - 11, y)
  context.lineTo(x + 11, y)
  context.moveTo(x, y - 11)
  context.lineTo(x, y + 11)
  context.stroke()
}
