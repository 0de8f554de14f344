import { fitCanvas } from '../../plot/canvas.ts'
import { mix } from '../../plot/colour.ts'
import { Palette } from '../../plot/palette.ts'
import { Plot } from '../../plot/plot.ts'
import { type Contour, contoursOf, exactWords, heightsOf, levelsOf } from './contours.ts'
import { drawDescent } from './descent.ts'
import { type Ground, wordsFont, writeAt } from './marks.ts'
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

export class SlopePlot {
  root: HTMLElement
  plot: Plot
  palette: Palette
  scene: Scene | null = null
  #shaded: Surface | null = null

  constructor(root: HTMLElement) {
    this.root = root
    this.plot = new Plot(root, '')
    this.plot.box.classList.add('is-shaded', 'slope-plot')
    this.palette = new Palette(root, () => this.#redraw())
  }

  show(scene: Scene) {
    this.scene = scene
    this.plot.box.setAttribute('aria-label', scene.names.plot)
    this.draw()
  }

  get #room() {
    return Math.min(this.root.clientWidth, 560)
  }

  /** Whether it was drawn for the room that there is. */
  get isFitted() {
    return this.plot.width === this.#room
  }

  draw() {
    const { scene } = this
    const width = this.#room
    if (!scene || !width) return
    const { names, range, surface } = scene
    const axis = ([low, high]: [number, number], label: string) => ({ low, high, label })
    const isNew = this.plot.frame(width, Plot.squareHeight(width), axis(range.a, names.a), axis(range.b, names.b))
    if (isNew || surface !== this.#shaded) this.#shade(surface)
    this.#mark(scene)
  }

  #redraw() {
    this.#shaded = null
    this.draw()
  }

  #shade(surface: Surface | null) {
    this.#shaded = surface
    const { width, height } = this.plot.inner
    const context = fitCanvas(this.plot.shade, width, height)
    context.fillStyle = this.#shadeOf(0)
    context.fillRect(0, 0, width, height)
    if (!surface) return
    const heights = heightsOf(surface.values)
    const contours = contoursOf(surface, levelsOf(heights))
    const labels: { x: number; y: number }[] = []
    for (const contour of contours) {
      const path = this.#pathOf(contour, surface)
      context.fillStyle = this.#shadeOf(heights.share(contour.level))
      context.fill(path, 'evenodd')
      context.strokeStyle = this.palette.css('line-strong')
      context.lineWidth = 0.75
      context.stroke(path)
    }
    for (const contour of contours) this.#label(context, contour, surface, labels)
  }

  /** From the card's colour in the hollow to a quiet grey on the heights. */
  #shadeOf(share: number) {
    const [red, green, blue] = mix(this.palette.rgb('card'), this.palette.rgb('ink'), strength * share)
    return `rgb(${red} ${green} ${blue})`
  }

  /** Where a point of the grid is on the shade. */
  #pixelOf({ a, b, resolution }: Surface, [i, j]: [number, number]) {
    const { left, top } = this.plot.inner
    const at = (nodes: Float64Array, k: number) =>
      nodes[0] + ((nodes[resolution - 1] - nodes[0]) * k) / (resolution - 1)
    return { x: this.plot.px(at(a, i)) - left, y: this.plot.py(at(b, j)) - top }
  }

  #pathOf({ rings }: Contour, surface: Surface) {
    const path = new Path2D()
    for (const ring of rings) {
      ring.forEach((point, k) => {
        const { x, y } = this.#pixelOf(surface, point)
        if (k === 0) path.moveTo(x, y)
        else path.lineTo(x, y)
      })
      path.closePath()
    }
    return path
  }

  /** The cost on its line, where the line comes nearest to the diagonal and no other label is close. */
  #label(
    context: CanvasRenderingContext2D,
    { level, rings }: Contour,
    surface: Surface,
    labels: { x: number; y: number }[],
  ) {
    const { width, height } = this.plot.inner
    const words = exactWords(level)
    context.font = wordsFont(context)
    const half = context.measureText(words).width / 2 + 6
    const isFree = ({ x, y }: { x: number; y: number }) =>
      x > half &&
      x < width - half &&
      y > 12 &&
      y < height - 12 &&
      labels.every((label) => Math.abs(label.x - x) > 30 + half || Math.abs(label.y - y) > 22)
    const points = rings
      .flat()
      .map((point) => this.#pixelOf(surface, point))
      .filter(isFree)
    if (points.length === 0) return
    const fromDiagonal = ({ x, y }: { x: number; y: number }) => Math.abs(x / width - y / height)
    const best = points.reduce((found, point) => (fromDiagonal(point) < fromDiagonal(found) ? point : found))
    labels.push(best)
    context.fillStyle = this.palette.css('ink-soft')
    writeAt(context, this.palette, words, best, 'center', { left: 0, top: 0, width, height })
  }

  #mark(scene: Scene) {
    const context = this.plot.clearMarks()
    const { pixel } = this.#ground
    drawDescent(context, this.palette, this.#ground, scene, scene.range, true)
    const cursor = scene.cursor && pixel(scene.cursor)
    if (cursor) this.#drawCursor(context, cursor)
  }

  get #ground(): Ground {
    const { px, py, inner } = this.plot
    const pixel = ({ a, b }: Point) => (Number.isFinite(a + b) ? { x: px(a), y: py(b) } : null)
    return { pixel, way: (from, to) => [pixel(from), pixel(to)], frame: inner }
  }

  #drawCursor(context: CanvasRenderingContext2D, { x, y }: { x: number; y: number }) {
    context.strokeStyle = this.palette.css('accent')
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(x, y, 6, 0, 2 * Math.PI)
    context.moveTo(x - 11, y)
    context.lineTo(x + 11, y)
    context.moveTo(x, y - 11)
    context.lineTo(x, y + 11)
    context.stroke()
  }

  dispose() {
    this.palette.dispose()
    this.plot.dispose()
  }
}
