/** What is on the network when it is not a row of the data, as the picture beside it says it. */
export const fed = {
  own: 'your own sample',
  back: 'back to row {row}',
  ofBatch: 'mean over {count} rows',
  thisRow: 'show one row',
  ownImage: 'Your own sample as a picture',
  batchImage: 'The mean of {count} rows as a picture',
  batch: 'Mean over {count} rows. {sentence}',
  batchClasses: 'Mean outputs over the {count} rows of the next step.',
  output: '{name}: predicted {predicted}, actual {actual}.',
  hint: 'Click a point for that row; click or drag anywhere else to feed that place.',
}
