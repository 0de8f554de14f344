import { fitCanvas } from '../../plot/canvas.js'
import { mix } from '../../plot/colour.js'
import { Palette } from '../../plot/palette.js'
import { Plot } from '../../plot/plot.js'
import { contoursOf, exactWords, heightsOf, levelsOf } from './contours.js'
import { drawDescent } from './descent.js'
import { wordsFont, writeAt } from './marks.js'

/**
 * The cost surface as contour lines, with the path, the point, the way downhill and the next step on it.
 *
 * @import { Next } from './queries.js'
 * @import { Ground } from './marks.js'
 * @import { Point, Range } from './range.js'
 * @import { Surface } from './surface.js'
 * @import { Contour } from './contours.js'
 * @typedef {{
 *   names: { a: string, b: string, plot: string, relief: string }, range: Range, surface: Surface | null, at: Point
 *   path: Point[], slope: Point | null, next: Next | null, isNextHere: boolean, cursor: Point | null
 *   words: { downhill: string, cost: string, part: (step: number) => string }
 * }} Scene `slope`: of the landscape, at the point; `isNextHere`: the next step begins at the very point shown
 */

/** How strong the shade of the heights is. */
const strength = 0.2

export class SlopePlot {
  /** @type {Scene | null} */
  scene = null
  /** @type {Surface | null} */
  #shaded = null

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.plot = new Plot(root, '')
    this.plot.box.classList.add('is-shaded', 'slope-plot')
    this.palette = new Palette(root, () => this.#redraw())
  }

  /** @param {Scene} scene */
  show(scene) {
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
    const axis = (/** @type {[number, number]} */ [low, high], /** @type {string} */ label) => ({ low, high, label })
    const isNew = this.plot.frame(width, Plot.squareHeight(width), axis(range.a, names.a), axis(range.b, names.b))
    if (isNew || surface !== this.#shaded) this.#shade(surface)
    this.#mark(scene)
  }

  #redraw() {
    this.#shaded = null
    this.draw()
  }

  /** @param {Surface | null} surface */
  #shade(surface) {
    this.#shaded = surface
    const { width, height } = this.plot.inner
    const context = fitCanvas(this.plot.shade, width, height)
    context.fillStyle = this.#shadeOf(0)
    context.fillRect(0, 0, width, height)
    if (!surface) return
    const heights = heightsOf(surface.values)
    const contours = contoursOf(surface, levelsOf(heights))
    /** @type {{ x: number, y: number }[]} */
    const labels = []
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

  /** From the card's colour in the hollow to a quiet grey on the heights. @param {number} share */
  #shadeOf(share) {
    const [red, green, blue] = mix(this.palette.rgb('card'), this.palette.rgb('ink'), strength * share)
    return `rgb(${red} ${green} ${blue})`
  }

  /** Where a point of the grid is on the shade. @param {Surface} surface @param {[number, number]} point */
  #pixelOf({ a, b, resolution }, [i, j]) {
    const { left, top } = this.plot.inner
    const at = (/** @type {Float64Array} */ nodes, /** @type {number} */ k) =>
      nodes[0] + ((nodes[resolution - 1] - nodes[0]) * k) / (resolution - 1)
    return { x: this.plot.px(at(a, i)) - left, y: this.plot.py(at(b, j)) - top }
  }

  /** @param {Contour} contour @param {Surface} surface */
  #pathOf({ rings }, surface) {
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

  /**
   * The cost on its line, where the line comes nearest to the diagonal and no other label is close.
   * @param {CanvasRenderingContext2D} context @param {Contour} contour @param {Surface} surface
   * @param {{ x: number, y: number }[]} labels
   */
  #label(context, { level, rings }, surface, labels) {
    const { width, height } = this.plot.inner
    const words = exactWords(level)
    context.font = wordsFont(context)
    const half = context.measureText(words).width / 2 + 6
    const isFree = (/** @type {{ x: number, y: number }} */ { x, y }) =>
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
    const fromDiagonal = (/** @type {{ x: number, y: number }} */ { x, y }) => Math.abs(x / width - y / height)
    const best = points.reduce((found, point) => (fromDiagonal(point) < fromDiagonal(found) ? point : found))
    labels.push(best)
    context.fillStyle = this.palette.css('ink-soft')
    writeAt(context, this.palette, words, best, 'center', { left: 0, top: 0, width, height })
  }

  /** @param {Scene} scene */
  #mark(scene) {
    const context = this.plot.clearMarks()
    const { pixel } = this.#ground
    drawDescent(context, this.palette, this.#ground, scene, scene.range, true)
    const cursor = scene.cursor && pixel(scene.cursor)
    if (cursor) this.#drawCursor(context, cursor)
  }

  /** @returns {Ground} */
  get #ground() {
    const { px, py, inner } = this.plot
    const pixel = (/** @type {Point} */ { a, b }) => (Number.isFinite(a + b) ? { x: px(a), y: py(b) } : null)
    return { pixel, way: (from, to) => [pixel(from), pixel(to)], frame: inner }
  }

  /** @param {CanvasRenderingContext2D} context @param {{ x: number, y: number }} point */
  #drawCursor(context, { x, y }) {
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
