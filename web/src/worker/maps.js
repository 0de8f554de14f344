/**
 * What every neuron answers over the whole plane of inputs (or the line, with one feature).
 *
 * @import { FlatRows, Maps } from '../types.d.ts'
 * @import { Prepared } from '../data/prepare.js'
 * @typedef {{ resolution: number, X: FlatRows }} Grid as the network sees it
 * @typedef {{ extent: number[], coarse: Grid, fine: Grid }} Grids
 */

/** Points a side of a map at rest, of a neuron's map while it changes, and of a curve. */
const finePoints = 96
const coarsePoints = 32
const curvePoints = 200

/** How far a map goes beyond the data, as a share of its extent. */
const margin = 0.08

/**
 * The grids for the data in use, made once for it; null unless it has one or two features.
 * @param {Prepared} prepared
 * @returns {Grids | null}
 */
export function gridsFor({ info, scaleInputs }) {
  const { extents } = info
  if (extents.length > 2) return null
  const extent = extents.flatMap(([low, high]) => {
    const pad = margin * (high - low) || 1
    return [low - pad, high + pad]
  })
  const grid = (/** @type {number} */ resolution) => ({ resolution, X: scaleInputs(gridRows(extent, resolution)) })
  const isCurve = extents.length === 1
  const fine = grid(isCurve ? curvePoints : finePoints)
  return { extent, fine, coarse: isCurve ? fine : grid(coarsePoints) }
}

/**
 * Evenly spaced points, row by row from the top left; along the line with one feature.
 * @param {number[]} extent
 * @param {number} resolution
 * @returns {FlatRows}
 */
function gridRows([left, right, bottom, top], resolution) {
  const between = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ i) =>
    low + ((high - low) * i) / (resolution - 1)
  if (bottom === undefined) {
    return {
      data: Float64Array.from({ length: resolution }, (_, i) => between(left, right, i)),
      shape: [resolution, 1],
    }
  }
  const data = new Float64Array(2 * resolution * resolution)
  for (let row = 0, at = 0; row < resolution; row++) {
    for (let column = 0; column < resolution; column++) {
      data[at++] = between(left, right, column)
      data[at++] = between(top, bottom, row)
    }
  }
  return { data, shape: [resolution * resolution, 2] }
}

/**
 * The outputs on the fine grid, the neurons too where there is time for it.
 * @param {import('../engine/engine.js').Trainer} trainer
 * @param {Grids} grids
 * @param {boolean} isFine
 * @returns {Maps}
 */
export function drawMaps(trainer, { extent, coarse, fine }, isFine) {
  const neurons = isFine ? fine : coarse
  const layers = trainer.activations(neurons.X).map(columnsOf)
  return {
    resolution: neurons.resolution,
    extent,
    layers,
    outputResolution: fine.resolution,
    outputs: isFine ? layers[layers.length - 1] : columnsOf(trainer.predict(fine.X)),
  }
}

/** @param {FlatRows} rows @returns {Float32Array[]} one a column */
function columnsOf({ data, shape: [count, columns] }) {
  return Array.from({ length: columns }, (_, c) => {
    const column = new Float32Array(count)
    for (let r = 0, at = c; r < count; r++, at += columns) column[r] = data[at]
    return column
  })
}
