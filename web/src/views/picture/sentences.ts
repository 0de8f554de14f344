import { catalogue } from '../../text/text.ts'

/** What is on the network when it is not a row of the data, as the picture beside it says it. */
export const sentences = catalogue('views/picture', {
  own: 'your own inputs',
  back: 'back to row {row}',
  ofBatch: 'mean over {count} rows',
  thisRow: 'show one row',
  draw: 'Draw points',
  hint: 'Click a point to show its row; click or drag anywhere else to try the inputs there.',
})
