import { inColour, made, place, type Room, round } from './plate-shapes.ts'

/** Text as it is set: each line stands where it stood, as wide as it was. */

interface Line {
  text: string
  box: Room
}

/** The text of a node, or what a control says. @param style of the element that it stands in */
export function textShapes(
  node: Text | HTMLSelectElement | HTMLInputElement,
  style: CSSStyleDeclaration,
  room: Room,
): SVGElement[] {
  const lines = node instanceof Text ? linesOf(node) : [controlLine(node, style)]
  return lines.flatMap((line) => (line.text && line.box.width ? [textShape(line, style, room)] : []))
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
  const boxes = boxOf(0, node.length)
  if (boxes.length === 1) return [{ text: node.data.replace(/\s+/g, ' ').trim(), box: boxes[0] }]
  const lines: { from: number; to: number; top: number }[] = []
  for (let i = 0; i < node.length; i++) {
    const box = boxOf(i, i + 1)[0]
    if (!box?.width) continue
    const line = lines.at(-1)
    if (line && Math.abs(line.top - box.top) < box.height / 2) line.to = i + 1
    else lines.push({ from: i, to: i + 1, top: box.top })
  }
  return lines.map(({ from, to }) => {
    const written = node.data.slice(from, to)
    const end = from + written.trimEnd().length
    const start = from + written.length - written.trimStart().length
    return { text: written.replace(/\s+/g, ' ').trim(), box: boxOf(start, Math.max(end, start + 1))[0] }
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

function measured(text: string, { fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration) {
  context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  return context.measureText(text)
}

function textShape({ text, box }: Line, style: CSSStyleDeclaration, room: Room) {
  const { fontBoundingBoxAscent: over, fontBoundingBoxDescent: under } = measured(text, style)
  const { x, y } = place(box, room)
  const shown = style.textTransform === 'uppercase' ? text.toLocaleUpperCase() : text
  const isVariable = style.textTransform === 'math-auto' && /^\p{L}$/u.test(text) // a formula slants those itself
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
      'font-style': isVariable ? 'italic' : style.fontStyle === 'normal' ? null : style.fontStyle,
      ...inColour('fill', style.color),
    },
    [shown],
  )
}
