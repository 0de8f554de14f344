import { inTargetUnit } from '../../network/units.js'
import { formatShort } from '../../text/numbers.js'
import { text } from '../../text/text.js'
import { Bitmap } from '../plot/canvas.js'
import { imageScale, inkTable } from '../plot/ink.js'

/**
 * Writes what of the current row stands beside the neurons: what the outputs should have been, and the input's picture.
 * @param {HTMLElement} columns
 * @param {import('../../types.d.ts').SessionLike} session
 * @param {import('../plot/palette.js').Palette} palette
 */
export function writeRow(columns, { frame, data }, palette) {
  if (!frame || !data) return
  columns.querySelectorAll('.neuron-target').forEach((element) => {
    const written = targetText(data, frame, Number(element.closest('button')?.dataset.unit))
    if (element.textContent !== written) element.textContent = written
  })
  const image = columns.querySelector('.image-input')
  if (!(image instanceof HTMLCanvasElement)) return
  new Bitmap(image).paint(frame.input, data.imageSide, inkTable(palette), imageScale(data))
}

/**
 * What an output should have been; where the network answers in other units, also what its answer amounts to.
 * @param {import('../../types.d.ts').DataInfo} data
 * @param {import('../../types.d.ts').Frame} frame
 * @param {number} unit
 */
function targetText(data, { target, layers }, unit) {
  const actual = target[unit]
  if (actual === undefined) return ''
  if (data.task === 'classes') return actual > 0.5 ? text('graph.actualClass') : ''
  const value = data.task === 'binary' && Number.isInteger(actual) ? String(actual) : formatShort(actual)
  if (!data.targetScale) return text('graph.actual', { value })
  const predicted = formatShort(inTargetUnit(data, layers[layers.length - 1].activation[unit]))
  return text('graph.predictedActual', { predicted, value })
}
