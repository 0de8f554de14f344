import { italic } from './italic.ts'
import { inColour, made, place, type Room, round } from './plate-shapes.ts'

/** Text as it is set: each line stands where it stood, as wide as it was. */

interface Line {
  text: string
  box: Room | undefined
}

/** The text of a node, or what a control says. @param style of the element that it stands in */
export function textShapes(
  node: Text | HTMLSelectElement | HTMLInputElement,
  style: CSSStyleDeclaration,
  room: Room,
): SVGElement[] {
  const lines = node instanceof Text ? linesOf(node) : [controlLine(node, style)]
  return lines.flatMap(({ text, box }) => (text && box?.width ? [textShape({ text, box }, style, room)] : []))
}

/** Cut wherever the next letter stands on another line. */
function linesOf(node: Text): Line[] {
  if (!node.data.trim()) return []
  const range = document.createRange()
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from)
    range.setEnd(node, to)
    return range.getClientRects()
  }
  const lines: { from: number; to: number; top: number }[] = []
  if (boxOf(0, node.length).length === 1) lines.push({ from: 0, to: node.length, top: 0 })
  for (let i = 0; lines[0]?.to !== node.length && i < node.length; i++) {
    const box = boxOf(i, i + 1)[0]
    if (!box?.width) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.top - box.top) < box.height / 2) line.to = i + 1
    else lines.push({ from: i, to: i + 1, top: box.top })
  }
  return lines.map(({ from, to }) => {
    const written = node.data.slice(from, to)
    const text = written.trim()
    const start = from + written.indexOf(text)
    return { text: text.replace(/\s+/g, ' '), box: boxOf(start, start + text.length)[0] }
  })
}

function controlLine(control: HTMLSelectElement | HTMLInputElement, style: CSSStyleDeclaration): Line {
  const text = control instanceof HTMLSelectElement ? (control.selectedOptions[0]?.label ?? '') : control.value
  const box = control.getBoundingClientRect()
  const size = Number.parseFloat(style.fontSize)
  const { width } = measured(text, style)
  const [before, after] = [style.paddingLeft, style.paddingRight].map(Number.parseFloat)
  const inner = box.width - before - after
  const share = { center: 0.5, right: 1, end: 1 }[style.textAlign] ?? 0
  const left = box.left + before + share * Math.max(0, inner - width)
  return { text, box: { left, top: box.top + (box.height - size * 1.2) / 2, width, height: size * 1.2 } }
}

const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D

export function measured(text: string, { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  return context.measureText(text)
}

export function textShape({ text, box }: { text: string; box: Room }, style: CSSStyleDeclaration, room: Room) {
  const { fontBoundingBoxAscent: over, fontBoundingBoxDescent: under } = measured(text, style)
  const { x, y } = place(box, room)
  const isVariable = style.textTransform === 'math-auto' && /^\p{L}$/u.test(text)
  const shown = isVariable ? italic(text) : style.textTransform === 'uppercase' ? text.toLocaleUpperCase() : text
  return made(
    'text',
    {
      x,
      y: round(y + (box.height - over - under) / 2 + over),
      textLength: round(box.width),
      lengthAdjust: 'spacingAndGlyphs',
      'font-family': style.fontFamily.replaceAll('"', "'"),
      'font-size': round(Number.parseFloat(style.fontSize)),
      'font-weight': style.fontWeight === '400' ? null : style.fontWeight,
      'font-style': style.fontStyle === 'normal' ? null : style.fontStyle,
      ...inColour('fill', style.color),
    },
    [shown],
  )
}
