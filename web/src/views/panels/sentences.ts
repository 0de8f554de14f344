import { catalogue } from '../../text/text.ts'

/** The tools that the panels of the glass pane have in common. */
export const sentences = catalogue('views/panels', {
  scope: 'Show numbers for',
  row: 'this row',
  rowAbout: 'The row shown in the network, or your own inputs',
  batch: 'mean of batch',
  batchAbout: 'Means over the rows that the next step will use',
  digits: 'Digits',
})
