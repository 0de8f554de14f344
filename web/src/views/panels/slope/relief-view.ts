import { fitCanvas } from '../../plot/canvas.ts'
import { mix } from '../../plot/colour.ts'
import { Palette } from '../../plot/palette.ts'
import { drawDescent } from './descent.ts'
import type { Scene } from './plot.ts'
import { cellsOf, type Eye } from './relief.ts'
import { drawAxes } from './relief-axes.ts'
import { type Measured, measured, reliefGround } from './relief-ground.ts'
import type { Surface } from './surface.ts'

/** The cost surface as a relief that can be turned by dragging and by the arrow keys. */

type PixelOf = (seen: { x: number; y: number }) => { x: number; y: number }

/** Pixels beside the surface, for numbers and names; half the diagonal of the square that it stands on. */
const margin = 46
const reach = Math.SQRT2

/** Radians a key press and a pixel turn it. */
const keyTurn = Math.PI / 24
const pixelTurn = 0.01

export class ReliefView {
  root: HTMLElement
  canvas: HTMLCanvasElement
  palette: Palette
  scene: Scene | null = null
  eye: Eye = { azimuth: -0.6, elevation: 0.6 }
  #request = 0
  #last: { surface: Surface; measured: Measured } | null = null

  constructor(root: HTMLElement) {
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

  show(scene: Scene) {
    this.scene = scene
    this.canvas.setAttribute('aria-label', scene.names.relief)
    this.draw()
  }

  #onKey = (event: KeyboardEvent) => {
    const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
    const [around, up] = turns[event.key as keyof typeof turns] ?? [0, 0]
    if (!around && !up) return
    event.preventDefault()
    this.#turn(around * keyTurn, up * keyTurn)
  }

  #turn(around: number, up: number) {
    const { azimuth, elevation } = this.eye
    this.eye = { azimuth: azimuth + around, elevation: Math.min(1.45, Math.max(0.1, elevation + up)) }
    cancelAnimationFrame(this.#request)
    this.#request = requestAnimationFrame(() => this.draw())
  }

  draw() {
    const {
      scene,
      root: { clientWidth },
    } = this
    const width = Math.min(clientWidth, 560)
    if (!scene || !width) return
    const height = Math.round(width * 0.85)
    const context = fitCanvas(this.canvas, width, height)
    const { surface } = scene
    if (!surface) return
    const { palette, eye } = this
    const { range } = surface.wanted
    const frame = { left: 0, top: 0, width, height }
    const scale = (width / 2 - margin) / reach
    const pixelOf = ({ x, y }: { x: number; y: number }) => ({
      x: width / 2 + x * scale,
      y: height / 2 + y * scale,
    })
    const heights = this.#measure(surface)
    this.#drawCells(context, heights.shares, surface.resolution, pixelOf)
    drawAxes(context, palette, eye, pixelOf, scene, range, heights, frame)
    drawDescent(context, palette, reliefGround(surface, heights, eye, pixelOf, frame), scene, range, false)
  }

  /** Whether heights are drawn flatter than they are far above the lowest point. */
  get isFlattened() {
    return this.#last?.measured.isTall ?? false
  }

  #measure(surface: Surface) {
    if (this.#last?.surface !== surface) this.#last = { surface, measured: measured(surface) }
    return this.#last.measured
  }

  #drawCells(context: CanvasRenderingContext2D, shares: Float64Array, resolution: number, pixelOf: PixelOf) {
    const [card, ink, line] = [this.palette.rgb('card'), this.palette.rgb('ink'), this.palette.css('line-strong')]
    context.lineWidth = 0.5
    context.strokeStyle = line
    for (const { corners, height, tilt } of cellsOf(shares, resolution, this.eye)) {
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

  dispose() {
    cancelAnimationFrame(this.#request)
    this.palette.dispose()
    this.canvas.remove()
  }
}
