import { fitCanvas } from '../canvas.js'
import { mix } from '../colour.js'
import { Palette } from '../palette.js'
import { Plot } from '../plot.js'
import { formatNumber } from '../../text/numbers.js'
import { contoursOf, heightsOf, levelsOf } from './contours.js'
import { drawArrow, drawPath, drawPoint, writeAt } from './slope-marks.js'

/**
 * The cost surface as contour lines, with the path, the point, the way downhill and the next step on it.
 *
 * @import { Place, Range } from './slope-range.js'
 * @import { Surface } from './slope-surface.js'
 * @import { Contour } from './contours.js'
 * @typedef {{ before: Place, after: Place, gradient: Place }} Next
 * @typedef {{
 *   names: { a: string, b: string, plot: string, relief: string }, range: Range, surface: Surface | null, at: Place
 *   path: Place[], next: Next | null, isNextHere: boolean, cursor: { i: number, j: number } | null
 *   words: { downhill: string, part: (step: number) => string }
 * }} Scene `isNextHere`: the next step begins at the very point shown
 */

/** Length in pixels of the arrow that only tells a direction, and the least that a step is drawn. */
const pointerLength = 110
const leastLength = 48

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

  draw() {
    const { scene, root } = this
    const width = Math.min(root.clientWidth, 560)
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

  /** Where a place of the grid is on the shade. @param {Surface} surface @param {[number, number]} place */
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
      ring.forEach((place, k) => {
        const { x, y } = this.#pixelOf(surface, place)
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
    const isFree = (/** @type {{ x: number, y: number }} */ { x, y }) =>
      x > 24 && x < width - 24 && y > 12 && y < height - 12 &&
      labels.every((label) => Math.abs(label.x - x) > 60 || Math.abs(label.y - y) > 22)
    const places = rings.flat().map((place) => this.#pixelOf(surface, place)).filter(isFree)
    if (places.length === 0) return
    const fromDiagonal = (/** @type {{ x: number, y: number }} */ { x, y }) => Math.abs(x / width - y / height)
    const best = places.reduce((found, place) => (fromDiagonal(place) < fromDiagonal(found) ? place : found))
    labels.push(best)
    context.fillStyle = this.palette.css('ink-soft')
    const words = formatNumber(level, 3).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
    writeAt(context, this.palette, words, best, 'center')
  }

  /** @param {Scene} scene */
  #mark({ at, path, next, isNextHere, cursor, surface, words }) {
    const context = this.plot.clearMarks()
    const { palette } = this
    const place = (/** @type {Place} */ { a, b }) => ({ x: this.plot.px(a), y: this.plot.py(b) })
    drawPath(context, palette, path.map(place), place(at))
    if (next && isNextHere) this.#drawNext(context, next, words)
    drawPoint(context, palette, place(at))
    if (cursor && surface) this.#drawCursor(context, place({ a: surface.a[cursor.i], b: surface.b[cursor.j] }))
  }

  /**
   * Where downhill is, and the step with its two parts.
   * @param {CanvasRenderingContext2D} context @param {Next} next @param {Scene['words']} words
   */
  #drawNext(context, { before, after, gradient }, words) {
    const { palette, plot } = this
    const from = { x: plot.px(before.a), y: plot.py(before.b) }
    const slope = Math.hypot(gradient.a, gradient.b)
    if (slope > 0 && (after.a !== before.a || after.b !== before.b)) {
      const way = pointerLength / slope
      const to = { x: from.x - gradient.a * way, y: from.y + gradient.b * way }
      drawArrow(context, palette, from, to, { colour: palette.css('ink-soft'), width: 1, label: words.downhill })
    }
    const step = { a: after.a - before.a, b: after.b - before.b }
    const longer = this.timesLonger(step) * this.#pixelsPerUnit
    const to = { x: from.x + step.a * longer, y: from.y - step.b * longer }
    const thin = { colour: palette.css('accent'), width: 1.25, dash: [4, 3] }
    drawArrow(context, palette, from, { x: to.x, y: from.y }, { ...thin, label: words.part(step.a) })
    drawArrow(context, palette, from, { x: from.x, y: to.y }, { ...thin, label: words.part(step.b) })
    drawArrow(context, palette, from, to, { colour: palette.css('accent'), width: 2.5 })
  }

  get #pixelsPerUnit() {
    return this.plot.px(1) - this.plot.px(0)
  }

  /**
   * How many times as long as it is a step is drawn, so that its parts can be told apart: 1, 2, 5, 10 ...
   * @param {Place} step
   */
  timesLonger(step) {
    const length = Math.hypot(step.a, step.b) * this.#pixelsPerUnit
    if (!(length > 0) || length >= leastLength) return 1
    const power = 10 ** Math.floor(Math.log10(leastLength / length))
    return [1, 2, 5, 10].map((m) => m * power).find((times) => times * length >= leastLength) ?? power
  }

  /** @param {CanvasRenderingContext2D} context @param {{ x: number, y: number }} place */
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
