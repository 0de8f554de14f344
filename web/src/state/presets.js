import { firstTable, handName } from '../data/hand.js'
import { goalOf, tableOf } from '../data/sources.js'

/**
 * The network and training that suit each data set: what choosing it starts with, and what a link leaves out.
 *
 * @import { Catalog, HandTable, State, TrainingState, DataState } from '../types.d.ts'
 * @typedef {{
 *   hidden?: number[]
 *   activation?: string
 *   initializer?: string
 *   output?: string
 *   data?: Partial<DataState>
 *   training?: Partial<TrainingState>
 * }} Preset
 */

/** @type {Record<import('../types.d.ts').Task, Preset>} */
const byTask = {
  binary: { hidden: [6], activation: 'tanh', output: 'sigmoid', training: { cost: 'binaryCrossEntropy' } },
  classes: { hidden: [6], activation: 'tanh', output: 'softmax', training: { cost: 'softmaxCrossEntropy' } },
  regression: { hidden: [6], activation: 'tanh', output: 'linear', training: { cost: 'mse' } },
}

/** For what winds: learnt from any seed, where tanh gets stuck from some. */
const winding = { activation: 'silu', initializer: 'heNormal' }
/** A little L2 keeps networks from learning the samples by heart; real tables are small and need more of it. */
const calm = { generator: { l2: 0.0001 }, table: { l2: 0.003 } }

/** @type {Record<string, Preset>} */
const byData = {
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

/** The data of a page that was told nothing. */
export const firstData = 'spiral'

/**
 * The state that suits the data.
 * @param {Catalog} catalog
 * @param {string} name
 * @param {string | null} [target] a table's target; null = its own
 * @param {HandTable | null} [given] rows entered by hand
 * @returns {State}
 * @throws {RangeError} when there is no such data or target
 */
export function presetState(catalog, name, target = null, given = null) {
  const table = given ?? (name === handName ? firstTable() : null)
  const { task, outputs } = goalOf(catalog, { name, target, table })
  const preset = {
    ...byTask[task],
    ...(target === null || target === tableOf(name)?.targets[0].name ? byData[name] : {}),
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
      pinned: true,
      selected: null,
      parameter: null,
      against: null,
      tab: 'step',
    },
    held: { locked: [], muted: [] },
  }
}

/**
 * Training settings whole: the catalogue's defaults, then those of the optimizer, then what is wanted.
 * @param {Catalog} catalog
 * @param {Partial<TrainingState>} wanted
 * @returns {TrainingState}
 */
function trainingOf(catalog, wanted) {
  const { layers, inputs, initializer, seed, precision, ...training } = catalog.defaults
  const suited = { optimizer: 'adam', learningRate: 0.01, batchSize: 10, ...wanted }
  return { ...training, ...optimizerDefaults(catalog, suited.optimizer), ...suited }
}

/**
 * The defaults of an optimizer's own settings, by name.
 * @param {Catalog} catalog
 * @param {string} name
 * @returns {Record<string, number>}
 */
export const optimizerDefaults = (catalog, name) =>
  catalog.optimizers.find((optimizer) => optimizer.name === name)?.defaults ?? {}
