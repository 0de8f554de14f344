import { made } from './plate-shapes.ts'

/** A picture with what a reader of it has to know: what it shows, and what its colours mean. */

/** What a line of the key is drawn like, and means. */
export interface KeyEntry {
  colour: string
  dash?: string
  label: string
}

export interface Plate {
  width: number
  height: number
  shapes: SVGElement[]
  caption: string[]
  key: KeyEntry[]
  /** Said of it where it cannot be seen. */
  about: string
}

/** Pixels round it, between its parts, and from line to line. */
const [margin, gap, leading] = [20, 14, 19]
const size = 14
const family = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
const [ink, soft] = ['#22201c', '#5d594f']

/** All of it as one drawing. */
export function pageOf({ width, height, shapes, caption, key, about }: Plate): SVGSVGElement {
  const lines = caption.flatMap((sentence) => folded(sentence, width))
  const keyed = keyShapes(key, width)
  const keyTop = height + gap
  const textTop = keyTop + (keyed.height ? keyed.height + gap / 2 : 0)
  const [wide, high] = [width + 2 * margin, Math.ceil(textTop + lines.length * leading + 2 * margin)]
  const text = lines.map((line, i) => write(line, 0, textTop + i * leading + size, i < 1 ? ink : soft))
  return made(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, role: 'img' },
    [
      made('title', {}, [caption[0]]),
      made('desc', {}, [about]),
      made('rect', { width: wide, height: high, fill: '#ffffff' }),
      made('g', { transform: `translate(${margin} ${margin})` }, [
        made('g', {}, shapes),
        made('g', { transform: `translate(0 ${keyTop})` }, keyed.shapes),
        ...text,
      ]),
    ],
  ) as SVGSVGElement
}

const write = (line: string, x: number, y: number, fill: string) =>
  made('text', { x, y, fill, 'font-family': family, 'font-size': size }, [line])

const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D

function widthOf(text: string) {
  context.font = `${size}px ${family}`
  return context.measureText(text).width
}

/** A sentence as lines that are not too wide. */
function folded(sentence: string, width: number) {
  const lines: string[] = []
  for (const word of sentence.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A short line of each kind, and what it means. */
function keyShapes(key: KeyEntry[], width: number) {
  const [sample, between] = [34, 24]
  let [x, y] = [0, 0]
  const shapes = key.flatMap(({ colour, dash = null, label }) => {
    const length = sample + 8 + widthOf(label)
    if (x > 0 && x + length > width) [x, y] = [0, y + leading]
    const middle = y + leading / 2
    const line = {
      x1: x,
      x2: x + sample,
      y1: middle,
      y2: middle,
      stroke: colour,
      'stroke-width': 3,
      'stroke-dasharray': dash,
    }
    const entry = [made('line', line), write(label, x + sample + 8, middle + 5, soft)]
    x += length + between
    return entry
  })
  return { shapes, height: key.length > 0 ? y + leading : 0 }
}

/** As it is written into a file. */
export const svgText = (svg: SVGSVGElement) => new XMLSerializer().serializeToString(svg)

/** Dots a pixel: so that it can be printed. */
const density = 2

/** The same as dots. @returns rejects where the browser cannot draw it */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(svg))}`
  await image.decode()
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: image.width * density, height: image.height * density })
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('PNG'))), 'image/png'),
  )
}
