import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/settings', {
  about: 'Every change takes effect at once. Weights that can be kept are kept.',
  regularisation: 'Regularisation',
  outputLayer: 'Output layer',
  unitCount_one: '{count} neuron',
  unitCount_other: '{count} neurons',
  addLayer: 'Add a hidden layer',
  removeLayer: 'Remove layer {number}',
  float64: 'Double, 64 bits',
  float32: 'Single, 32 bits',
})
