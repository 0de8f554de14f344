import { inColour, made, type Painted, place, round } from './plate-shapes.ts'
import { measured, textShape } from './plate-text.ts'

/** What of a formula is neither text nor box: a browser draws it by itself, of no element of its own. */

/** Of an element of MathML what stands beside its parts; null of any other. */
export function signOf(painted: Painted): SVGElement | null {
  const { localName } = painted.element
  if (localName === 'mfrac') return barOf(painted)
  return localName === 'msqrt' ? rootOf(painted) : null
}

const thickness = 1

const line = (d: string, { style }: Painted) =>
  made('path', { d, fill: 'none', ...inColour('stroke', style.color), 'stroke-width': thickness })

/** The bar of a fraction. */
function barOf(painted: Painted) {
  const { element, room, box } = painted
  const [over, under] = [...element.children].map((part) => part.getBoundingClientRect())
  const { x, y } = place({ left: box.left, top: (over.bottom + under.top) / 2 }, room)
  return line(`M${x} ${y}h${round(box.width)}`, painted)
}

/** The sign of a root: it begins low, falls to the foot, climbs, and runs over what the root is of. */
function rootOf(painted: Painted) {
  const { element, room, box } = painted
  const { x, y } = place(box, room)
  const wide = (element.firstElementChild?.getBoundingClientRect().left ?? box.left) - box.left
  const [top, foot] = [y + thickness / 2, y + box.height]
  const points = [
    [x, foot - 0.45 * box.height],
    [x + 0.2 * wide, foot - 0.5 * box.height],
    [x + 0.5 * wide, foot],
    [x + 0.95 * wide, top],
    [x + box.width, top],
  ]
  return line(`M${points.map((point) => point.map(round).join(' ')).join('L')}`, painted)
}

/** How many times its type a sign is high, at least, when it has grown with what stands beside it. */
const grown = 1.4

export const isGrown = ({ element, style, box }: Painted) =>
  element.localName === 'mo' && box.height > grown * Number.parseFloat(style.fontSize)

/** A bracket as high as what it holds. */
export function grownSign({ element, style, room, box }: Painted) {
  const text = element.textContent ?? ''
  const { actualBoundingBoxAscent: above, actualBoundingBoxDescent: below } = measured(text, style)
  const scale = box.height / (above + below)
  const shape = textShape({ text, box }, style, room)
  shape.setAttribute('y', '0')
  shape.setAttribute('transform', `translate(0 ${round(place(box, room).y + above * scale)}) scale(1 ${round(scale)})`)
  return shape
}
