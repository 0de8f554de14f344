import type { DataInfo } from '../../../data/prepare.ts'
import { rowAt } from '../../../network/rows.ts'
import { Bitmap } from '../../plot/canvas.ts'
import { imageScale, inkTable } from '../../plot/ink.ts'
import type { Palette } from '../../plot/palette.ts'

/** Paints the small pictures of rows, `<canvas class="row-image" data-row=…>`, where inputs are pixels. */
export function paintRowImages(root: HTMLElement, palette: Palette, data: DataInfo | null) {
  if (!data?.imageSide) return
  const [table, scale] = [inkTable(palette), imageScale(data)]
  for (const canvas of root.querySelectorAll('canvas')) {
    new Bitmap(canvas).paint(rowAt(data.train.X, Number(canvas.dataset.row)), data.imageSide, table, scale)
  }
}
