import { catalogue } from '../../text/text.ts'

/** What each panel shows, by the name of its tab. */
export const sentences = catalogue('views/panels/tab', {
  step: 'One training step, phase by phase, with its numbers.',
  inputs: 'The inputs of this row, to be changed, and the answer to them.',
  neuron: 'The sum and the activation of the chosen neuron.',
  layer: 'All neurons of a layer at once, as matrices.',
  regression: 'The network read as a regression.',
  cost: 'The cost of each row, and their mean.',
  error: 'Where the error of the chosen neuron comes from.',
  blame: 'Which weights and neurons the chosen neuron blames for its error.',
  shock: 'What a small change of one weight does to the cost.',
  slope: 'The cost over two of the weights, as a landscape.',
  confusion: 'Predicted and actual, side by side.',
  measures: 'How good the predictions are, by every usual measure.',
  inside: 'What neurons look at, how each layer learns, and what may be wrong.',
  compare: 'Runs kept and compared; many seeds, all optimizers or two networks trained side by side.',
})
