import { optionWords } from './option-words.ts'

/** What readers see of the activations. */
export const activations = optionWords('activations', {
  linear: { label: 'Linear', within: 'linear' },
  sigmoid: { label: 'Sigmoid', within: 'sigmoid' },
  tanh: { label: 'Tanh', within: 'tanh' },
  relu: { label: 'ReLU' },
  leakyRelu: { label: 'Leaky ReLU' },
  elu: { label: 'ELU' },
  softplus: { label: 'Softplus', within: 'softplus' },
  gelu: { label: 'GELU' },
  silu: { label: 'SiLU' },
  softmax: { label: 'Softmax', within: 'softmax' },
})
