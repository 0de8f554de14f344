import { optionWords } from './option-words.ts'

/** What readers see of the activations. */
export const activations = optionWords('activations', {
  linear: {
    label: 'Linear',
    within: 'linear',
    description: 'Passes the sum on unchanged. However many linear layers are stacked, the result is still linear.',
  },
  sigmoid: {
    label: 'Sigmoid',
    within: 'sigmoid',
    description: 'Squeezes any sum into the range 0 to 1: a probability. One such neuron is a logistic regression.',
  },
  tanh: {
    label: 'Tanh',
    within: 'tanh',
    description: 'Squeezes any sum into the range −1 to 1, centred on 0.',
  },
  relu: {
    label: 'ReLU',
    description:
      '0 for negative sums, the sum itself for positive ones. Cheap to compute, and its slope does not fade however large the sum.',
  },
  leakyRelu: {
    label: 'Leaky ReLU',
    description: 'A ReLU that lets a little through below 0, so that no neuron becomes inactive for good.',
  },
  elu: {
    label: 'ELU',
    description: 'Like ReLU above 0; below, it bends smoothly towards −1.',
  },
  softplus: {
    label: 'Softplus',
    within: 'softplus',
    description: 'A ReLU with its corner rounded off. Its slope is the sigmoid.',
  },
  gelu: {
    label: 'GELU',
    description: 'The sum times the probability that a standard normal value lies below it. Common in language models.',
  },
  silu: {
    label: 'SiLU',
    description: 'The sum times its own sigmoid. Also called swish.',
  },
  softmax: {
    label: 'Softmax',
    within: 'softmax',
    description: 'Turns a layer into shares that add up to 1: one probability per class.',
  },
})
