import { catalogue } from '../../../text/text.ts'

/** How good the predictions are, measure by measure. */
export const sentences = catalogue('views/panels/measures', {
  loading: 'The measures are being fetched.',
  waiting: 'The predictions for all rows are being computed.',
  set: 'Look at the',
  noTest: 'There is no test set: only the training rows can be measured. Hold rows out to see how it does on new data.',

  classesMeaning:
    'It gets {right} of {rows} rows of the {set} right. Always answering “{common}” would be right for {usual}.',
  classesTest:
    'On rows it has never seen it is right for {test}; on the training set, for {train}. The first of the two tells what to expect on new data.',
  amountsMeaning: 'For the {set}, its predictions of {target} are off by {error} on average.',
  amountsR2:
    'It explains {share} of how much the values vary ([[R²|r2]]): 100% would be all, 0% is what always answering the mean would do.',
  amountsWorse: 'Always answering the mean would do better than this: [[R²|r2]] is below 0.',
  amountsFlat: 'The values never change here, so there is nothing to explain and [[R²|r2]] is not defined.',
  amountsTest: 'On rows it has never seen it is off by {test}; on the training set, by {train}.',

  all: 'All measures',
  measure: 'measure',
  accuracy: '[[accuracy|accuracyOfSet]]',
  precision: '[[precision|precision]]',
  recall: '[[recall|recall]]',
  f1: '[[F1|f1]]',
  meanPrecision: '[[precision|precision]], mean over classes',
  meanRecall: '[[recall|recall]], mean over classes',
  meanF1: '[[F1|f1]], mean over classes',
  area: '[[area under the ROC curve|rocArea]]',
  calibrationError: '[[calibration error|calibration]]',
  meanAbsolute: '[[mean absolute error|meanAbsoluteError]]',
  rootMeanSquare: '[[RMSE|rmse]]',
  meanResidual: 'mean [[residual|residual]]',
  r2: '[[R²|r2]]',
  output: 'Output',
  undefined:
    '– means not defined: the measure would divide by zero. Such a class is left out of the mean over classes.',

  matrixTitle: 'Which class is taken for which',
  matrix: 'rows actual, columns predicted; choose a cell for its rows',
  cell: '{actual} taken for {predicted}: {count}. Show these rows',
  threshold: 'Threshold',
  thresholdAbout: 'The output from which a row is taken for “{name}”. The engine itself predicts with 0.5.',
  thresholdMeaning:
    'Above {threshold} a row counts as “{name}”: {found} of them are found, and {wrong} of the others are taken for it by mistake.',
  thresholdUsual: 'Back to 0.5',
  perClass: 'Class by class',
  className: 'class',
  rows: 'rows',
  taken: 'taken for it',

  cellTitle: 'Taken for “{predicted}”, is “{actual}”: {count} of the {set}',
  cellNone: 'There is no such row.',
  chooseCell: 'Choose a number in the table to see its rows here.',
  shows: 'Choosing one puts it into the network.',
  row: 'row',
  showRow: 'Row {row} of the {set}: put it into the network',
  previous: 'Rows before these',
  next: 'Rows after these',

  rocTitle: '[[ROC curve|roc]]',
  rocMeaning:
    'Of a row that is “{positive}” and one that is “{negative}”, the first gets the higher output in {area} of all such pairs of the {set}. 100% is a perfect order, 50% no better than chance (the dotted line).',
  rocNone: 'A ROC curve needs rows of both classes.',
  rocLabel: 'ROC curve: area {train} for the training set, {test} for the test set.',
  falseAlarms: 'others taken for “{name}”',
  found: 'of “{name}” found',

  calibrationTitle: '[[Calibration|calibration]]',
  calibrationMeaning:
    'Its probabilities differ by {error} on average from how often they came true ({set}). On the dotted line the two agree; above it things happen more often than it says, below it less often.',
  calibrationNone: 'The outputs are not probabilities: that takes sigmoid or softmax as output activation.',
  calibrationLabel: 'Calibration: error {train} for the training set, {test} for the test set.',
  probability: 'predicted probability',
  cameTrue: 'how often it came true',
  bins: 'Ten ranges of probability; a larger mark stands for more rows.',

  residualTitle: '[[Residuals|residual]]',
  residualMeaning:
    'Above the line too little was predicted, below it too much. Marks should lie round the line without a pattern: a bend or a funnel is something the network has not learnt.',
  residualLow: 'On the whole it predicts too little, by {size}.',
  residualHigh: 'On the whole it predicts too much, by {size}.',
  residualLabel: 'Residuals over predictions: the mean size is {train} for the training set, {test} for the test set.',
  predictedAxis: 'predicted {name}',
  residualAxis: 'actual − predicted',
  worstTitle: 'The worst rows',
  worst: 'The rows of the {set} with the largest error',
  actual: 'actual',
  predicted: 'predicted',
  residual: 'off by',
  legend: 'Filled and solid: {train}; outlined and dashed: {test}.',
})
