/** What is on the network when it is not a row of the data, as the picture beside it says it. */
export const fed = {
  own: 'your own inputs',
  back: 'back to row {row}',
  ofBatch: 'mean over {count} rows',
  thisRow: 'show one row',
  ownImage: 'Your own inputs as an image',
  batchImage: 'The mean of {count} rows as an image',
  batch: 'Mean over {count} rows. {sentence}',
  batchClasses: 'Mean outputs over the {count} rows of the next batch.',
  output: '{name}: predicted {predicted}, actual {actual}.',
  more_one: '{count} more output is in the network.',
  more_other: '{count} more outputs are in the network.',
  hint: 'Click a point to show its row; click or drag anywhere else to try the inputs there.',
}
