import { catalogue, texts } from '../text.ts'

/** What each number does that has limits in the engine. */
export const sentences = catalogue('options/settings', {
  learningRate: 'How far each step goes against the gradient.',
  momentum: 'How much of the previous step’s velocity is kept.',
  beta1: 'How slowly Adam’s running mean of the gradients forgets.',
  beta2: 'How slowly Adam’s running mean of the squared gradients forgets.',
  epsilon: 'Keeps the division finite where the gradient vanishes.',
  rho: 'How slowly RMSprop’s running mean of the squared gradients forgets.',
  weightDecay: 'Pulls every parameter towards 0, as defined by PyTorch.',
  l1: 'Penalty of l1 times the sum of |weight|: drives unimportant weights to 0.',
  l2: 'Penalty of l2 / 2 times the sum of weight²: keeps weights small.',
  batchSize: 'Rows that each step learns from; 0 means the whole training set.',
  seed: 'Where the random numbers start: the same seed always gives the same numbers.',
  inputs: 'Numbers in each row.',
  layers: 'Hidden layers and the output layer.',
  units: 'Neurons in a layer.',
  parameters: 'Weights and biases in all.',
  samples: 'Rows of data.',
  noise: 'How far chance moves each row’s values.',
  testShare: 'Share of the rows held out as the test set.',
  resolution: 'Values of each parameter on a cost surface.',
})

export const settings = texts(sentences)
