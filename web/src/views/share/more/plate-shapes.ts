/** What pictures are made of. */

/** A rectangle of the window. */
export type Room = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

/** An element that is drawn, in the room of its view. */
export interface Painted {
  element: Element
  style: CSSStyleDeclaration
  room: Room
  box: Room
}

const namespace = 'http://www.w3.org/2000/svg'

/** A shape with its attributes; those that are null it has not. */
export function made(
  name: string,
  attributes: Record<string, string | number | null>,
  inner: Iterable<Node | string> = [],
): SVGElement {
  const shape = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) if (value !== null) shape.setAttribute(key, String(value))
  shape.append(...inner)
  return shape
}

export const round = (pixels: number) => Math.round(pixels * 100) / 100

/** Where a box stands in the picture. */
export const place = ({ left, top }: Pick<Room, 'left' | 'top'>, room: Room) => ({
  x: round(left - room.left),
  y: round(top - room.top),
})

/** The parts of a list of CSS: commas within brackets part none. */
export const partsOf = (list: string): string[] =>
  list.match(/(?:[^,(]|\((?:[^()]|\([^()]*\))*\))+/g)?.map((part) => part.trim()) ?? []

const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
const known: Map<string, { colour: string; opacity: number }> = new Map()

/** Any colour of CSS as all that read SVG know it: #rrggbb and how much it covers. */
export function plain(css: string): { colour: string; opacity: number } {
  const found = known.get(css)
  if (found || !context) return found ?? { colour: css, opacity: 1 }
  context.clearRect(0, 0, 1, 1)
  context.fillStyle = css
  context.fillRect(0, 0, 1, 1)
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data
  const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  const read = { colour, opacity: round(alpha / 255) }
  known.set(css, read)
  return read
}

/** The attributes of what is painted in a colour. @param kind 'fill', 'stroke' or 'stop-color' */
export function inColour(kind: string, css: string) {
  if (css === 'none') return { [kind]: 'none' }
  const { colour, opacity } = plain(css)
  return { [kind]: colour, ...(opacity < 1 ? { [`${kind.replace('-color', '')}-opacity`]: opacity } : {}) }
}
