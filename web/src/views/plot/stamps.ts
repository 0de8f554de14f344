/** A mark as pixels: where each lies from its middle, and its colour with the opacity in the last byte, multiplied in. */
interface Stamp {
  dx: number[]
  dy: number[]
  rgba: number[]
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
    if (!known) stamps.set(kind, (known = cut((one) => draw(one, mark), Math.ceil(reach * ratio), ratio)))
    return known
  }
  const pixels = new Uint8ClampedArray(4 * width * height)
  /** The stamp that lies in the middle of each pixel: the same again would not be seen. */
  const laid = new Array<Stamp>(width * height)
  // from the last to the first: what others hide is soon seen to be hidden
  for (let i = marks.length - 1; i >= 0; i--) {
    const own = stampOf(marks[i])
    const [x, y] = [Math.round(marks[i].x * ratio), Math.round(marks[i].y * ratio)]
    const at = y * width + x
    if (laid[at] === own) continue
    laid[at] = own
    lay(own, pixels, width, x, y)
  }
  divideByOpacity(pixels)
  const sheet = contextOf(width, height)
  sheet.putImageData(new ImageData(pixels, width, height), 0, 0)
  context.drawImage(sheet.canvas, 0, 0, width / ratio, height / ratio)
}

/** Draws a mark and cuts out the pixels that it has. */
function cut(draw: (context: OffscreenCanvasRenderingContext2D) => void, reach: number, ratio: number): Stamp {
  const side = 2 * reach + 1
  const context = contextOf(side, side)
  context.setTransform(ratio, 0, 0, ratio, reach, reach)
  draw(context)
  const { data } = context.getImageData(0, 0, side, side)
  const [dx, dy, rgba]: number[][] = [[], [], []]
  for (let i = 0; i < side * side; i++) {
    const [red, green, blue, opacity] = data.slice(4 * i, 4 * i + 4)
    if (opacity === 0) continue
    dx.push((i % side) - reach)
    dy.push(Math.floor(i / side) - reach)
    rgba.push(...[red, green, blue].map((part) => (part * opacity) / 255), opacity)
  }
  return { dx, dy, rgba }
}

const contextOf = (width: number, height: number) =>
  new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D

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
