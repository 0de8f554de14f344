import { catalogue } from '../../text/text.ts'

/** The picture of what was learnt, and what of it is on the network. */
export const sentences = catalogue('views/picture', {
  titlePlane: 'The prediction at every point',
  titleCurve: 'The prediction as a curve',
  titleImage: 'What the network sees and predicts',
  titleScatter: 'Predicted against actual',
  titleStrips: 'Output for the actual class',
  plane: 'Map of the two features: each point is shaded by the prediction there',
  showTest: 'show test set (outlined)',
  discretize: 'winning class only',
  discretizeAbout: 'Only the picture changes: the cost still comes from the outputs themselves.',
  row: 'row {row} of {rows}',
  previousRow: 'Previous row',
  nextRow: 'Next row',

  own: 'your own inputs',
  back: 'back to row {row}',
  ofBatch: 'mean over {count} rows',
  thisRow: 'show one row',
  draw: 'Draw points',
  hint: 'Click a point to show its row; click or drag anywhere else to try the inputs there.',
})
