import type { Task } from '../network/verdict.ts'
import type { TrainerSettings } from './settings.ts'

/** One row of a table of options. `name` is what settings and links carry; people read text/options. */
export interface Option {
  name: string
  formula: string
}

/** A kind of activation. */
export interface ActivationOption extends Option {
  elementwise: boolean
  range: [low: number, high: number]
  /** f'(0) where there is a corner at Z = 0, null where there is none. */
  slopeAtCorner: number | null
}

/** A kind of cost. */
export interface CostOption extends Option {
  /** Prediction values the cost can take; an output activation whose range leaves it is refused. */
  domain: [low: number, high: number]
  /** A row's own cost is a mean over the outputs; otherwise a sum. */
  isMeanOverOutputs: boolean
  /** The output activation it is made for, '' = none. */
  partner: string
  /** What the targets must be: any numbers, from 0 to 1, or shares of a row that add up to 1. */
  targets: 'numbers' | 'probabilities' | 'shares'
}

/** A kind of optimizer. */
export interface OptimizerOption extends Option {
  /** The settings this optimizer reads, beside learningRate, with PyTorch's defaults. */
  uses: string[]
  defaults: Record<string, number>
  /**
   * What its formula keeps from step to step for each parameter, by its symbol: the first and the second of a trainer's
   * memory().
   */
  memory: string[]
  /** Whether weight decay goes into the gradient. */
  couplesWeightDecay: boolean
}

/** A generator of data. */
export interface DatasetOption extends Option {
  task: Task
  inputs: number
  outputs: number
  /** Class names, empty for regression. */
  classes: string[]
  features: string[]
  /** The extent of each feature without noise. */
  noise: number
}

/** The values that a number can take. */
export interface NumberLimit {
  minimum: number
  maximum: number
  exclusiveMinimum: boolean
  integer: boolean
}

/** Every option, default and limit that the engine has. */
export interface Catalog {
  activations: ActivationOption[]
  costs: CostOption[]
  optimizers: OptimizerOption[]
  initializers: Option[]
  datasets: DatasetOption[]
  precisions: Required<TrainerSettings>['precision'][]
  kernels: string[]
  defaults: Required<TrainerSettings>
  limits: Record<string, NumberLimit>
  /** By its code, what each rule says that the engine refuses by. */
  rules: Record<string, string>
}
