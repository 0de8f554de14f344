import { optionWords } from './option-words.ts'

/** What readers see of the costs. */
export const costs = optionWords('costs', {
  mse: {
    label: 'Mean squared error',
    description: 'The squared difference, averaged over rows and outputs. As in PyTorch and Keras, without a factor ½.',
  },
  quadratic: {
    label: 'Quadratic cost',
    description: 'Half the squared difference, summed over outputs and averaged over rows. As in Nielsen’s book.',
  },
  binaryCrossEntropy: {
    label: 'Binary cross-entropy',
    description:
      'How surprising the target is, given the predicted probability; averaged over rows and outputs. For yes-or-no targets.',
  },
  softmaxCrossEntropy: {
    label: 'Softmax cross-entropy',
    description:
      'How surprising the actual class is, given the predicted shares; averaged over rows. For one class out of several.',
  },
  huber: {
    label: 'Huber',
    description:
      'Squares small differences but counts large ones only in proportion, so that one extreme row cannot dominate.',
  },
})
