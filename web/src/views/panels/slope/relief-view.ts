import { html, type TemplateResult } from 'lit'
import type { Drawing, Plot } from '../../plot/plot.ts'
import { plotIn } from '../../plot/plot-in.ts'
import { drawDescent } from './descent.ts'
import { type Pixel, shadeOf } from './marks.ts'
import type { Scene } from './plot.ts'
import { cellsOf, type Eye } from './relief.ts'
import { drawAxes } from './relief-axes.ts'
import { type Measured, measured, reliefGround } from './relief-ground.ts'
import type { Surface } from './surface.ts'
import '../../plot/plot.ts'

/** Pixels beside the surface, for numbers and names; half the diagonal of the square that it stands on. */
const margin = 46
const reach = Math.SQRT2

/** Radians a key press and a pixel turn it. */
const keyTurn = Math.PI / 24
const pixelTurn = 0.01

/** The cost surface as a relief that can be turned by dragging and by the arrow keys. */
export class ReliefView {
  readonly onTurn: () => void
  #eye: Eye = { azimuth: -0.6, elevation: 0.6 }
  #last: { surface: Surface; measured: Measured } | null = null

  constructor(onTurn: () => void) {
    this.onTurn = onTurn
  }

  template(scene: Scene): TemplateResult {
    return html`<glassbox-plot class="slope-relief" role="application" tabindex="0" aria-label=${scene.names.relief}
      .drawing=${this.#drawing(scene)} @pointerdown=${this} @pointermove=${this} @keydown=${this}></glassbox-plot>`
  }

  #drawing(scene: Scene): Drawing {
    const { surface } = scene
    return {
      height: (width) => Math.round(width * 0.85),
      marks: { paint: (plot) => surface && this.#paint(plot, scene, surface) },
    }
  }

  /** Whether heights are drawn flatter than they are far above the lowest point. */
  isFlattened({ surface }: Scene): boolean {
    return surface !== null && this.#measure(surface).isTall
  }

  handleEvent(event: PointerEvent | KeyboardEvent) {
    if ('key' in event) return this.#onKey(event)
    const plot = plotIn(event)
    if (!plot) return
    if (event.type === 'pointerdown') plot.setPointerCapture(event.pointerId)
    else if (plot.hasPointerCapture(event.pointerId))
      this.#turn(event.movementX * pixelTurn, event.movementY * pixelTurn)
  }

  #onKey(event: KeyboardEvent) {
    const turns = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }
    const [around, up] = turns[event.key as keyof typeof turns] ?? [0, 0]
    if (!around && !up) return
    event.preventDefault()
    this.#turn(around * keyTurn, up * keyTurn)
  }

  #turn(around: number, up: number) {
    const { azimuth, elevation } = this.#eye
    this.#eye = { azimuth: azimuth + around, elevation: Math.min(1.45, Math.max(0.1, elevation + up)) }
    this.onTurn()
  }

  #measure(surface: Surface) {
    if (this.#last?.surface !== surface) this.#last = { surface, measured: measured(surface) }
    return this.#last.measured
  }

  #paint(plot: Plot, scene: Scene, surface: Surface) {
    const eye = this.#eye
    const { width, height } = plot
    const scale = (width / 2 - margin) / reach
    const pixelOf = ({ x, y }: Pixel) => ({ x: width / 2 + x * scale, y: height / 2 + y * scale })
    const heights = this.#measure(surface)
    const drawn = { ...scene, range: surface.wanted.range }
    drawCells(plot, heights.shares, surface.resolution, eye, pixelOf)
    drawAxes(plot, eye, pixelOf, drawn, heights)
    drawDescent(plot, reliefGround(surface, heights, eye, pixelOf), drawn, false)
  }
}

function drawCells(
  { context, palette }: Plot,
  shares: Float64Array,
  resolution: number,
  eye: Eye,
  pixelOf: (seen: Pixel) => Pixel,
) {
  context.lineWidth = 0.5
  context.strokeStyle = palette.css('line-strong')
  for (const { corners, height, tilt } of cellsOf(shares, resolution, eye)) {
    context.fillStyle = shadeOf(palette, Math.max(0, 0.05 + 0.2 * height - 0.06 * tilt))
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
