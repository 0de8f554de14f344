/** A mark as pixels: where each lies from its middle, and its colour with the opacity in the last byte, multiplied in. */
interface Stamp {
  /** From 1. */
  number: number
  dx: Int32Array
  dy: Int32Array
  rgba: Uint8ClampedArray
}

/**
 * Lays many marks over a canvas in a fraction of the time that drawing each of them takes: one of a kind is drawn, and
 * its pixels are copied to wherever there is one. Marks stand on whole pixels.
 * @param marks in CSS pixels, in the order of painting
 * @param kindOf marks of a kind look the same
 * @param draw draws one of them about the origin
 * @param reach no mark is larger, from its middle
 */
export function stamp<Mark extends { x: number; y: number }>(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  kindOf: (mark: Mark) => string | number,
  draw: (context: OffscreenCanvasRenderingContext2D, mark: Mark) => void,
  reach: number,
) {
  const { width, height } = context.canvas
  const ratio = context.getTransform().a
  const stamps: Map<string | number, Stamp> = new Map()
  const stampOf = (mark: Mark) => {
    const kind = kindOf(mark)
    let known = stamps.get(kind)
    if (!known) {
      known = { number: stamps.size + 1, ...cut((one) => draw(one, mark), Math.ceil(reach * ratio), ratio) }
      stamps.set(kind, known)
    }
    return known
  }
  const pixels = new Uint8ClampedArray(4 * width * height)
  /** The stamp that lies in the middle of each pixel: the same again would not be seen. */
  const laid = new Uint16Array(width * height)
  // from the last to the first: what others hide is soon seen to be hidden
  for (let i = marks.length - 1; i >= 0; i--) {
    const own = stampOf(marks[i])
    const [x, y] = [Math.round(marks[i].x * ratio), Math.round(marks[i].y * ratio)]
    const at = y * width + x
    if (laid[at] === own.number) continue
    laid[at] = own.number
    lay(own, pixels, width, x, y)
  }
  divideByOpacity(pixels)
  const sheet = new OffscreenCanvas(width, height)
  sheet.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0)
  context.drawImage(sheet, 0, 0, width / ratio, height / ratio)
}

/** Draws a mark and cuts out the pixels that it has. */
function cut(
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
  reach: number,
  ratio: number,
): Omit<Stamp, 'number'> {
  const side = 2 * reach + 1
  const context = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true })
  if (!context) return { dx: new Int32Array(), dy: new Int32Array(), rgba: new Uint8ClampedArray() }
  context.setTransform(ratio, 0, 0, ratio, reach, reach)
  draw(context)
  const { data } = context.getImageData(0, 0, side, side)
  const seen = Array.from({ length: side * side }, (_, i) => i).filter((i) => data[4 * i + 3] > 0)
  const multiplied = (i: number, part: number) =>
    part === 3 ? data[4 * i + 3] : (data[4 * i + part] * data[4 * i + 3]) / 255
  return {
    dx: Int32Array.from(seen, (i) => (i % side) - reach),
    dy: Int32Array.from(seen, (i) => Math.floor(i / side) - reach),
    rgba: Uint8ClampedArray.from(seen.flatMap((i) => [0, 1, 2, 3].map((part) => multiplied(i, part)))),
  }
}

/**
 * Lays a stamp beneath what is there: it shows as far as that is clear.
 * Porter and Duff, "Compositing Digital Images" (1984): the operator over, from the other side.
 */
function lay({ dx, dy, rgba }: Stamp, pixels: Uint8ClampedArray, width: number, x: number, y: number) {
  for (let i = 0; i < dx.length; i++) {
    const column = x + dx[i]
    if (column < 0 || column >= width) continue
    const to = 4 * ((y + dy[i]) * width + column) // above and below the sheet there is nothing to write to
    const clear = 255 - pixels[to + 3]
    if (clear > 0) for (let part = 0; part < 4; part++) pixels[to + part] += (clear * rgba[4 * i + part]) / 255
  }
}

/** As a canvas takes them: with the opacity apart. */
function divideByOpacity(pixels: Uint8ClampedArray) {
  for (let i = 0; i < pixels.length; i += 4) {
    const opacity = pixels[i + 3]
    if (opacity > 0 && opacity < 255) for (let part = 0; part < 3; part++) pixels[i + part] *= 255 / opacity
  }
}
