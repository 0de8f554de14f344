import { catalogue } from '../../text/text.ts'

/** The names of the panels, and the questions that they answer. */

export const sentences = catalogue('views/pane', {
  label: 'Details',
  opened: 'Opened under Details: {panel}.',
  openedNeuron: 'Chosen: {neuron}. Details shows it under {panel}; press Enter again to go there.',
  step: 'One step',
  inputs: 'Inputs',
  neuron: 'Neuron',
  layer: 'Layer',
  regression: 'Regression',
  cost: 'Cost',
  error: 'Error',
  blame: 'Blame',
  shock: 'Shock',
  slope: 'Slope',
  confusion: 'Confusion',
  measures: 'Measures',
  inside: 'Inside',
  compare: 'Compare',
  comparison: 'Predictions',
  learns: 'How does it learn?',
  out: 'What comes out?',
  wrong: 'How wrong is it?',
  toBlame: 'Who is to blame?',
  changes: 'What changes?',
  learnt: 'What has it learnt?',
})
