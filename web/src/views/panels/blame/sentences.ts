import { catalogue } from '../../../text/text.ts'

/** Whom a neuron blames for its error. */
export const sentences = catalogue('views/panels/blame', {
  about: 'Whom does a neuron blame for its error? There are two correct answers, and many explanations mix them up.',
  heading: 'Whom {name} blames',
  headingMean: 'its mean delta over {count} rows is',
  headingRow: 'its delta in this row is',
  none: 'With a delta of 0 it blames no neuron: all shares below are 0.',
  onWires: 'On the wires',
  gradient: 'gradient of the weights',
  passedBack: 'error passed back',
  input: 'An input blames nothing: it is data. The first output is shown instead; choose any neuron.',

  gradientTitle: 'Its weights: delta × upstream activation',
  gradientAbout:
    'The [[gradient|gradient]] of each incoming weight. The weights from the most active neurons change most; the weight from a neuron with activation 0 is not blamed at all.',
  gradientMean: 'Over a batch it is the mean of the products, row by row, not the product of the two means.',
  passedBackTitle: 'The neurons before it: delta × weight',
  passedBackAbout:
    'The error passed back to each. Here a large weight counts, even if the neuron was inactive; multiplied by that neuron’s own f′(Z), it adds to its delta.',
  passedBackMean:
    'The mean error passed back to each. Here a large weight counts, even if the neuron was inactive; row by row, multiplied by that neuron’s own f′(Z), it adds to its delta.',
  passedBackInputs: 'Inputs are data, so no error is passed back to them: backpropagation ends here.',
  gradientTable: 'Gradient of the weights, largest first',
  passedBackTable: 'Error passed back, largest first',
  weightName: 'name',
  from: 'from',
  activation: 'its activation',
  inputValue: 'its value',
  weight: 'weight',
  share: 'share',
  off: 'switched off',
  activeIn: 'active in {count} of {rows}',
  activeAbout_one: 'Active: {rule}. Counted over the {count} row of the next batch.',
  activeAbout_other: 'Active: {rule}. Counted over the {count} rows of the next batch.',
  half: 'its activation is above 0.5',
  size: 'its activation is above 0.5 or below −0.5',
  ln2: 'its activation is above ln 2, as Z is above 0',
  zero: 'its activation is above 0',
  rest_one: '{count} more',
  rest_other: '{count} more, together',

  sweep: 'Blame, layer by layer',
  play: 'From the output back',
  stop: 'Stop',
  previous: 'Previous layer',
  next: 'Next layer',
  leave: 'Back to {name}',
  ready: 'Watch the blame travel from the output to the inputs, layer by layer.',
  stage: '{at} of {count}.',
  stageOutput:
    'The error starts at the output, which blames {before}, most of all through {weight}: gradient {value}, {share} of all blame in this layer.',
  stageHidden:
    'Now {layer} has its own deltas and passes blame on to {before}, most of all through {weight}: gradient {value}, {share} of all blame in this layer.',
  stageInputs:
    '{layer} blames its weights from the inputs, most of all {weight}: gradient {value}, {share} of all blame in this layer. The inputs are data, so it ends here.',
  stageOnly:
    'The only layer blames its weights from the inputs, most of all {weight}: gradient {value}, {share}. The inputs are data, so it ends here.',
  stageOutputPassedBack:
    'The error starts at the output. It passes most of it back over {weight}: {value}, {share} of all that this layer passes back.',
  stageHiddenPassedBack:
    'Now {layer} has its own deltas, and passes error back to {before}: most of all over {weight}, {value}, {share} of this layer’s.',
  stageInputsPassedBack:
    '{layer} would pass most back over {weight}: {value}, {share} of this layer’s. But the inputs are data: here it ends.',
  stageOnlyPassedBack:
    'The only layer would pass most back over {weight}: {value}, {share}. But the inputs are data: here it ends.',
  stageNone: 'No error is left in {layer}: nothing is blamed.',
})
