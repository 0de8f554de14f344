/**
 * The shapes of everything that crosses a border inside the page: settings, state, frames, commands.
 * Words and shapes follow the engine: `W[r][c]` joins input c to unit r; flat arrays are as the engine holds them.
 */

/** Rows of numbers, one row a sample; or the same numbers flat with their shape [rows, columns]. */
export type Rows = number[][] | FlatRows
export interface FlatRows {
  data: Float64Array
  shape: [rows: number, columns: number]
}

export interface LayerSettings {
  units: number
  activation: string
}

/** What createTrainer takes. Every field but `layers` and `inputs` may be left out: catalog.defaults fills it. */
export interface TrainerSettings {
  inputs: number
  layers: LayerSettings[]
  cost?: string
  optimizer?: string
  learningRate?: number
  momentum?: number
  beta1?: number
  beta2?: number
  epsilon?: number
  rho?: number
  weightDecay?: number
  l1?: number
  l2?: number
  /** Samples a step; 0 = the whole training set. */
  batchSize?: number
  shuffle?: boolean
  initializer?: string
  seed?: number
  precision?: 'float64' | 'float32'
}

/** One row of a table of options. `name` is what settings and links carry, `label` what people read. */
export interface Option {
  name: string
  label: string
  formula: string
  description: string
}
export interface ActivationOption extends Option {
  elementwise: boolean
  range: [low: number, high: number]
  /** f'(0) where there is a corner at Z = 0, null where there is none. */
  slopeAtCorner: number | null
}
export interface CostOption extends Option {
  /** Prediction values the cost can take; an output activation whose range leaves it is refused. */
  domain: [low: number, high: number]
  /** A row's own cost is a mean over the outputs; otherwise a sum. */
  isMeanOverOutputs: boolean
  /** The output activation it is made for, '' = none. */
  partner: string
}
export interface OptimizerOption extends Option {
  /** The settings this optimizer reads, beside learningRate, with PyTorch's defaults. */
  uses: string[]
  defaults: Record<string, number>
  /** What its formula keeps from step to step for each parameter: the first and the second of a trainer's memory(). */
  memory: { symbol: string; description: string }[]
  /** Whether weight decay goes into the gradient. */
  couplesWeightDecay: boolean
}
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
export interface NumberLimit {
  minimum: number
  maximum: number
  exclusiveMinimum: boolean
  integer: boolean
  description: string
}

export interface Catalog {
  activations: ActivationOption[]
  costs: CostOption[]
  optimizers: OptimizerOption[]
  initializers: Option[]
  datasets: DatasetOption[]
  precisions: string[]
  kernels: string[]
  defaults: Required<TrainerSettings>
  limits: Record<string, NumberLimit>
}

export type Task = 'binary' | 'classes' | 'regression'

/** A parameter of the network, counted from 0. */
export type Parameter = { layer: number; row: number; column: number } | { layer: number; row: number; bias: true }
/** A neuron, counted from 0; layer -1 = an input. */
export interface Neuron {
  layer: number
  unit: number
}
/** A sample in the data's own units: one number a feature, one an output (0 or 1 for classes). */
export interface Sample {
  input: number[]
  target: number[]
}
export interface LayerParameters {
  weights: number[][]
  bias: number[]
}

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

// ---------------------------------------------------------------------------------------------------------------------
// State v1: all that a reader can set. Plain JSON; what a link, a file and a message carry.

export interface State {
  v: 1
  data: DataState
  network: NetworkState
  training: TrainingState
  held: HeldState
  /** The first weights, those of step 0; absent when the initializer and its seed make them. */
  parameters?: LayerParameters[]
  /** Steps to take from the first weights when the state is loaded. */
  step?: number
  view: ViewState
}
export interface DataState {
  /** A generator of catalog.datasets or a table of tables.js. */
  name: string
  /** Generators only. */
  samples: number
  noise: number
  /** Share of the samples held out for the test set, 0 to 0.9. */
  testShare: number
  seed: number
  /** Names of the feature columns in use; null = all. Tables only. */
  features: string[] | null
  /** Name of the target column; null = the table's own. */
  target: string | null
  standardize: boolean
  /** The rows of data 'hand', null with any other data. */
  table: HandTable | null
}
/** A small table entered by hand. */
export interface HandTable {
  /** Names of the columns. */
  inputs: string[]
  outputs: string[]
  /** One row a sample: its inputs, then its outputs. */
  rows: number[][]
}
export interface NetworkState {
  /** Hidden layers, then the output layer; the output layer's units follow the data. */
  layers: LayerSettings[]
  initializer: string
  seed: number
  precision: 'float64' | 'float32'
}
export interface TrainingState {
  cost: string
  optimizer: string
  learningRate: number
  momentum: number
  beta1: number
  beta2: number
  epsilon: number
  rho: number
  weightDecay: number
  l1: number
  l2: number
  batchSize: number
  shuffle: boolean
}
/** What the reader holds still. */
export interface HeldState {
  /** These keep their value while the others learn. */
  locked: Parameter[]
  /** Hidden neurons that are switched off: they pass on nothing. */
  muted: Neuron[]
}
export interface ViewState {
  /** Steps a second while playing; 0 = as fast as the machine goes. */
  speed: number
  logScale: boolean
  /** The row of the training set whose values stand on the neurons. */
  row: number
  /** A sample of the reader's own on the neurons instead of the row. */
  own: Sample | null
  /** Numbers are of one row, or means over the batch of the next step. */
  scope: 'row' | 'batch'
  /** Significant digits of numbers in the pane. */
  digits: number
  /** Regions as hard classes rather than shades. */
  discretize: boolean
  showTest: boolean
  /** The network stays in view while the pane is read. */
  pinned: boolean
  /** The selected neuron, or null: layer -1 is an input, `unit` counts from 0. */
  selected: Neuron | null
  /** The chosen weight or bias, and the one it is set against in the cost surface. */
  parameter: Parameter | null
  against: Parameter | null
  /** Open tab of the pane under the transport. */
  tab: string
}

// ---------------------------------------------------------------------------------------------------------------------
// Prepared data: what the session knows of the data in use. Rows are raw (in the data's own units), never standardised.

export interface Card {
  title: string
  about: string
  source: string
  citation: string
  licence: string
  /** Unit of each column by its name, '' when it has none. */
  units: Record<string, string>
  /** A sentence of care for sensitive tables, '' otherwise. */
  care: string
}
export interface DataInfo {
  name: string
  task: Task
  featureNames: string[]
  featureUnits: string[]
  /** One a network output: class names (the single positive class for binary), or the target's name. */
  outputNames: string[]
  /** All classes; two for binary; empty for regression. */
  classes: string[]
  targetName: string
  card: Card
  train: { X: FlatRows; Y: FlatRows }
  test: { X: FlatRows; Y: FlatRows }
  /** Smallest and largest raw value of each feature, over all rows. */
  extents: [low: number, high: number][]
  /** Rows dropped because a value is missing. */
  dropped: number
  /** Side of a square image when the features are its pixels (8 for digits), else 0. */
  imageSide: number
  /** The network sees (raw - mean) / deviation of each feature, measured on the training rows; null = raw values. */
  inputScale: { mean: number[]; deviation: number[] } | null
  /** Outputs of the network times deviation plus mean are in the target's unit; null = they are so already. */
  targetScale: { mean: number; deviation: number } | null
  targetUnit: string
  /** Columns that can be predicted instead, the table's own first; empty for generators. */
  targets: string[]
  /** Columns that data.features can name; a category becomes several inputs. Empty for generators. */
  columns: {
    name: string
    kind: 'number' | 'category'
    isUsed: boolean
    /** In use when none are named. */
    isUsual: boolean
    /** How many inputs it gives where it is in use. */
    inputs: number
  }[]
}

// ---------------------------------------------------------------------------------------------------------------------
// A frame: all that a view needs for one picture, copied out of the engine.

export interface LayerFrame {
  units: number
  inputs: number
  activationName: string
  /** Column-major, units x inputs: W[r][c] is weights[r + c * units]. */
  weights: Float64Array
  bias: Float64Array
  /** Of the sample shown, or means over the batch of the next step (state.view.scope). slope is f'(Z). */
  Z: Float64Array
  activation: Float64Array
  delta: Float64Array
  slope: Float64Array
}
export interface Maps {
  /** Points a side; a curve (one feature) has `resolution` points. */
  resolution: number
  /** Raw extents the maps cover: [x low, x high, y low, y high] (y only with two features). */
  extent: number[]
  /** layers[l][u]: activation of unit u over the grid, row-major from the top left (y high to low), or left to right. */
  layers: Float32Array[][]
  /** The outputs on a finer grid of `outputResolution` points a side. */
  outputResolution: number
  outputs: Float32Array[]
}
export interface Frame {
  step: number
  epoch: number
  /** Mean cost over the training set, without the penalty. */
  cost: number
  /** NaN when there is no test set. */
  testCost: number
  penalty: number
  /** Share of rows classified right; NaN for regression (then see r2). */
  accuracy: number
  testAccuracy: number
  /** Coefficient of determination for regression; NaN otherwise. */
  r2: number
  testR2: number
  hasDiverged: boolean
  /** Measured while playing, 0 when paused. */
  samplesPerSecond: number
  stepsPerSecond: number
  layers: LayerFrame[]
  /** Over how many samples Z, activation, delta, input and target are means: 1 = they are one sample's. */
  samples: number
  /** The sample shown: raw inputs, targets. Its predictions are the last layer's activation. */
  input: Float64Array
  target: Float64Array
  /** dCost/dActivation of the outputs. */
  costSlope: Float64Array
  /** Only with one or two features. May be older than the numbers by a few frames while playing. */
  maps: Maps | null
  /** Outputs for every row (flat, one row a sample), refreshed a few times a second; null before the first. */
  predictions: { train: Float64Array; test: Float64Array } | null
  /** confusion[actual][predicted], counts; null for regression. */
  confusion: { train: number[][]; test: number[][] } | null
}

/** The cost so far, thinned to at most a few thousand points; one index = one moment. */
export interface History {
  step: number[]
  cost: number[]
  testCost: number[]
  accuracy: number[]
  testAccuracy: number[]
}

// ---------------------------------------------------------------------------------------------------------------------
// Commands: every change a reader or a host page can make. A command is plain JSON.

export type Command =
  | { do: 'play' }
  | { do: 'pause' }
  | { do: 'step'; count?: number }
  | { do: 'epoch'; count?: number }
  /** Back to step 0 with the same first weights. */
  | { do: 'reset' }
  /** Back to step 0 with new first weights: a new network seed. */
  | { do: 'randomize' }
  /**
   * One value by its path in State, such as 'training.learningRate' or 'network.layers.0.activation'. `from`, with
   * 'data.table' only: the index that each column had before, null = a new one; see state/column-moves.js.
   */
  | { do: 'set'; path: string; value: unknown; from?: { inputs: (number | null)[]; outputs: (number | null)[] } }
  /** Other data, with the network and training that suit it. */
  | { do: 'chooseData'; name: string }
  | { do: 'addLayer'; at: number }
  | { do: 'removeLayer'; at: number }
  | { do: 'addUnit'; layer: number }
  /** Removes the last unit unless told which. */
  | { do: 'removeUnit'; layer: number; unit?: number }
  /** `goesOn`: it continues the edit before it, as in a drag; one undo takes back all. */
  | { do: 'setParameter'; parameter: Parameter; value: number; goesOn?: boolean }
  | { do: 'lock'; parameters: Parameter[]; isLocked: boolean }
  | { do: 'mute'; layer: number; unit: number; isMuted: boolean }
  /** Back to the moment before the last edit, and forth again. Training since then comes and goes with it. */
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'load'; state: unknown }
  /** Pointing at something (transient, not state): a neuron or a wire; null = nothing. */
  | { do: 'point'; at: Pointed | null }

  /** What the open panel shows on the network (transient). */
  | { do: 'overlay'; overlay: Overlay | null }

/** What came of a command. */
export interface Outcome {
  ok: boolean
  /** Why it was refused, '' when it was done. */
  message: string
}

/** What of a session outlives its worker: enough to go on in another one. */
export interface Moment {
  state: State
  /** The weights of the last frame; absent at step 0, which the state brings back. */
  progress?: { parameters: Float64Array; step: number; epoch: number }
  isRunning: boolean
}

export type Pointed = Neuron | Parameter

/** Numbers of an explanation, laid over the network. */
export interface Overlay {
  kind: 'delta' | 'blame' | 'shock' | 'phase'
  /** The token that colours it. */
  colour: 'delta' | 'accent'
  /** Shown on neurons as number, colour and size; NaN = nothing there. */
  neurons?: { layer: number; values: ArrayLike<number>; isSigned?: boolean }[]
  /** A bar on the wire: its share of the whole, 0 to 1, and its number in words. */
  wires?: { layer: number; row: number; column: number; share: number; words: string }[]
  /** Layers that are computed already; the others stand back. */
  reached?: number[]
  /** A signal over the wires into a layer; a new token runs it again. */
  pulse?: { layer: number; direction: 'forward' | 'backward'; token: number }
  /** The neuron it is about. */
  unit?: Neuron
}

/** What undo and redo would take back or do again: the name of a command, null = nothing. */
export interface Edits {
  undo: string | null
  redo: string | null
}

/** What was refused, for the view that words it. `rule` and `value` are as in the message `path: rule, got value`. */
export interface Refused {
  path: string
  rule: string
  value: string
  /** Where the value came from; `asked`: from a button or a menu. */
  from: 'typed' | 'link' | 'state' | 'asked'
  /** The weight or bias it was meant for. */
  parameter?: Parameter
}
export interface Notice {
  kind: 'error' | 'info'
  /** For engineers where something was refused: `path: rule, got value`. */
  message: string
  /** State path of the control it belongs to, '' = the page. */
  where: string
  refused?: Refused
}

/** What changed since a view last looked. */
/** 'edit': something was edited, by whomever and with whatever effect. */
export type Change =
  | 'edit'
  | 'state'
  | 'data'
  | 'frame'
  | 'history'
  | 'running'
  | 'notice'
  | 'pointed'
  | 'overlay'
  | 'edits'

/** What a session fires under the name 'change', at most once a microtask. */
export interface ChangeEvent extends Event {
  readonly changes: ReadonlySet<Change>
}

/**
 * The one thing views talk to. Fires a ChangeEvent named 'change', and 'command' (with `command`) for each that it is
 * given.
 */
export interface SessionLike extends EventTarget {
  readonly catalog: Catalog
  readonly tables: TableEntry[]
  readonly state: Readonly<State>
  readonly data: DataInfo | null
  readonly frame: Frame | null
  readonly history: History
  readonly isRunning: boolean
  readonly notice: Notice | null
  readonly pointed: Pointed | null
  readonly overlay: Overlay | null
  readonly edits: Edits
  /** How many edits there have been, undo and redo counted. */
  readonly editCount: number
  /** Does it, or refuses with a notice and changes nothing. Never throws. */
  run(command: Command): Promise<Outcome>
  /**
   * A question to the engine that changes nothing, answered by the worker: see worker/questions.js. Rejects with
   * RangeError or TypeError.
   */
  ask(question: string, details?: unknown): Promise<any>
  /**
   * The state to keep or to send. With the parameters: the weights as they are, which become first weights when it is
   * loaded. Without: the step count too, wherever the state and that many steps bring these very weights back.
   */
  save(options?: { withParameters?: boolean }): State
  /** The link's query string that brings this state back; with the weights when asked. */
  link(options?: { withParameters?: boolean; isQuiet?: boolean }): string
  /** Holds training still, or lets it go on: what is nowhere to be seen does not play. A step that was asked for is taken. */
  rest(isResting: boolean): void
  /** What another session needs to go on from here. */
  moment(): Moment
  dispose(): void
}
/** A shipped table, listed before it is fetched. */
export interface TableEntry {
  name: string
  label: string
  description: string
  task: Task
  rows: number
  features: number
  classes: number
  /** What it can be asked to predict, its own target first. */
  targets: { name: string; task: Task; outputs: number }[]
}

/** What every view is: built once in its place, told what changed at most once a frame, silent otherwise. */
export interface View {
  update(changes: ReadonlySet<Change>): void
  dispose?(): void
}
