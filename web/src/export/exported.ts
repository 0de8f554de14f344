import type { LayerParameters } from '../network/layer-parameters.ts'
import type { Parameter } from '../network/parameters.ts'
import type { Task } from '../network/verdict.ts'
import type { CostCurves } from '../run/cost-history.ts'
import type { State } from '../state/state.ts'

/** What is exported, in plain data. Every kind of file is written from it, and knows nothing else. */

/** A column of the data as readers give it. */
export interface Column {
  name: string
  /** '' = it has none. */
  unit: string
  /** Those of a category, in order; empty for numbers. */
  levels: string[]
  /** What stands in place of a number that is missing, 0 in a category; null = none may be. */
  fill: number | null
}

/** What the network sees of a column: its number, or 1 where it holds a level, or where it is missing, and 0 elsewhere. */
export interface Input {
  column: number
  /** The place of the level; null = the number itself. */
  level: number | 'missing' | null
}

/** A feature made of inputs, which stands behind them: the product of some, or the sine of pi times that. */
export interface DerivedFeature {
  name: string
  isSine: boolean
  /** Their places among the inputs. */
  factors: number[]
}

/** A value of a row: a number, or the name of a level; null = it is missing. */
export type Cell = number | string | null

/** Its numbers in the order in which people read them. */
export interface ExportedLayer extends LayerParameters {
  inputs: number
  units: number
  activation: string
  /** Neurons that are switched off: they pass on 0, and what softmax shares out, it shares among the others. */
  muted: number[]
}

/** What a neuron that is switched off has in place of its Z, so that softmax gives it no share. */
export const silent = '-1e30'

/** (value - mean) / deviation, one by one. */
export interface Scale {
  mean: number[]
  deviation: number[]
}

/** Rows as readers give them, with the targets in the target's unit. */
export interface ExportedRows {
  rows: Cell[][]
  targets: number[][]
}

/** A network, its data and its training. */
export interface Exported {
  /** What people call the data. */
  title: string
  /** What files are called: small letters, digits and single underscores, a letter first. */
  name: string
  step: number
  epoch: number
  task: Task
  /** All classes; empty for regression. */
  classes: string[]
  columns: Column[]
  inputs: Input[]
  derived: DerivedFeature[]
  /** The columns are the network's own inputs: what it is given is made of other columns. */
  isPlain: boolean
  /** Of the inputs and what is derived; null = the network sees the numbers as they are. */
  inputScale: Scale | null
  layers: ExportedLayer[]
  /** Class names, or what is predicted: one an output. */
  outputs: Pick<Column, 'name' | 'unit'>[]
  /** Outputs of the network times deviation plus mean are in the target's unit; null = they are so already. */
  targetScale: Scale | null
  training: State['training']
  initializer: string
  seed: number
  precision: string
  /** The weights of step 0; null where nobody can tell them. */
  first: LayerParameters[] | null
  /** These keep their value while the others learn. */
  locked: Parameter[]
  train: ExportedRows
  test: ExportedRows
  /** What the page itself predicts for some rows: what an exported network is compared with. */
  check: { rows: Cell[][]; outputs: number[][] }
  history: CostCurves
  /** What the page predicts for all rows; null where no file asks for them. */
  predictions: { train: number[][]; test: number[][] } | null
  /** The state as it is loaded again. */
  state: object
}
