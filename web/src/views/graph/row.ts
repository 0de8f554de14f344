import type { DataInfo } from '../../data/prepare.ts'
import { inTargetUnit } from '../../network/units.ts'
import type { Frame } from '../../session/frame.ts'
import type { SessionLike } from '../../session/session-like.ts'
import { formatShort } from '../../text/numbers.ts'
import { text } from '../../text/text.ts'
import { Bitmap } from '../plot/canvas.ts'
import { imageScale, inkTable } from '../plot/ink.ts'
import type { Palette } from '../plot/palette.ts'

/**
 * Writes what of the current row stands beside the neurons: what the outputs should have been, and the input's picture.
 */
export function writeRow(columns: HTMLElement, { frame, data }: SessionLike, palette: Palette) {
  if (!frame || !data) return
  columns.querySelectorAll('.neuron-target').forEach((element) => {
    const written = targetText(data, frame, Number(element.closest('button')?.dataset.unit))
    if (element.textContent !== written) element.textContent = written
  })
  const image = columns.querySelector('.image-input')
  if (!(image instanceof HTMLCanvasElement)) return
  new Bitmap(image).paint(frame.input, data.imageSide, inkTable(palette), imageScale(data))
}

/** What an output should have been; where the network answers in other units, also what its answer amounts to. */
function targetText(data: DataInfo, { target, layers }: Frame, unit: number) {
  const actual = target[unit]
  if (actual === undefined) return ''
  if (data.task === 'classes') return actual > 0.5 ? text('graph.actualClass') : ''
  const value = data.task === 'binary' && Number.isInteger(actual) ? String(actual) : formatShort(actual)
  if (!data.targetScale) return text('graph.actual', { value })
  const predicted = formatShort(inTargetUnit(data, layers[layers.length - 1].activation[unit], unit))
  return text('graph.predictedActual', { predicted, value })
}
