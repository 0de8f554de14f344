import type { Parameter } from '../network/parameters.ts'
import type { Neuron } from '../network/pointed.ts'

/** What a trainer tells. Flat numbers of all parameters are in the order of parametersFlat(). */

/** How good predictions are over some rows. */
export interface Measures {
  /** The mean, without the penalty. */
  cost: number
  /** Of which that is the mean. */
  costSum: number
  /** NaN for regression. */
  accuracy: number
  /** NaN for classes. */
  r2: number
  /** confusion[actual][predicted], counts; null for regression. */
  confusion: number[][] | null
}

/** What a layer holds after samples have run forward, and their errors back. */
export interface LayerTrace {
  /** One row a sample, one number a unit. */
  Z: number[][]
  activation: number[][]
  delta: number[][]
  /** f'(Z); NaN where the activation is of the whole layer. */
  slope: number[][]
  weightGradient: number[][]
  biasGradient: number[]
  /** Mean over the samples, one a unit. The mean of delta is biasGradient. */
  meanZ: number[]
  meanActivation: number[]
  meanSlope: number[]
}

/** What a network holds after samples have run forward, and their errors back. */
export interface Trace {
  cost: number
  penalty: number
  /** Sums over all weights of |w| and of w^2, biases apart: what the penalty is made of. */
  absoluteWeights: number
  squaredWeights: number
  /** dCost/dActivation of the outputs, one row a sample. */
  costSlope: number[][]
  layers: LayerTrace[]
}

/** Means over the rows, a number a unit. */
export interface TraceMeans {
  /** dCost/dActivation, one an output. */
  costSlope: Float64Array
  layers: { Z: Float64Array; activation: Float64Array; delta: Float64Array; slope: Float64Array }[]
}

/** The slope of the cost by one parameter at its present value, found in two ways. */
export interface SlopePair {
  parameter: Parameter
  /** By backpropagation. */
  gradient: number
  /** Measured: five-point central difference. */
  slope: number
  /** How far `slope` may be off. */
  slopeError: number
  /** Measured on one side only: they differ where the cost has a corner. */
  slopeBelow: number
  slopeAbove: number
  hasCorner: boolean
  /** Of gradient and slope, relative to the larger of the two. */
  difference: number
  tolerance: number
  /**
   * Their difference over what measuring can tell, the larger of slopeError and tolerance times the larger slope: above 1
   * they disagree.
   */
  disagreement: number
}

/** What becomes of the cost and of every activation when one parameter is changed. */
export interface Shock extends SlopePair {
  value: number
  /** Mean cost without the penalty, as it is and after the shock. */
  costBefore: number
  costAfter: number
  /** Their difference over the shock. */
  secant: number
  /** How far each unit's mean activation moved, by layer. */
  changes: Float64Array[]
  /** Other values of the parameter, and the cost there. */
  values: Float64Array
  costs: Float64Array
  /** The neurons it acts on whose Z stands, for any of the rows, at a corner of their activation. */
  kinks: Neuron[]
}

/** Backpropagation against measured slopes: the worst of those that were compared. */
export interface GradientCheck {
  worst: SlopePair
  checked: number
}

/** What the optimizer keeps for each parameter (velocity, sums: its formula says); 0 where it keeps nothing. */
export interface Memory {
  first: Float64Array
  second: Float64Array
  /** How many steps it has been kept for: t in the formula of Adam. */
  steps: number
}

/** Of a step that would diverge, `after` is `before` and the gradient may hold Infinity or NaN. */
export interface NextStep {
  before: Float64Array
  /** As the optimizer uses it. */
  gradient: Float64Array
  /** Its length: the root of the sum of its squares. */
  gradientNorm: number
  after: Float64Array
  memory: Memory
  memoryAfter: Memory
  isDiverged: boolean
}

/** The cost over two parameters, and the values of these. */
export interface CostSurface {
  a: Float64Array
  b: Float64Array
  /** cost[index of b][index of a]. */
  cost: number[][]
}
