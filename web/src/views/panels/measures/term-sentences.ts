import { catalogue } from '../../../text/text.ts'

/** What the measures are. */
export const sentences = catalogue('views/panels/measures/term', {
  accuracyOfSet: 'Share of the rows of a set whose class is predicted right.',
  precision: 'Of the rows taken for a class, the share that really is of it.',
  f1: 'Precision and recall in one number, their harmonic mean: high only where both are high.',
  roc: 'Receiver operating characteristic: for every threshold, how many of one class are found against how many others are taken for it.',
  rocArea:
    'The chance that a row of the one class gets a higher output than a row of the other: 1 is a perfect order, 0.5 chance.',
  calibration:
    'Whether probabilities mean what they say: of all rows given 80%, 80% should come true. The error is the mean gap.',
  meanAbsoluteError: 'How far predictions are off on average, above or below, in the unit of the data.',
  rmse: 'Root of the mean squared error, in the unit of the data: like the mean absolute error, but large misses count for more.',
  residual: 'What is left over: the actual value minus the predicted one. Above 0, too little was predicted.',
})
