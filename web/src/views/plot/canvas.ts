import { type Scale, shadeOf } from './colour.ts'

/**
 * Gives a canvas the size of its box in device pixels; drawing then counts in CSS pixels.
 * @returns cleared
 */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
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

export function contextOf(canvas: HTMLCanvasElement) {
  return canvas.getContext('2d') as CanvasRenderingContext2D
}

/** A canvas of one pixel a value, stretched by its style. */
export class Bitmap {
  canvas: HTMLCanvasElement
  image: ImageData
  pixels: Uint32Array<ArrayBuffer>

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas
    this.image = new ImageData(1, 1)
    this.pixels = new Uint32Array(this.image.data.buffer)
  }

  resize(width: number, height: number) {
    if (this.image.width === width && this.image.height === height) return
    Object.assign(this.canvas, { width, height })
    this.image = new ImageData(width, height)
    this.pixels = new Uint32Array(this.image.data.buffer)
  }

  /**
   * Paints values through a table of 256 pixels.
   * @param values row-major from the top left
   */
  paint(values: ArrayLike<number>, width: number, table: Uint32Array, scale: Scale) {
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
