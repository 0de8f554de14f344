/** The names of the panels. @typedef {'step' | 'inputs' | 'neuron' | 'layer' | 'regression' | 'cost' | 'error' | 'blame' | 'shock' | 'slope' | 'confusion'} TabName */

export const pane = {
  label: 'Looked into',
  opened: 'Opened in the glass pane: {panel}.',
  openedNeuron: 'Chosen: {neuron}. The glass pane shows it under {panel}; Enter again leads there.',
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
  comparison: 'Predicted and actual',
  train: 'training set',
  test: 'test set',
}
