import type { Catalog } from '../../../engine/catalog.ts'
import type { NextStep } from '../../../engine/results.ts'
import type { Measures } from '../../../measures/measures.ts'
import { countParameters, unitByUnit } from '../../../network/parameter-order.ts'
import type { Frame } from '../../../session/frame.ts'
import type { TracedRows } from '../../../session/questions.ts'

/** What the engine measures of each layer. */

export interface Histogram {
  low: number
  high: number
  counts: number[]
}

export interface LayerNumbers {
  activations: Histogram
  gradients: Histogram
  /** Of weights and biases together. */
  gradientNorm: number
  /** What the next step changes, over what there is; NaN when that is not known. */
  updateRatio: number
  units: UnitNumbers[]
  /** Each the first of its like with another. */
  twins: [first: number, second: number][]
}

export interface UnitNumbers {
  /** Share of the rows for which it puts out exactly 0. */
  zero: number
  /** Share of the rows for which it is at an end of its range; 0 where that has no ends. */
  ends: number
}

const bins = 24
/** This near to the end of its range, as a share of it, an activation counts as saturated: |tanh| above 0.99. */
const nearEnd = 0.005
/** Weights that differ by less than this share of their norm are the same. */
const alike = 1e-6

export function layerNumbers(
  measures: Measures,
  catalog: Catalog,
  { layers }: Frame,
  trace: TracedRows,
  next: NextStep | null,
): LayerNumbers[] {
  return layers.map((layer, l) => {
    const { activation, weightGradient, biasGradient } = trace.layers[l]
    const outputs = Float64Array.from(activation.flat())
    const slopes = Float64Array.from(weightGradient.flat())
    const kind = catalog.activations.find(({ name }) => name === layer.activationName)
    const range = kind?.elementwise ? kind.range : ([-Infinity, Infinity] as [number, number])
    const parameters = unitByUnit([layer], 0).map((place) =>
      place < layer.weights.length ? layer.weights[place] : layer.bias[place - layer.weights.length],
    )
    return {
      activations: histogramOf(measures, outputs, range),
      gradients: histogramOf(measures, slopes, [-Infinity, Infinity]),
      gradientNorm: measures.norm([...slopes, ...biasGradient]),
      updateRatio: next ? ratioOf(measures, layers, l, next) : NaN,
      units: Array.from({ length: layer.units }, (_, unit) =>
        unitNumbers(
          measures,
          activation.map((row) => row[unit]),
          range,
        ),
      ),
      twins: measures.twins(parameters, layer.units, alike),
    }
  })
}

/** Whether a neuron has put out 0 for all rows that were looked at. */
export const seemsDead = ({ zero }: UnitNumbers) => zero === 1

/** The same numbers; what seems dead is judged by all rows. @param whole each layer's activations, null: not known yet */
export const judgedByAll = (measures: Measures, layers: LayerNumbers[], whole: number[][][] | null): LayerNumbers[] =>
  layers.map((layer, l) => ({
    ...layer,
    units: layer.units.map((one, unit) => {
      if (!seemsDead(one)) return one
      const rows = whole?.[l]?.map((row) => row[unit])
      return { ...one, zero: rows ? measures.within(rows, 0, 0) : NaN }
    }),
  }))

function unitNumbers(measures: Measures, values: number[], [low, high]: [number, number]): UnitNumbers {
  const margin = nearEnd * (high - low)
  const hasEnds = Number.isFinite(margin)
  return {
    zero: measures.within(values, 0, 0),
    ends: hasEnds ? 1 - measures.within(values, low + margin, high - margin) : 0,
  }
}

function ratioOf(measures: Measures, layers: Frame['layers'], layer: number, { before, after }: NextStep) {
  const from = countParameters(layers.slice(0, layer))
  const to = countParameters(layers.slice(0, layer + 1))
  return measures.relativeChange(before.subarray(from, to), after.subarray(from, to))
}

/** Over the whole range where that has ends, else over what there is. */
function histogramOf(measures: Measures, values: Float64Array, range: [number, number]): Histogram {
  const isClosed = range.every(Number.isFinite)
  const low = isClosed ? range[0] : values.reduce((least, value) => Math.min(least, value), Infinity)
  const high = isClosed ? range[1] : values.reduce((most, value) => Math.max(most, value), -Infinity)
  const isKnown = Number.isFinite(low) && Number.isFinite(high)
  return isKnown ? { low, high, counts: measures.histogram(values, low, high, bins) } : { low: 0, high: 1, counts: [] }
}
