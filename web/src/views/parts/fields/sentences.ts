import { catalogue } from '../../../text/text.ts'

/** What readers call the settings of network and training. */
export const settingLabels = catalogue('views/parts/fields/settingLabels', {
  network: 'Network',
  training: 'Training',
  layer: 'Layer {number}',
  units: 'Neurons in layer {number}',
  activationOf: 'Activation of layer {number}',
  activationOfOutput: 'Activation of the output layer',
  cost: 'Cost',
  optimizer: 'Optimizer',
  learningRate: 'Learning rate',
  momentum: 'Momentum',
  beta1: 'Beta 1',
  beta2: 'Beta 2',
  epsilon: 'Epsilon',
  rho: 'Rho',
  weightDecay: 'Weight decay',
  l1: 'L1 penalty',
  l2: 'L2 penalty',
  batchSize: 'Batch size',
  shuffle: 'Shuffle the rows every epoch',
  initializer: 'Initial weights',
  seed: 'Random seed for the initial weights',
  precision: 'Precision',
})

/** What readers call the settings of the data. */
export const dataLabels = catalogue('views/parts/fields/dataLabels', {
  samples: 'Rows',
  noise: 'Noise',
  testShare: 'Share held out for the test set',
  seed: 'Random seed',
  standardize: 'Standardise features (mean 0, standard deviation 1, measured on the training set)',
  target: 'Predict',
  inputs: 'Features used',
})

/** What readers call the numbers of their own inputs. */
export const sampleLabels = catalogue('views/parts/fields/sampleLabels', {
  targetOf: 'Actual {name}',
})

/** What is said of a field, and the numbers that it takes. */
export const fieldWords = catalogue('views/parts/fields/fieldWords', {
  between: '{minimum} to {maximum}',
  above: 'more than {minimum}, at most {maximum}',
  explained: '{about} ({limits})',
})
