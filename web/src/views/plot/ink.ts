import type { DataInfo } from '../../data/prepare.ts'
import { mix, pixel, type Scale } from './colour.ts'
import type { Palette } from './palette.ts'

/** Pixels that are inputs, shown as the picture they are: ink on paper. */

export const inkTable = (palette: Palette) =>
  Uint32Array.from({ length: 256 }, (_, i) => pixel(mix(palette.rgb('card'), palette.rgb('ink'), i / 255)))

/** All pixels share one scale. */
export const imageScale = ({ extents }: DataInfo): Scale => ({
  low: Math.min(...extents.map(([low]) => low)),
  high: Math.max(...extents.map(([, high]) => high)),
})
