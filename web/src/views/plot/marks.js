import { classStyles, markPath } from './colour.js'

/**
 * Data points as marks: a class has a colour and a shape; training rows are filled, test rows are outlined.
 * @import { SetName } from '../../network/rows.js'
 * @typedef {import('./palette.js').Palette} Palette
 */

/** The colour name of a class. @param {number} index */
export const classColour = (index) => /** @type {import('./palette.js').ColourName} */ (`class-${index % classStyles}`)

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Palette} palette
 * @param {{ x: number, y: number, style: number, isFilled: boolean, fill?: string }[]} points
 *   style: index of the class; fill: a colour of its own instead of the class's
 * @param {number} [r]
 */
export function paintMarks(context, palette, points, r = points.length > 400 ? 3 : 4) {
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

/**
 * The sets whose points are shown, in the order of painting.
 * @param {import('../../types.d.ts').ViewState} view
 * @returns {SetName[]}
 */
export const shownSets = ({ showTest }) => (showTest ? ['test', 'train'] : ['train'])
