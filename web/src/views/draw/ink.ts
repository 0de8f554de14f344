import type { Place } from './spray.ts'

/**
 * Ink on a fine grid: each pixel of an image is 4 x 4 points of it, and its shade is how many of them are inked, 0 to 16.
 * So were the digits of the data made, from bitmaps of 32 x 32.
 */

/** Points of a pixel, along each side; and in all. */
const fine = 4
export const shades = fine * fine

/** How thick the pen is, in points: about a pixel and a half, as the strokes of the data are. */
const penRadius = 3

/** In which order the points of a pixel are inked where only its shade is known: those in the middle first. */
const order = Array.from({ length: shades }, (_, i) => i).sort((a, b) => fromMiddle(a) - fromMiddle(b) || a - b)

function fromMiddle(point: number) {
  const middle = (fine - 1) / 2
  return Math.hypot((point % fine) - middle, Math.floor(point / fine) - middle)
}

export class Ink {
  readonly side: number
  readonly #width: number
  /** 1 = inked, row by row. */
  #points: Uint8Array

  /** @param values of the pixels, 0 to 16 */
  constructor(side: number, values: ArrayLike<number>) {
    this.side = side
    this.#width = side * fine
    this.#points = new Uint8Array(this.#width ** 2)
    Array.from(values).forEach((value, pixel) => {
      for (const point of order.slice(0, Math.round(value))) this.#points[this.#indexOf(pixel, point)] = 1
    })
  }

  /** The shade of each pixel. */
  get values(): number[] {
    return Array.from({ length: this.side ** 2 }, (_, pixel) =>
      order.reduce((sum, point) => sum + this.#points[this.#indexOf(pixel, point)], 0),
    )
  }

  /** Draws, or wipes, from one place to another: shares of the image, from its top left. */
  stroke(from: Place, to: Place, isErasing = false): void {
    const width = this.#width
    const [ax, ay, bx, by] = [from.x, from.y, to.x, to.y].map((share) => share * width)
    for (let y = 0; y < width; y++)
      for (let x = 0; x < width; x++)
        if (distance(x + 0.5, y + 0.5, ax, ay, bx, by) <= penRadius) this.#points[y * width + x] = Number(!isErasing)
  }

  /** Makes what is drawn as high as the image, or as wide where it is wider, and puts it in the middle. */
  fit(): void {
    const inked = [...this.#points.keys()].filter((at) => this.#points[at])
    if (inked.length === 0) return
    const width = this.#width
    const [left, right] = extentOf(inked.map((at) => at % width))
    const [top, bottom] = extentOf(inked.map((at) => Math.floor(at / width)))
    const scale = width / Math.max(right - left + 1, bottom - top + 1)
    const [x0, y0] = [(left + right + 1) / 2, (top + bottom + 1) / 2]
    const source = (at: number, middle: number) => Math.floor((at + 0.5 - width / 2) / scale + middle)
    const before = this.#points
    this.#points = before.map((_, at) => {
      const [x, y] = [source(at % width, x0), source(Math.floor(at / width), y0)]
      return x >= 0 && x < width && y >= 0 && y < width ? before[y * width + x] : 0
    })
  }

  /** Where a point of a pixel stands. */
  #indexOf(pixel: number, point: number) {
    const row = Math.floor(pixel / this.side) * fine + Math.floor(point / fine)
    return row * this.#width + (pixel % this.side) * fine + (point % fine)
  }
}

/** From a point to the line between two others. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const along = length ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
}

const extentOf = (values: number[]) => [Math.min(...values), Math.max(...values)]
