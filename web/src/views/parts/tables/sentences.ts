export const sentences = {
  train: 'training set',
  test: 'test set',
}
