import type { FormName } from './link-forms.ts'

/** What a link calls each value of State, and how it writes it. What the values are stands in description.ts. */

export interface Field {
  path: string
  key: string
  form: FormName
}

// biome-ignore format: a table, one field a line
export const fields: readonly Field[] = Object.freeze([
  { path: 'start', key: 'start', form: 'word' },
  { path: 'data.name', key: 'data', form: 'word' },
  // so far in front that a link that is cut off has it still
  { path: 'seal', key: 'seal', form: 'word' },
  { path: 'data.samples', key: 'samples', form: 'number' },
  { path: 'data.noise', key: 'noise', form: 'number' },
  { path: 'data.testShare', key: 'test', form: 'number' },
  { path: 'data.seed', key: 'dataSeed', form: 'number' },
  { path: 'data.features', key: 'features', form: 'words' },
  { path: 'data.derived', key: 'derived', form: 'terms' },
  { path: 'data.target', key: 'target', form: 'word' },
  { path: 'data.standardize', key: 'standardize', form: 'flag' },
  { path: 'data.standardizeTargets', key: 'standardizeTargets', form: 'flag' },
  { path: 'data.table', key: 'rows', form: 'table' },

  { path: 'network.layers', key: 'layers', form: 'layers' },
  { path: 'network.initializer', key: 'init', form: 'word' },
  { path: 'network.seed', key: 'seed', form: 'number' },
  { path: 'network.precision', key: 'precision', form: 'word' },

  { path: 'training.cost', key: 'cost', form: 'word' },
  { path: 'training.optimizer', key: 'optimizer', form: 'word' },
  { path: 'training.learningRate', key: 'rate', form: 'number' },
  { path: 'training.momentum', key: 'momentum', form: 'number' },
  { path: 'training.beta1', key: 'beta1', form: 'number' },
  { path: 'training.beta2', key: 'beta2', form: 'number' },
  { path: 'training.epsilon', key: 'epsilon', form: 'number' },
  { path: 'training.rho', key: 'rho', form: 'number' },
  { path: 'training.weightDecay', key: 'decay', form: 'number' },
  { path: 'training.l1', key: 'l1', form: 'number' },
  { path: 'training.l2', key: 'l2', form: 'number' },
  { path: 'training.batchSize', key: 'batch', form: 'number' },
  { path: 'training.shuffle', key: 'shuffle', form: 'flag' },

  { path: 'view.speed', key: 'speed', form: 'number' },
  { path: 'view.logScale', key: 'log', form: 'flag' },
  { path: 'view.row', key: 'row', form: 'number' },
  { path: 'view.own', key: 'own', form: 'sample' },
  { path: 'view.scope', key: 'scope', form: 'word' },
  { path: 'view.digits', key: 'digits', form: 'number' },
  { path: 'view.discretize', key: 'hard', form: 'flag' },
  { path: 'view.showTest', key: 'showTest', form: 'flag' },
  { path: 'view.selected', key: 'select', form: 'neuron' },
  { path: 'view.parameter', key: 'parameter', form: 'parameter' },
  { path: 'view.against', key: 'against', form: 'parameter' },
  { path: 'view.tab', key: 'tab', form: 'word' },
  { path: 'view.at', key: 'at', form: 'word' },

  { path: 'stop.cost', key: 'stopCost', form: 'number' },
  { path: 'stop.testCost', key: 'stopTestCost', form: 'number' },
  { path: 'stop.accuracy', key: 'stopAccuracy', form: 'number' },
  { path: 'stop.testAccuracy', key: 'stopTestAccuracy', form: 'number' },
  { path: 'stop.epochs', key: 'stopEpochs', form: 'number' },
  { path: 'stop.patience', key: 'stopPatience', form: 'number' },

  { path: 'held.locked', key: 'locked', form: 'parameters' },
  { path: 'held.muted', key: 'muted', form: 'neurons' },

  { path: 'step', key: 'step', form: 'number' },
  { path: 'parameters', key: 'weights', form: 'weights' },
])

/** The key of what stands after the #, where servers and logs never see it and length matters least. */
export const weightsKey = 'weights'
