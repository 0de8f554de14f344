import { optionWords } from './option-words.ts'

/** What readers see of the optimizers. */
export const optimizers = optionWords('optimizers', {
  sgd: {
    label: 'Gradient descent',
    description: 'A step straight downhill, in proportion to the slope.',
  },
  momentum: {
    label: 'Momentum',
    description: 'Keeps moving in the direction of earlier steps.',
  },
  nesterov: {
    label: 'Nesterov momentum',
    description: 'Momentum that looks one step ahead.',
  },
  adagrad: {
    label: 'Adagrad',
    description: 'Smaller steps for parameters whose gradients have been large.',
  },
  rmsprop: {
    label: 'RMSprop',
    description: 'Adagrad that gradually forgets old gradients.',
  },
  adam: {
    label: 'Adam',
    description: 'Momentum and RMSprop combined, corrected for their slow start.',
  },
  adamw: {
    label: 'AdamW',
    description: 'Adam with weight decay applied separately from the gradient.',
  },
})
