import { fitCanvas } from '../canvas.js'
import { mix } from '../colour.js'
import { Palette } from '../palette.js'
import { heightsOf } from './contours.js'
import { cellsOf, seenFrom } from './relief.js'
import { drawPath, drawPoint } from './slope-marks.js'

/**
 * The cost surface as a relief that can be turned by dragging and by the arrow keys.
 *
 * @import { Eye, Seen } from './relief.js'
 * @import { Place } from './slope-range.js'
 * @import { Scene } from './slope-plot.js'
 * @import { Surface } from './slope-surface.js'
 * @typedef {(seen: Seen) => { x: number, y: number }} PixelOf
 */

/** Radians a key press and a pixel turn it. */
const keyTurn = Math.PI / 24
const pixelTurn = 0.01

export class ReliefView {
  /** @type {Scene | null} */
  scene = null
  /** @type {Eye} */
  eye = { azimuth: -0.6, elevation: 0.6 }
  #request = 0
  /** @type {{ surface: Surface, isTall: boolean, shares: Float64Array } | null} */
  #measured = null

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.canvas = document.createElement('canvas')
    this.canvas.className = 'relief'
    this.canvas.tabIndex = 0
    this.canvas.setAttribute('role', 'application')
    root.append(this.canvas)
    this.palette = new Palette(root, () => this.draw())
    this.canvas.addEventListener('pointerdown', (event) => this.canvas.setPointerCapture(event.pointerId))
    this.canvas.addEventListener('pointermove', (event) => {
      if (!this.canvas.hasPointerCapture(event.pointerId)) return
      this.#turn(event.movementX * pixelTurn, event.movementY * pixelTurn)
    })
    this.canvas.addEventListener('keydown', this.#onKey)
  }

  /** @param {Scene} scene */
  show(scene) {
    this.scene = scene
    this.canvas.setAttribute('aria-label', scene.names.relief)
    this.draw()
  }

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
    const [around, up] = turns[/** @type {keyof typeof turns} */ (event.key)] ?? [0, 0]
    if (!around && !up) return
    event.preventDefault()
    this.#turn(around * keyTurn, up * keyTurn)
  }

  /** @param {number} around @param {number} up */
  #turn(around, up) {
    const { azimuth, elevation } = this.eye
    this.eye = { azimuth: azimuth + around, elevation: Math.min(1.45, Math.max(0.1, elevation + up)) }
    cancelAnimationFrame(this.#request)
    this.#request = requestAnimationFrame(() => this.draw())
  }

  draw() {
    const { scene, root: { clientWidth } } = this
    const width = Math.min(clientWidth, 560)
    if (!scene || !width) return
    const height = Math.round(width * 0.85)
    const context = fitCanvas(this.canvas, width, height)
    if (!scene.surface) return
    const scale = width / 3
    const pixelOf = (/** @type {{ x: number, y: number }} */ { x, y }) =>
      ({ x: width / 2 + x * scale, y: height / 2 + y * scale })
    this.#drawCells(context, scene.surface, pixelOf)
    this.#drawAxes(context, scene, pixelOf)
    const seen = (/** @type {Place} */ place) => pixelOf(this.#seen(scene, place))
    drawPath(context, this.palette, scene.path.filter((place) => isWithin(scene, place)).map(seen), seen(scene.at))
    if (isWithin(scene, scene.at)) drawPoint(context, this.palette, seen(scene.at))
  }

  /** Whether heights are drawn flatter than they are far above the lowest place. */
  get isFlattened() {
    return this.#measured?.isTall ?? false
  }

  /** How high each node is drawn. @param {Surface} surface */
  #sharesOf(surface) {
    if (this.#measured?.surface !== surface) {
      const heights = heightsOf(surface.values)
      const { low, high, isTall } = heights
      const truly = (/** @type {number} */ cost) => Math.min(1, (cost - low) / (high - low)) || 0
      this.#measured = { surface, isTall, shares: Float64Array.from(surface.values, isTall ? heights.share : truly) }
    }
    return this.#measured.shares
  }

  /** @param {CanvasRenderingContext2D} context @param {Surface} surface @param {PixelOf} pixelOf */
  #drawCells(context, surface, pixelOf) {
    const [card, ink, line] = [this.palette.rgb('card'), this.palette.rgb('ink'), this.palette.css('line-strong')]
    context.lineWidth = 0.5
    context.strokeStyle = line
    for (const { corners, height, tilt } of cellsOf(this.#sharesOf(surface), surface.resolution, this.eye)) {
      const [red, green, blue] = mix(card, ink, Math.max(0, 0.05 + 0.2 * height - 0.06 * tilt))
      context.fillStyle = `rgb(${red} ${green} ${blue})`
      context.beginPath()
      for (const corner of corners) {
        const { x, y } = pixelOf(corner)
        context.lineTo(x, y)
      }
      context.closePath()
      context.fill()
      context.stroke()
    }
  }

  /**
   * The names of the two parameters, along the edges of the ground that are nearest.
   * @param {CanvasRenderingContext2D} context @param {Scene} scene @param {PixelOf} pixelOf
   */
  #drawAxes(context, { names }, pixelOf) {
    const { eye } = this
    const near = (/** @type {[number, number, number][]} */ places) =>
      places.map(([u, v, h]) => seenFrom(eye, u, v, h)).reduce((one, other) => (other.depth < one.depth ? other : one))
    context.font = `12px ${getComputedStyle(this.root).fontFamily}`
    context.fillStyle = this.palette.css('ink-soft')
    context.textAlign = 'center'
    const write = (/** @type {string} */ words, /** @type {Seen} */ seen) => {
      const { x, y } = pixelOf(seen)
      context.fillText(words, x, y)
    }
    write(`${names.a} →`, near([[0, -1.15, 0], [0, 1.15, 0]]))
    write(`${names.b} →`, near([[-1.15, 0, 0], [1.15, 0, 0]]))
  }

  /** A place upon the surface: between nodes, as high as the cell there. @param {Scene} scene @param {Place} place */
  #seen({ surface, range }, { a, b }) {
    const { resolution } = /** @type {Surface} */ (surface)
    const shares = this.#sharesOf(/** @type {Surface} */ (surface))
    const [u, v] = [(a - range.a[0]) / (range.a[1] - range.a[0]), (b - range.b[0]) / (range.b[1] - range.b[0])]
    const [i, j] = [u, v].map((t) => Math.min(resolution - 2, Math.max(0, Math.floor(t * (resolution - 1)))))
    const [s, t] = [u * (resolution - 1) - i, v * (resolution - 1) - j]
    const k = i + j * resolution
    const height = (shares[k] * (1 - s) + shares[k + 1] * s) * (1 - t) +
      (shares[k + resolution] * (1 - s) + shares[k + resolution + 1] * s) * t
    return seenFrom(this.eye, 2 * u - 1, 2 * v - 1, height)
  }

  dispose() {
    cancelAnimationFrame(this.#request)
    this.palette.dispose()
    this.canvas.remove()
  }
}

/** @param {Scene} scene @param {Place} place */
const isWithin = ({ range }, { a, b }) =>
  a >= range.a[0] && a <= range.a[1] && b >= range.b[0] && b <= range.b[1]
