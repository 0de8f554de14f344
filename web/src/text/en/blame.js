/** Whom a neuron blames for its error. */
export const blame = {
  about: 'Whom does a neuron blame for its error? There are two true answers. Many explanations merge them into one.',
  heading: 'Whom {name} blames',
  headingMean: 'its mean delta over {count} rows is',
  headingRow: 'its delta in this row is',
  none: 'With a delta of 0 it blames nobody: all shares below are 0.',
  onWires: 'On the wires',
  gradient: 'gradient of the weights',
  handed: 'error handed back',
  input: 'An input blames nobody: it is data. Here is the first output instead; choose any neuron.',

  gradientTitle: 'Its weights: delta × upstream activation',
  gradientAbout:
    'The gradient of each weight coming in. The most active upstream neurons get their weights changed most; a silent one’s weight is not blamed at all.',
  gradientMean: 'Over a batch it is the mean of the products, row by row, not the product of the two means.',
  handedTitle: 'The neurons before it: delta × weight',
  handedAbout:
    'The error handed back to each. Here a large weight counts, however silent the neuron was; times its own f′(Z) it adds to that neuron’s delta.',
  handedMean:
    'The mean error handed back to each. Here a large weight counts, however silent the neuron was; row by row, times its own f′(Z), it adds to that neuron’s delta.',
  handedInputs: 'Inputs are data, so here the error is handed to nobody: backpropagation ends.',
  tableGradient: 'Gradient of the weights, largest first',
  tableHanded: 'Error handed back, largest first',
  weightName: 'name',
  from: 'from',
  activation: 'its activation',
  inputValue: 'its value',
  weight: 'weight',
  gradientShort: 'gradient',
  handedShort: 'handed back',
  share: 'share',
  off: 'switched off',
  little: '< 0.1%',
  rest_one: '{count} more',
  rest_other: '{count} more, together',

  sweep: 'Blame, layer by layer',
  play: 'From the output back',
  stop: 'Stop',
  previous: 'Previous layer',
  next: 'Next layer',
  leave: 'Back to {name}',
  ready: 'See the blame travel from the output to the inputs, layer by layer.',
  stage: '{at} of {count}.',
  stageOutput:
    'The error starts at the output. It blames {before} most through {weight}: gradient {gradient}, {share} of all blame in this layer.',
  stageHidden:
    'Now {layer} has its own deltas, and passes blame on to {before}: most through {weight}, gradient {gradient}, {share} of this layer’s.',
  stageInputs:
    '{layer} blames its weights from the inputs, most of all {weight}: gradient {gradient}, {share} of this layer’s. The inputs are data: here it ends.',
  stageOnly:
    'The only layer blames its weights from the inputs, most of all {weight}: gradient {gradient}, {share}. The inputs are data: here it ends.',
  stageNone: 'No error is left in {layer}: nothing is blamed.',
}
