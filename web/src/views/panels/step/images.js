import { rowAt } from '../../../network/rows.js'
import { Bitmap } from '../../plot/canvas.js'
import { imageScale, inkTable } from '../../plot/ink.js'

/**
 * Paints the small pictures of rows, `<canvas class="row-image" data-row=…>`, where inputs are pixels.
 * @param {HTMLElement} root
 * @param {import('../../plot/palette.js').Palette} palette
 * @param {import('../../../types.d.ts').DataInfo | null} data
 */
export function paintRowImages(root, palette, data) {
  if (!data?.imageSide) return
  const [table, scale] = [inkTable(palette), imageScale(data)]
  for (const canvas of root.querySelectorAll('canvas')) {
    new Bitmap(canvas).paint(rowAt(data.train.X, Number(canvas.dataset.row)), data.imageSide, table, scale)
  }
}
