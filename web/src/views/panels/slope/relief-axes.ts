import type { Plot } from '../../plot/plot.ts'
import { exactWords } from './contours.ts'
import { type Pixel, strokeWay, writeAt } from './marks.ts'
import type { Scene } from './plot.ts'
import { type Eye, seenFrom } from './relief.ts'
import type { Measured } from './relief-ground.ts'

/**
 * The three axes of the relief: the two parameters along the edges of the ground that are nearest, the cost upwards
 * where the ground ends to the left, so that nothing of them lies before the surface or behind it.
 */

interface Pen {
  put: (u: number, v: number, height: number) => Pixel
  line: (pixels: Pixel[]) => void
  write: (words: string, at: Pixel, side: CanvasTextAlign) => void
}

/** How far off the edge numbers and names stand, and how far from its ends the numbers. */
const numberGap = 1.08
const nameGap = 1.2
const numberAt = 0.9
/** Sideways, from which on words stand beside their point and not over it. */
const beside = 0.25

/** Pixels between two numbers of the cost. */
const leastApart = 13

export function drawAxes(
  plot: Plot,
  eye: Eye,
  pixelOf: (seen: Pixel) => Pixel,
  { names, words, range }: Scene,
  { ticks }: Measured,
) {
  const { context, palette } = plot
  const pen: Pen = {
    put: (u, v, height) => pixelOf(seenFrom(eye, u, v, height)),
    write(words, at, side) {
      context.fillStyle = palette.css('ink-soft')
      writeAt(plot, words, at, side)
    },
    line(pixels) {
      context.lineWidth = 1
      context.strokeStyle = palette.css('ink-soft')
      strokeWay(context, pixels)
    },
  }
  const [sine, cosine] = [Math.sin(eye.azimuth), Math.cos(eye.azimuth)]
  const near = { u: sine < 0 ? 1 : -1, v: cosine < 0 ? 1 : -1 }
  groundAxis(pen, names.a, range.a, sideOf(-near.v * sine), (along, gap) => [along, near.v * gap])
  groundAxis(pen, names.b, range.b, sideOf(near.u * cosine), (along, gap) => [near.u * gap, along])
  const isAlongB = cosine * near.u + sine * near.v < 0
  costAxis(pen, words.cost, ticks, isAlongB ? [near.u, -near.v] : [-near.u, near.v])
}

/** An edge of the ground with its two ends and its name. */
function groundAxis(
  { put, write, line }: Pen,
  name: string,
  ends: [number, number],
  side: CanvasTextAlign,
  at: (along: number, gap: number) => [u: number, v: number],
) {
  line([put(...at(-1, 1), 0), put(...at(1, 1), 0)])
  ends.forEach((value, k) => write(exactWords(value), put(...at((2 * k - 1) * numberAt, numberGap), 0), side))
  write(name, put(...at(0, nameGap), 0), side)
}

function costAxis({ put, write, line }: Pen, name: string, ticks: Measured['ticks'], at: [u: number, v: number]) {
  const top = put(...at, 1)
  line([put(...at, 0), top])
  let lastY = Infinity
  for (const { cost, share } of ticks) {
    const { x, y } = put(...at, share)
    if (lastY - y < leastApart) continue
    lastY = y
    line([
      { x: x - 4, y },
      { x, y },
    ])
    write(exactWords(cost), { x: x - 7, y }, 'right')
  }
  write(name, { x: top.x, y: top.y - 14 }, 'center')
}

const sideOf = (sideways: number): CanvasTextAlign =>
  sideways < -beside ? 'right' : sideways > beside ? 'left' : 'center'
