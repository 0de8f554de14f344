import { borderShapes } from './plate-borders.ts'
import { grownSign, isGrown, signOf } from './plate-maths.ts'
import { made, type Painted, place, type Room, round } from './plate-shapes.ts'
import { drawingOf } from './plate-svg.ts'
import { textShapes } from './plate-text.ts'

/**
 * A view, as drawn, turned into shapes of SVG that stand by themselves: no foreign object, no style but the font for
 * formulas. Boxes become rectangles, canvases images, text text, line by line.
 */

/** @param view stands in the document, drawn @returns how wide and high, and its shapes */
export function plateOf(view: Element): { width: number; height: number; shapes: SVGElement[] } {
  const room = view.getBoundingClientRect()
  return { width: Math.ceil(room.width), height: Math.ceil(room.height), shapes: shapesOf(view, room) }
}

function shapesOf(element: Element, room: Room): SVGElement[] {
  const style = getComputedStyle(element)
  const isFolded = style.display !== 'contents' && !element.checkVisibility()
  if (isFolded || style.display === 'none' || style.clipPath !== 'none' || Number(style.opacity) === 0) return []
  const painted = { element, style, room, box: element.getBoundingClientRect() }
  const own = style.visibility === 'visible' ? ownShapes(painted) : []
  const shapes = element instanceof SVGElement ? own : [...own, ...childShapes(painted)]
  const isFaint = Number(style.opacity) < 1 && shapes.length > 0
  return isFaint ? [made('g', { opacity: style.opacity }, shapes)] : shapes
}

function ownShapes(painted: Painted): SVGElement[] {
  const { element } = painted
  if (element instanceof SVGSVGElement) return drawingOf(element, painted.room)
  const sign = signOf(painted)
  if (sign) return [sign]
  const box = [...borderShapes(painted), ...signShapes(painted)]
  return element instanceof HTMLCanvasElement ? [...box, ...imageOf(painted, element)] : box
}

/** What stands in an element, in the order of the document. */
function childShapes(painted: Painted): SVGElement[] {
  const { element, style, room } = painted
  const isSeen = style.visibility === 'visible'
  if (isGrown(painted)) return isSeen ? [grownSign(painted)] : []
  const isControl = element instanceof HTMLSelectElement || element instanceof HTMLInputElement
  if (isControl) return isSeen ? textShapes(element, style, room) : []
  return [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return shapesOf(child, room)
    return child instanceof Text && isSeen ? textShapes(child, style, room) : []
  })
}

/** A box that a style sheet puts before what is in an element, such as the line of a key. */
function signShapes({ element, style: around, room, box }: Painted) {
  const style = getComputedStyle(element, '::before')
  const [width, height] = [style.width, style.height].map((length) => Number.parseFloat(length) || 0)
  if (style.content !== '""' || style.position !== 'static' || !width) return []
  const left = box.left + (Number.parseFloat(around.paddingLeft) || 0)
  return borderShapes({ element, style, room, box: { left, top: box.top + (box.height - height) / 2, width, height } })
}

/** A canvas as the picture that it is, in its own pixels. */
function imageOf({ style, room, box }: Painted, canvas: HTMLCanvasElement) {
  if (!canvas.width || !canvas.height || !box.width || !box.height) return []
  const { x, y } = place(box, room)
  const [width, height] = [round(box.width), round(box.height)]
  return [
    made('image', {
      x,
      y,
      width,
      height,
      preserveAspectRatio: 'none',
      ...(style.imageRendering === 'auto' ? {} : { 'image-rendering': style.imageRendering }),
      href: canvas.toDataURL(),
    }),
  ]
}
