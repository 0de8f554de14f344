import { firstTable, type HandTable, handName } from '../data/hand.ts'
import { type DataState, goalOf, tableOf } from '../data/sources.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { Task } from '../network/verdict.ts'
import type { State, TrainingState } from './state.ts'

/** The network and training that suit each data set: what choosing it starts with, and what a link leaves out. */

interface Preset {
  hidden?: number[]
  activation?: string
  initializer?: string
  output?: string
  data?: Partial<DataState>
  training?: Partial<TrainingState>
}

const byTask: Record<Task, Preset> = {
  binary: { hidden: [6], activation: 'tanh', output: 'sigmoid', training: { cost: 'binaryCrossEntropy' } },
  classes: { hidden: [6], activation: 'tanh', output: 'softmax', training: { cost: 'softmaxCrossEntropy' } },
  regression: { hidden: [6], activation: 'tanh', output: 'linear', training: { cost: 'mse' } },
}

/** For what winds: learnt from any seed, where tanh gets stuck from some. */
const winding = { activation: 'silu', initializer: 'heNormal' }
/** A little L2 keeps networks from learning the samples by heart; real tables are small and need more of it. */
const calm = { generator: { l2: 0.0001 }, table: { l2: 0.003 } }

/** What suits a table of one's own that is more than a few numbers to be predicted as they are. */
export const ownKind = 'own'

const byData: Record<string, Preset> = {
  gauss: { hidden: [] },
  spiral: {
    ...winding,
    hidden: [8, 8],
    data: { noise: 0.02 },
    training: { learningRate: 0.005, batchSize: 20 },
  },
  moons: { ...winding, hidden: [6] },
  checkerboard: { ...winding, hidden: [12, 8], data: { samples: 1000 } },
  threeSpirals: { ...winding, hidden: [8, 8] },
  blobs: { training: { l2: 0.001 } },
  plane: { hidden: [] },
  bumps: { ...winding, hidden: [12, 8] },
  'study-hours': {
    hidden: [],
    data: { testShare: 0, standardize: false },
    training: { optimizer: 'nesterov', learningRate: 0.3, batchSize: 0, l2: 0 },
  },
  'o-rings': {
    hidden: [],
    data: { testShare: 0 },
    training: { optimizer: 'nesterov', learningRate: 0.1, batchSize: 0, l2: 0 },
  },
  [handName]: {
    hidden: [2],
    activation: 'sigmoid',
    output: 'sigmoid',
    data: { testShare: 0, standardize: false },
    training: { cost: 'quadratic', optimizer: 'sgd', learningRate: 0.5, batchSize: 0, l2: 0 },
  },
  [ownKind]: { hidden: [8], data: { standardizeTargets: true } },
  iris: { hidden: [8] },
  penguins: { hidden: [8] },
  wine: { hidden: [8] },
  'breast-cancer': { hidden: [4] },
  diabetes: { activation: 'relu', training: { l2: 0.05 } },
  digits: {
    hidden: [32],
    activation: 'relu',
    initializer: 'heUniform',
    training: { learningRate: 0.005, batchSize: 32, l2: 0.001 },
  },
}

/**
 * What a page that was told nothing opens on, beside the preset of its data: three lines that come to enclose the points
 * within, by plain gradient descent, in a few hundred steps from any seed.
 */
export const first = {
  data: { name: 'circle' },
  network: {
    layers: [
      { units: 3, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
  },
  training: { optimizer: 'sgd', learningRate: 0.5, batchSize: 20, l2: 0 },
}

/** The state of a page that was told nothing. */
export function firstState(catalog: Catalog): State {
  const { network, training, ...others } = presetState(catalog, first.data.name)
  return { ...others, network: { ...network, ...first.network }, training: { ...training, ...first.training } }
}

/**
 * The state that suits the data.
 * @param target a table's target; null = its own
 * @param given a table of one's own
 * @param wanted what it is to suit it as; else what its target asks for
 * @throws {RangeError} when there is no such data or target
 */
export function presetState(
  catalog: Catalog,
  name: string,
  target: string | null = null,
  given: HandTable | null = null,
  wanted?: typeof ownKind,
): State {
  const table = given ?? (name === handName ? firstTable() : null)
  const { task, outputs } = goalOf(catalog, { name, target, table })
  const kind = wanted ?? (table && task !== 'regression' ? ownKind : name)
  const preset = {
    ...byTask[task],
    ...(target === null || target === tableOf(name)?.targets[0].name ? byData[kind] : {}),
  }
  const hidden = (preset.hidden ?? []).map((units) => ({ units, activation: String(preset.activation) }))
  const generator = catalog.datasets.find((dataset) => dataset.name === name)
  return {
    v: 1,
    data: {
      name,
      samples: 500,
      noise: generator?.noise ?? 0,
      testShare: 0.3,
      seed: 1,
      features: null,
      target,
      standardize: true,
      table,
      ...preset.data,
    },
    network: {
      layers: [...hidden, { units: outputs, activation: String(preset.output) }],
      initializer: preset.initializer ?? 'xavierUniform',
      seed: 1,
      precision: 'float64',
    },
    training: trainingOf(catalog, {
      ...byTask[task].training,
      ...calm[generator ? 'generator' : 'table'],
      ...preset.training,
    }),
    view: {
      speed: 0,
      logScale: false,
      row: 0,
      own: null,
      scope: 'row',
      digits: 4,
      discretize: false,
      showTest: false,
      selected: null,
      parameter: null,
      against: null,
      tab: 'step',
      at: null,
    },
    held: { locked: [], muted: [] },
  }
}

/** Training settings whole: the catalogue's defaults, then those of the optimizer, then what is wanted. */
function trainingOf(catalog: Catalog, wanted: Partial<TrainingState>): TrainingState {
  const { layers, inputs, initializer, seed, precision, ...training } = catalog.defaults
  const suited = { optimizer: 'adam', learningRate: 0.01, batchSize: 10, ...wanted }
  return { ...training, ...optimizerDefaults(catalog, suited.optimizer), ...suited }
}

/** The defaults of an optimizer's own settings, by name. */
export const optimizerDefaults = (catalog: Catalog, name: string): Record<string, number> =>
  catalog.optimizers.find((optimizer) => optimizer.name === name)?.defaults ?? {}
