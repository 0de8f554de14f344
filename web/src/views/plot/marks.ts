import type { SetName } from '../../network/rows.ts'
import type { ViewState } from '../../state/state.ts'
import { classStyles, markPath } from './colour.ts'
import type { ColourName, Palette } from './palette.ts'

/** Data points as marks: a class has a colour and a shape; training rows are filled, test rows are outlined. */

/** The colour name of a class. */
export const classColour = (index: number) => `class-${index % classStyles}` as ColourName

/** @param points style: index of the class; fill: a colour of its own instead of the class's */
export function paintMarks(
  context: CanvasRenderingContext2D,
  palette: Palette,
  points: { x: number; y: number; style: number; isFilled: boolean; fill?: string }[],
  r: number = points.length > 400 ? 3 : 4,
) {
  const shapes = Array.from({ length: classStyles }, (_, i) => new Path2D(markPath(i, r)))
  const [paper, ink] = [palette.css('card'), palette.css('ink')]
  for (const { x, y, style, isFilled, fill } of points) {
    const colour = fill ?? palette.css(classColour(style))
    context.translate(x, y)
    context.fillStyle = isFilled || fill ? colour : paper
    context.strokeStyle = isFilled ? paper : fill ? ink : colour
    context.lineWidth = isFilled ? 1 : 1.6
    context.fill(shapes[style % classStyles])
    context.stroke(shapes[style % classStyles])
    context.translate(-x, -y)
  }
}

/** The sets whose points are shown, in the order of painting. */
export const shownSets = ({ showTest }: ViewState): SetName[] => (showTest ? ['test', 'train'] : ['train'])
