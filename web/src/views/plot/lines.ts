import type { ColourName, Palette } from './palette.ts'
import type { Plot } from './plot.ts'

/** Lines and dots at the values of a plot's axes. */

interface Stroke {
  colour: ColourName
  width?: number
  dash?: readonly number[]
}

/** What of a plot a line is drawn on. */
type On = Pick<Plot, 'context' | 'px' | 'py' | 'y'> & { palette: Pick<Palette, 'css'> }

/** A line through points. It breaks where there is no number, or none that a logarithmic axis has a place for. */
export function drawLine(
  { context, palette, px, py, y: { isLog } }: On,
  { colour, width = 1, dash = [] }: Stroke,
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
) {
  context.strokeStyle = palette.css(colour)
  context.lineWidth = width
  context.setLineDash([...dash])
  context.beginPath()
  let isDown = false
  for (let i = 0; i < xs.length; i++) {
    const isPoint = Number.isFinite(ys[i]) && (!isLog || ys[i] > 0)
    if (isPoint) context[isDown ? 'lineTo' : 'moveTo'](px(xs[i]), py(ys[i]))
    isDown = isPoint
  }
  context.stroke()
  context.setLineDash([])
}

/** A circle about a point: filled, outlined, or both. */
export function drawDot(
  { context, palette, px, py }: On,
  x: number,
  y: number,
  r: number,
  { fill, line }: { fill?: ColourName; line?: ColourName },
) {
  context.lineWidth = 2
  context.beginPath()
  context.arc(px(x), py(y), r, 0, 2 * Math.PI)
  if (fill) {
    context.fillStyle = palette.css(fill)
    context.fill()
  }
  if (!line) return
  context.strokeStyle = palette.css(line)
  context.stroke()
}
