import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/panels/confusion', {
  r2: '[[R²|r2]] is {train} on the training set and {test} on the [[test set|testSet]]: 1 is a perfect fit, 0 no better than always predicting the mean.',
  predictedDown: 'rows actual, columns predicted',
  recall: '[[recall|recall]]',
  recallAbout: 'Share of each actual class that was predicted correctly',
})
