import { parameterValue } from '../../network/parameters.js'
import { fitCanvas } from '../plot/canvas.js'
import { wirePath } from './layout.js'

/**
 * The weights as lines: hue and dash tell the sign, width the size. Few are SVG, many are painted on a canvas.
 * @typedef {import('./layout.js').Wire} Wire
 * @typedef {Wire & import('./layout.js').Line} PlacedWire
 * @typedef {import('../../types.d.ts').Frame} Frame
 */

const mostElements = 300
const namespace = 'http://www.w3.org/2000/svg'

/** Width in pixels of a weight: the same weight has the same width in every network. @param {number} weight */
export function wireWidth(weight) {
  const size = Math.abs(weight)
  return Number.isFinite(size) ? Math.round((0.5 + (6 * size) / (size + 3)) * 4) / 4 : 0.5
}

export class Wires {
  /** @type {PlacedWire[]} */
  wires = []
  /** @type {{ element: SVGPathElement, width: number, isNegative: boolean, isLit: boolean }[]} */
  #drawn = []
  /** @type {((wire: Wire) => boolean) | null} */
  #isLit = null

  /**
   * @param {SVGSVGElement} svg
   * @param {HTMLCanvasElement} canvas
   * @param {import('../plot/palette.js').Palette} palette
   */
  constructor(svg, canvas, palette) {
    this.svg = svg
    this.canvas = canvas
    this.palette = palette
  }

  get #isPainted() {
    return this.wires.length > mostElements
  }

  /**
   * Takes a new set of wires.
   * @param {PlacedWire[]} wires
   * @param {import('./layout.js').Line[]} bundles lines that stand for many wires at once
   * @param {{ width: number, height: number }} size
   */
  place(wires, bundles, size) {
    this.wires = wires
    this.size = size
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

  /**
   * Brings some wires out and lets the others step back; null treats all alike.
   * @param {((wire: Wire) => boolean) | null} isLit
   */
  emphasise(isLit) {
    this.#isLit = isLit
    this.svg.classList.toggle('has-focus', isLit !== null)
    this.#drawn.forEach((drawn, i) => {
      const lit = isLit?.(this.wires[i]) ?? false
      if (lit !== drawn.isLit) drawn.element.classList.toggle('lit', (drawn.isLit = lit))
    })
  }

  /** @param {Frame | null} frame */
  update(frame) {
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

  /** Wires of one sign and width are one stroke. @param {Frame | null} frame */
  #paint(frame) {
    if (!this.size) return
    const context = fitCanvas(this.canvas, this.size.width, this.size.height)
    /** @type {Map<number, PlacedWire[]>} */
    const strokes = new Map()
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
      context.globalAlpha = isLit ? 1 : this.#isLit ? 0.12 : 0.55
      context.lineWidth = Math.abs(width) * 0.8
      context.setLineDash(width < 0 ? [7, 4] : [])
      context.strokeStyle = this.palette.css(width < 0 ? 'negative' : 'positive')
      context.beginPath()
      wires.forEach((wire) => traceWire(context, wire))
      context.stroke()
    }
  }
}

/** @param {import('./layout.js').Line} line @param {string} kind */
export function pathElement(line, kind) {
  const element = document.createElementNS(namespace, 'path')
  element.setAttribute('d', wirePath(line))
  element.setAttribute('class', kind)
  return element
}

/** @param {CanvasRenderingContext2D} context @param {import('./layout.js').Line} line */
function traceWire(context, { x0, y0, x1, y1 }) {
  const middle = (x0 + x1) / 2
  context.moveTo(x0, y0)
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1)
}
