import { catalogue } from '../../../text/text.ts'

/** What is on the network when it is not a row of the data, as the picture beside it says it. */
export const sentences = catalogue('views/parts/row', {
  batch: 'Mean over {count} rows. {sentence}',
  batchClasses: 'Mean outputs over the {count} rows of the next batch.',
  output: '{name}: predicted {predicted}, actual {actual}.',
  more_one: '{count} more output is in the network.',
  more_other: '{count} more outputs are in the network.',
})
