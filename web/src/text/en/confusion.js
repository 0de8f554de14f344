export const confusion = {
  r2: 'R² {train} in the training set, {test} in the test set: 1 is a perfect fit, 0 no better than the mean.',
  predictedDown: 'actual, then predicted',
  recall: 'found',
  recallAbout: 'Share of each actual class that was recognised',
}
