import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/tables', {
  train: 'training set',
  test: 'test set',
})
