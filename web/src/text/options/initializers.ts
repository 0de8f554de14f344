import { optionWords } from './option-words.ts'

/** What readers see of the ways to choose the initial weights. */
export const initializers = optionWords('initializers', {
  xavierUniform: {
    label: 'Xavier uniform',
    description:
      'Keeps the spread of the signals even from layer to layer, forward and backward; for sigmoid and tanh.',
  },
  xavierNormal: {
    label: 'Xavier normal',
    description: 'The same spread, but from a normal distribution.',
  },
  heUniform: {
    label: 'He uniform',
    description: 'A wider spread for ReLU layers, where about half of the neurons are inactive.',
  },
  heNormal: {
    label: 'He normal',
    description: 'The same spread, but from a normal distribution.',
  },
  lecunNormal: {
    label: 'LeCun normal',
    description: 'Gives each sum a standard deviation of about 1.',
  },
  uniform: {
    label: 'Uniform',
    description: 'The same small range for every layer.',
  },
  normal: {
    label: 'Normal',
    description: 'Large weights: sigmoid layers start out saturated.',
  },
  zeros: {
    label: 'Zeros',
    description: 'All neurons of a layer start alike and so learn alike: this shows why initial weights are random.',
  },
})
