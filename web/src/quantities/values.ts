import type { Sizes } from '../network/layers.ts'
import { flatIndexOf } from '../network/parameter-order.ts'
import { type Parameter, parameterValue } from '../network/parameters.ts'
import { type At, parameterOf, type QuantityName, sourceOf } from './at.ts'
import type { SettingName } from './tree.ts'

/** Where the engine's number of a quantity is found: in a frame, a trace, a step that is planned. */

/** Of one row, or means over several. */
export interface RowValues {
  /** As the network sees it */
  input: ArrayLike<number>
  target: ArrayLike<number>
  costSlope: ArrayLike<number>
  layers: readonly {
    Z: ArrayLike<number>
    activation: ArrayLike<number>
    delta: ArrayLike<number>
    slope: ArrayLike<number>
  }[]
  /** The row's own. */
  cost: number
}

/** Numbers in the order of the parameters. */
interface StepValues {
  /** Nothing comes after it. */
  isDiverged: boolean
  gradient: ArrayLike<number>
  after: ArrayLike<number>
  memory: { first: ArrayLike<number>; second: ArrayLike<number> }
  memoryAfter: { first: ArrayLike<number>; second: ArrayLike<number> }
}

export interface Values {
  layers: readonly (Sizes & { weights: ArrayLike<number>; bias: ArrayLike<number> })[]
  /** undefined = the means. NaN stands for what is not known. */
  row: (row: number | undefined) => RowValues
  cost: number
  penalty: number
  /** Of the mean cost, without the penalty. */
  gradient: (parameter: Parameter) => number
  step: StepValues | null
  /** Of the reader's, and the count of the optimizer's steps. */
  setting: (name: SettingName) => number
}

const weightOf = ({ layers }: Values, at: At) => parameterValue({ layers }, parameterOf(at))

/** What comes in through a weight. */
function sourceValue(values: Values, at: At) {
  const { name, at: from } = sourceOf(at, at.from as number)
  return engineValue(values, name, from)
}

const ofStep = (read: (step: StepValues) => ArrayLike<number>) => (values: Values, at: At) =>
  values.step ? read(values.step)[flatIndexOf(values.layers, parameterOf(at))] : NaN

const ofUnit =
  (name: 'Z' | 'activation' | 'delta' | 'slope') =>
  (values: Values, { layer, unit, row }: At) =>
    values.row(row).layers[layer][name][unit]

/** What the engine does not give by itself is the product of two numbers that it gives, as it multiplies them. */
const readers: Record<QuantityName, (values: Values, at: At) => number> = {
  input: (values, { unit, row }) => values.row(row).input[unit],
  target: (values, { unit, row }) => values.row(row).target[unit],
  weight: weightOf,
  bias: weightOf,
  signal: (values, at) => weightOf(values, at) * sourceValue(values, at),
  sum: ofUnit('Z'),
  activation: ofUnit('activation'),
  slope: ofUnit('slope'),
  rowCost: (values, { row }) => values.row(row).cost,
  cost: ({ cost }) => cost,
  penalty: ({ penalty }) => penalty,
  costSlope: (values, { unit, row }) => values.row(row).costSlope[unit],
  delta: ofUnit('delta'),
  passedBack: (values, at) => weightOf(values, at) * ofUnit('delta')(values, at),
  arriving: (values, { layer, unit, row }) => {
    const { delta } = values.row(row).layers[layer + 1]
    return Array.from(delta).reduce(
      (sum, each, k) => sum + weightOf(values, { layer: layer + 1, unit: k, from: unit }) * each,
      0,
    )
  },
  rowGradient: (values, at) => {
    if (at.row === undefined) return values.gradient(parameterOf(at))
    const error = ofUnit('delta')(values, at)
    return at.from === undefined ? error : error * sourceValue(values, at)
  },
  gradient: (values, at) => values.gradient(parameterOf(at)),
  usedGradient: ofStep(({ gradient }) => gradient),
  first: ofStep(({ memory }) => memory.first),
  second: ofStep(({ memory }) => memory.second),
  newFirst: ofStep(({ memoryAfter }) => memoryAfter.first),
  newSecond: ofStep(({ memoryAfter }) => memoryAfter.second),
  newValue: ofStep(({ after }) => after),
  change: (values, at) => ofStep(({ after }) => after)(values, at) - weightOf(values, at),
}

/** The number of a quantity; NaN while it is not known. */
export const engineValue = (values: Values, name: QuantityName, at: At): number => readers[name](values, at)
