import { parameterValue } from '../../network/parameters.ts'
import type { Frame } from '../../session/frame.ts'
import { fitCanvas } from '../plot/canvas.ts'
import type { Palette } from '../plot/palette.ts'
import { type Line, type Wire, wirePath } from './lines.ts'

/** The weights as lines: hue and dash tell the sign, width the size. Few are SVG, many are painted on a canvas. */

export type PlacedWire = Wire & Line

const mostElements = 300
const namespace = 'http://www.w3.org/2000/svg'

/** Width in pixels of a weight: the same weight has the same width in every network. */
export function wireWidth(weight: number) {
  const size = Math.abs(weight)
  return Number.isFinite(size) ? Math.round((0.5 + (6 * size) / (size + 3)) * 4) / 4 : 0.5
}

export class Wires {
  svg: SVGSVGElement
  canvas: HTMLCanvasElement
  palette: Palette
  wires: PlacedWire[] = []
  #size = { width: 0, height: 0 }
  #drawn: { element: SVGPathElement; width: number; isNegative: boolean; isLit: boolean }[] = []
  #isLit: ((wire: Wire) => boolean) | null = null

  constructor(svg: SVGSVGElement, canvas: HTMLCanvasElement, palette: Palette) {
    this.svg = svg
    this.canvas = canvas
    this.palette = palette
  }

  get #isPainted() {
    return this.wires.length > mostElements
  }

  /**
   * Takes a new set of wires.
   * @param bundles lines that stand for many wires at once
   */
  place(wires: PlacedWire[], bundles: Line[], size: { width: number; height: number }) {
    this.wires = wires
    this.#size = size
    this.svg.replaceChildren(...bundles.map((line) => pathElement(line, 'bundle')))
    this.canvas.hidden = !this.#isPainted
    this.#drawn = this.#isPainted
      ? []
      : wires.map((wire) => {
          const element = pathElement(wire, 'wire')
          this.svg.append(element)
          return { element, width: 0, isNegative: false, isLit: false }
        })
  }

  /** Brings some wires out and lets the others step back; null treats all alike. */
  emphasise(isLit: ((wire: Wire) => boolean) | null) {
    this.#isLit = isLit
    this.svg.classList.toggle('has-focus', isLit !== null)
    this.#drawn.forEach((drawn, i) => {
      const lit = isLit?.(this.wires[i]) ?? false
      if (lit !== drawn.isLit) drawn.element.classList.toggle('lit', (drawn.isLit = lit))
    })
  }

  update(frame: Frame | null) {
    if (this.#isPainted) return this.#paint(frame)
    this.wires.forEach((wire, i) => {
      const drawn = this.#drawn[i]
      const weight = parameterValue(frame, wire)
      const width = wireWidth(weight)
      if (width !== drawn.width) drawn.element.setAttribute('stroke-width', String((drawn.width = width)))
      const isNegative = weight < 0
      if (isNegative !== drawn.isNegative) drawn.element.classList.toggle('negative', (drawn.isNegative = isNegative))
    })
  }

  /** Wires of one sign and width are one stroke. */
  #paint(frame: Frame | null) {
    const context = fitCanvas(this.canvas, this.#size.width, this.#size.height)
    const strokes: Map<number, PlacedWire[]> = new Map()
    for (const wire of this.wires) {
      const weight = parameterValue(frame, wire)
      const key = wireWidth(weight) * (weight < 0 ? -1 : 1) + (this.#isLit?.(wire) ? 1000 : 0)
      const stroke = strokes.get(key)
      if (stroke) stroke.push(wire)
      else strokes.set(key, [wire])
    }
    for (const [key, wires] of [...strokes].sort(([a], [b]) => a - b)) {
      const isLit = key > 500
      const width = isLit ? key - 1000 : key
      context.globalAlpha = isLit ? 1 : this.#isLit ? 0.12 : 0.8
      context.lineWidth = Math.abs(width) * 0.8
      context.setLineDash(width < 0 ? [7, 4] : [])
      context.strokeStyle = this.palette.css(width < 0 ? 'negative' : 'positive')
      context.beginPath()
      wires.forEach((wire) => traceWire(context, wire))
      context.stroke()
    }
  }
}

export function pathElement(line: Line, kind: string) {
  const element = document.createElementNS(namespace, 'path')
  element.setAttribute('d', wirePath(line))
  element.setAttribute('class', kind)
  return element
}

/** Goes along a wire on a canvas. */
export function traceWire(context: CanvasRenderingContext2D, { x0, y0, x1, y1 }: Line) {
  const middle = (x0 + x1) / 2
  context.moveTo(x0, y0)
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1)
}
