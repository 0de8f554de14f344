import { catalogue } from '../../text/text.ts'

/** The pictures of rarer data. */
export const sentences = catalogue('views/picture/late', {
  strips: 'Every row as a mark; the further right, the higher the output for its actual class',
  truth: 'output for its class',
  curve: 'The prediction as a curve over the feature, with the data points',
  probability: 'probability of {name}',
  eachClass: 'each class',
  bars: 'Output for each class',
  image: 'Row {row} as an image',
  missedTrain_one: '{count} wrong in the training set',
  missedTrain_other: '{count} wrong in the training set',
  missedTest_one: '{count} wrong in the test set',
  missedTest_other: '{count} wrong in the test set',
  missed: 'actual {actual}, predicted {predicted}',
  ownImage: 'Your own inputs as an image',
  batchImage: 'The mean of {count} rows as an image',
})
