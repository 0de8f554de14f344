import { catalogue } from '../../../text/text.ts'

/** How the cost of one row is counted. */
export const sentences = catalogue('views/parts/cost-term', {
  mse: 'difference²',
  mseMany: 'mean of difference²',
  quadratic: '½ difference²',
  quadraticMany: '½ sum of difference²',
  binaryCrossEntropy: '−ln(output for the actual class)',
  binaryCrossEntropyMany: 'mean of −ln(output for the target)',
  binaryCrossEntropyNumber: '−(y ln a + (1 − y) ln(1 − a))',
  binaryCrossEntropyNumbers: 'mean over the outputs of −(y ln a + (1 − y) ln(1 − a))',
  softmaxCrossEntropy: '−ln(output for the actual class)',
  softmaxCrossEntropyMany: '−ln(softmax share of the actual class)',
  softmaxCrossEntropyNumber: '−Σ y ln softmax(output)',
  shareTerm: '−y ln a',
  softmaxTerm: '−y ln softmax(a)',
  huber: 'Huber of the difference',
  huberMany: 'mean of Huber of the difference',
  other: 'cost of the row',
})
