import type { SetName } from '../../network/rows.ts'
import type { ViewState } from '../../state/state.ts'
import { classStyles, markPath } from './colour.ts'
import type { ColourName, Palette } from './palette.ts'
import { stamp } from './stamps.ts'

/** Data points as marks: a class has a colour and a shape; training rows are filled, test rows are outlined. */

/** The colour name of a class. */
export const classColour = (index: number) => `class-${index % classStyles}` as ColourName

/** fill: a colour of its own instead of that of its class */
interface Mark {
  x: number
  y: number
  /** Index of the class. */
  style: number
  isFilled: boolean
  fill?: string
}

/** From here on marks are stamped: their places are rounded, which nobody sees among so many. */
const many = 1000

export function paintMarks(
  context: CanvasRenderingContext2D,
  palette: Palette,
  marks: Mark[],
  r: number = marks.length > 400 ? 3 : 4,
) {
  const shapes = Array.from({ length: classStyles }, (_, i) => new Path2D(markPath(i, r)))
  const [paper, ink] = [palette.css('card'), palette.css('ink')]
  const draw = (
    on: CanvasFillStrokeStyles & CanvasDrawPath & CanvasPathDrawingStyles,
    { style, isFilled, fill }: Mark,
  ) => {
    const colour = fill ?? palette.css(classColour(style))
    on.fillStyle = isFilled || fill ? colour : paper
    on.strokeStyle = isFilled ? paper : fill ? ink : colour
    on.lineWidth = isFilled ? 1 : 1.6
    on.fill(shapes[style % classStyles])
    on.stroke(shapes[style % classStyles])
  }
  const kindOf = ({ style, isFilled, fill }: Mark) => (fill ? fill + isFilled : style * 2 + Number(isFilled))
  if (marks.length > many) return stamp(context, marks, kindOf, draw, 1.4 * r + 1)
  for (const mark of marks) {
    context.translate(mark.x, mark.y)
    draw(context, mark)
    context.translate(-mark.x, -mark.y)
  }
}

/** The sets whose points are shown, in the order of painting. */
export const shownSets = ({ showTest }: ViewState): SetName[] => (showTest ? ['test', 'train'] : ['train'])
