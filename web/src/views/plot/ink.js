import { mix, pixel } from './colour.js'

/** Pixels that are inputs, shown as the picture they are: ink on paper. */

/** @param {import('./palette.js').Palette} palette */
export const inkTable = (palette) =>
  Uint32Array.from({ length: 256 }, (_, i) => pixel(mix(palette.rgb('card'), palette.rgb('ink'), i / 255)))

/**
 * All pixels share one scale.
 * @param {import('../../types.d.ts').DataInfo} data
 * @returns {import('./colour.js').Scale}
 */
export const imageScale = ({ extents }) => ({
  low: Math.min(...extents.map(([low]) => low)),
  high: Math.max(...extents.map(([, high]) => high)),
})
