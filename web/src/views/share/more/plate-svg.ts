import { inColour, made, type Room, round } from './plate-shapes.ts'

/** A drawing of ours as it looks: what style sheets say of it is written into its shapes. */

/** What sheets say of shapes, and what each has that they say nothing of. */
const usual: Record<string, string> = {
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'vector-effect': 'none',
}
const ofText: Record<string, string> = {
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
}

/** @param room of the picture */
export function drawingOf(svg: SVGSVGElement, room: Room): SVGElement[] {
  const matrix = svg.getScreenCTM()
  if (!matrix || !svg.getBoundingClientRect().width) return []
  const { a, b, c, d, e, f } = matrix
  const numbers = [a, b, c, d, e - room.left, f - room.top].map((number) => Math.round(number * 1e4) / 1e4)
  const transform = `matrix(${numbers.join(' ')})`
  const shapes = [...svg.children].flatMap(copyOf)
  return shapes.length > 0 ? [made('g', { transform }, shapes)] : []
}

function copyOf(shape: Element): SVGElement[] {
  const style = getComputedStyle(shape)
  if (style.display === 'none' || style.visibility === 'hidden') return []
  const isText = /^(text|tspan)$/.test(shape.localName)
  const copy = made(shape.localName, { ...plainAttributes(shape), ...looksOf(style, isText) })
  for (const child of shape.childNodes) {
    if (child instanceof Element) copy.append(...copyOf(child))
    else if (child instanceof Text) copy.append(child.data)
  }
  return [copy]
}

/** Those that say where it is and how it runs. */
const plainAttributes = (shape: Element) =>
  Object.fromEntries(
    [...shape.attributes]
      .filter(({ name }) => !/^(class|style|role|tabindex|part|data-.*|aria-.*)$/.test(name))
      .map(({ name, value }) => [name, value]),
  )

function looksOf(style: CSSStyleDeclaration, isText: boolean) {
  const looks = Object.entries(isText ? { ...usual, ...ofText } : usual).flatMap(([name, value]) => {
    const own = style.getPropertyValue(name)
    return own && own !== value ? [[name, own.replace(/(\d)px/g, '$1')]] : []
  })
  return {
    ...paint('fill', style),
    ...paint('stroke', style),
    ...Object.fromEntries(looks),
  }
}

/** How a shape is filled or lined; that by a gradient or a pattern stays as it is written. */
function paint(kind: 'fill' | 'stroke', style: CSSStyleDeclaration) {
  const colour = style.getPropertyValue(kind)
  if (colour.startsWith('url(')) return { [kind]: colour.replaceAll('"', '') }
  const opacity = Number(style.getPropertyValue(`${kind}-opacity`) || 1)
  const painted: Record<string, string | number> = inColour(kind, colour)
  return opacity < 1
    ? { ...painted, [`${kind}-opacity`]: round(opacity * Number(painted[`${kind}-opacity`] ?? 1)) }
    : painted
}
