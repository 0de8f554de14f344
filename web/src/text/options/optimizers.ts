import { optionWords } from './option-words.ts'

/** What readers see of the optimizers. */
export const optimizers = optionWords('optimizers', {
  sgd: { label: 'Gradient descent' },
  momentum: { label: 'Momentum' },
  nesterov: { label: 'Nesterov momentum' },
  adagrad: { label: 'Adagrad' },
  rmsprop: { label: 'RMSprop' },
  adam: { label: 'Adam' },
  adamw: { label: 'AdamW' },
})
