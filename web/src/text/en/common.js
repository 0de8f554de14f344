/** The tools that the panels of the glass pane have in common. */
export const common = {
  scope: 'Numbers of',
  row: 'this row',
  rowAbout: 'The row on the network, or a sample of your own',
  batch: 'the batch, mean',
  batchAbout: 'Means over the rows that the next step will use',
  digits: 'Digits',
  pin: 'Keep the network in view',
  pinAbout: 'The network stays at the top while you read what is opened up',
}
