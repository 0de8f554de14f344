import { shadeOf } from './colour.js'

/**
 * Gives a canvas the size of its box in device pixels; drawing then counts in CSS pixels.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 * @returns {CanvasRenderingContext2D} cleared
 */
export function fitCanvas(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high })
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = contextOf(canvas)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, width, height)
  return context
}

/** @param {HTMLCanvasElement} canvas */
export function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
}

/** A canvas of one pixel a value, stretched by its style. */
export class Bitmap {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas
    this.image = new ImageData(1, 1)
    this.pixels = new Uint32Array(this.image.data.buffer)
  }

  /** @param {number} width @param {number} height */
  resize(width, height) {
    if (this.image.width === width && this.image.height === height) return
    Object.assign(this.canvas, { width, height })
    this.image = new ImageData(width, height)
    this.pixels = new Uint32Array(this.image.data.buffer)
  }

  /**
   * Paints values through a table of 256 pixels.
   * @param {ArrayLike<number>} values row-major from the top left
   * @param {number} width
   * @param {Uint32Array} table
   * @param {import('./colour.js').Scale} scale
   */
  paint(values, width, table, scale) {
    this.resize(width, values.length / width)
    const { pixels } = this
    for (let i = 0; i < values.length; i++) pixels[i] = table[shadeOf(values[i], scale)]
    this.show()
  }

  /** Puts `pixels` on the canvas. */
  show() {
    contextOf(this.canvas).putImageData(this.image, 0, 0)
  }
}
