import type { Prepared } from '../data/prepare.ts'
import type { Trainer } from '../engine/engine.ts'
import type { FlatRows } from '../network/rows.ts'
import type { Maps } from '../session/frame.ts'

/** What every neuron answers over the whole plane of inputs (or the line, with one feature). */

/** As the network sees it */
interface Grid {
  resolution: number
  X: FlatRows
}

export interface Grids {
  extent: number[]
  coarse: Grid
  fine: Grid
}

/** Points a side of a map at rest, of a neuron's map while it changes, and of a curve. */
const finePoints = 96
const coarsePoints = 32
const curvePoints = 200

/** How far a map goes beyond the data, as a share of its extent. */
const margin = 0.08

/** The grids for the data in use, made once for it; null unless it has one or two features. */
export function gridsFor({ info, scaleInputs }: Prepared): Grids | null {
  const extents = info.extents.slice(0, info.bases)
  if (extents.length > 2) return null
  const extent = extents.flatMap(([low, high], i) => {
    const range = info.ranges?.[i]
    if (range && range[0] <= low && range[1] >= high) return range
    const pad = margin * (high - low) || 1
    return [low - pad, high + pad]
  })
  const grid = (resolution: number) => ({ resolution, X: scaleInputs(gridRows(extent, resolution)) })
  const isCurve = extents.length === 1
  const fine = grid(isCurve ? curvePoints : finePoints)
  return { extent, fine, coarse: isCurve ? fine : grid(coarsePoints) }
}

/** Evenly spaced points, row by row from the top left; along the line with one feature. */
function gridRows([left, right, bottom, top]: number[], resolution: number): FlatRows {
  const between = (low: number, high: number, i: number) => low + ((high - low) * i) / (resolution - 1)
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
 * @param spare takes them, where it is as long as they are
 */
export function drawMaps(
  trainer: Trainer,
  { extent, coarse, fine }: Grids,
  isFine: boolean,
  spare: Float32Array | null,
): Maps {
  const neurons = isFine ? fine : coarse
  const units = trainer.settings.layers.map((layer) => layer.units)
  const [points, outputPoints] = [neurons.X.shape[0], fine.X.shape[0]]
  const length = points * units.reduce((sum, count) => sum + count, 0)
  const outputs = units[units.length - 1]
  const whole = length + outputPoints * outputs
  const numbers = spare?.length === whole ? spare : new Float32Array(whole)
  trainer.activationsInto(neurons.X, numbers.subarray(0, length))
  trainer.activationsInto(fine.X, numbers.subarray(length), true)
  let at = 0
  const take = (count: number, size: number) => Array.from({ length: count }, () => numbers.subarray(at, (at += size)))
  return {
    resolution: neurons.resolution,
    extent,
    layers: units.map((count) => take(count, points)),
    outputResolution: fine.resolution,
    outputs: take(outputs, outputPoints),
    numbers,
  }
}
