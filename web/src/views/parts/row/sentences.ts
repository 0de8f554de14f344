import { catalogue } from '../../../text/text.ts'

/** What the network predicts of what is on it: a row of the data, several outputs, the mean of a batch. */
export const sentences = catalogue('views/parts/row', {
  rowClass: 'Predicted {predicted} ({share}), actual {actual}.',
  rowClassOutput: 'Predicted {predicted} (output {output}), actual {actual}.',
  rowNumber: 'Predicted {predicted}, actual {actual}.',
  batch: 'Mean over {count} rows. {sentence}',
  batchClasses: 'Mean outputs over the {count} rows of the next batch.',
  output: '{name}: {predicted}, actual {actual}',
  more_one: '{count} more output is in the network.',
  more_other: '{count} more outputs are in the network.',
})
