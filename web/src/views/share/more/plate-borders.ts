import { inColour, made, type Painted, partsOf, place, plain, round } from './plate-shapes.ts'

/** The box of an element: its ground, its border. */
export function borderShapes({ style, room, box }: Painted): SVGElement[] {
  if (!box.width) return []
  return [...groundShapes(style, box, room), ...edgeShapes(style, box, room)]
}

type Style = CSSStyleDeclaration
type Box = Painted['box']

const radiusOf = (style: Style, { width, height }: Box) => {
  const radius = Number.parseFloat(style.borderTopLeftRadius) || 0
  const pixels = style.borderTopLeftRadius.endsWith('%') ? (radius / 100) * width : radius
  return round(Math.min(pixels, width / 2, height / 2))
}

function groundShapes(style: Style, box: Box, room: Box) {
  const { backgroundColor: ground } = style
  const shape = (more: Record<string, string | number>) =>
    made('rect', {
      ...place(box, room),
      width: round(box.width),
      height: round(box.height),
      rx: radiusOf(style, box) || null,
      ...more,
    })
  return [
    ...(plain(ground).opacity > 0 ? [shape(inColour('fill', ground))] : []),
    ...layersOf(style).flatMap((layer) => {
      const gradient = gradientOf(layer.image)
      if (gradient) return [gradient, shape({ fill: `url(#${gradient.id})` })]
      const flat = flatOf(layer, box, room)
      return flat ? [shape(flat)] : []
    }),
  ]
}

interface Layer {
  image: string
  size: string
  at: string
}

/** What lies over the ground, the lowest first. */
function layersOf({ backgroundImage, backgroundSize, backgroundPosition }: Style): Layer[] {
  if (backgroundImage === 'none') return []
  const [images, sizes, places] = [backgroundImage, backgroundSize, backgroundPosition].map(partsOf)
  return images.map((image, i) => ({ image, size: sizes[i % sizes.length], at: places[i % places.length] })).reverse()
}

/** A layer of one colour: a bar, a line, a cover. */
function flatOf({ image, size, at }: Layer, box: Box, room: Box) {
  const [, colour] = /^linear-gradient\((\w+\([^()]*\))(?: 0px)?, \1(?: 0px)?\)$/.exec(image) ?? []
  if (!colour || plain(colour).opacity === 0) return null
  const [wide, high = 'auto'] = size.split(' ')
  const width = lengthOf(wide, box.width)
  const height = lengthOf(high, box.height)
  const [left, top] = at.split(' ')
  const { x, y } = place(box, room)
  return {
    x: round(x + lengthOf(left, box.width - width)),
    y: round(y + lengthOf(top, box.height - height)),
    width: round(width),
    height: round(height),
    ...inColour('fill', colour),
  }
}

/** @param whole what a percentage is of */
const lengthOf = (length: string, whole: number) => {
  if (length === 'auto') return whole
  const number = Number.parseFloat(length) || 0
  return length.endsWith('%') ? (number / 100) * whole : number
}

/** Sides in the order in which lines run round the box. */
const sides = ['Top', 'Right', 'Bottom', 'Left'] as const

function edgeShapes(style: Style, box: Box, room: Box) {
  const edges = sides.map((side) => ({
    width: style[`border${side}Style`] === 'none' ? 0 : Number.parseFloat(style[`border${side}Width`]),
    kind: style[`border${side}Style`],
    colour: style[`border${side}Color`],
  }))
  const [first] = edges
  const isSeen = ({ width, colour }: typeof first) => width > 0 && plain(colour).opacity > 0
  const isOne = edges.every(
    ({ width, kind, colour }) => width === first.width && kind === first.kind && colour === first.colour,
  )
  const { x, y } = place(box, room)
  const line = ({ width, kind, colour }: typeof first) => ({
    ...inColour('stroke', colour),
    'stroke-width': width,
    'stroke-dasharray':
      kind === 'dashed' ? `${3 * width} ${2 * width}` : kind === 'dotted' ? `${width} ${width}` : null,
  })
  if (isOne && isSeen(first)) {
    const half = first.width / 2
    const size = { width: round(box.width - first.width), height: round(box.height - first.width) }
    const rx = Math.max(0, radiusOf(style, box) - half) || null
    return [made('rect', { x: x + half, y: y + half, ...size, rx, fill: 'none', ...line(first) })]
  }
  const [right, bottom] = [x + round(box.width), y + round(box.height)]
  const within = edges.map(({ width }) => width / 2) // a line's middle is half its width from the edge
  const ends = [
    { x1: x, y1: y + within[0], x2: right, y2: y + within[0] },
    { x1: right - within[1], y1: y, x2: right - within[1], y2: bottom },
    { x1: x, y1: bottom - within[2], x2: right, y2: bottom - within[2] },
    { x1: x + within[3], y1: y, x2: x + within[3], y2: bottom },
  ]
  const rounded = (end: (typeof ends)[number]) =>
    Object.fromEntries(Object.entries(end).map(([name, at]) => [name, round(at)]))
  return edges.flatMap((edge, i) => (isSeen(edge) ? [made('line', { ...rounded(ends[i]), ...line(edge) })] : []))
}

let gradients = 0

/** A gradient from side to side, as scales have it; null for any other image. */
function gradientOf(image: string) {
  const [, way = '', list] = /^linear-gradient\((?:(90deg|to right|to left), )?(.*)\)$/.exec(image) ?? []
  if (!way || !list) return null
  const stops = partsOf(list).filter((stop) => !/^[\d.]+%$/.test(stop))
  const shapes = stops.map((stop, i) => {
    const [, colour, at] = /^(.*?)(?:\s+([\d.]+)%)?$/.exec(stop) ?? []
    const offset = at === undefined ? i / Math.max(1, stops.length - 1) : Number(at) / 100
    return made('stop', { offset: round(offset), ...inColour('stop-color', colour) })
  })
  const [x1, x2] = way === 'to left' ? [1, 0] : [0, 1]
  return made('linearGradient', { id: `scale-${++gradients}`, x1, x2 }, shapes)
}
