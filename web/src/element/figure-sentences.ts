import { catalogue } from '../text/text.ts'

/** What figures are called, and what they say where they have nothing to show. */
export const sentences = catalogue('element/figure', {
  graph: 'The network',
  picture: 'What it has learnt',
  chart: 'The cost over the steps',
  transport: 'Play, step, reset',
  story: 'What happens',
  sentence: 'The settings',
  weight: 'A weight or bias',
  step: 'One step',
  inputs: 'Inputs',
  neuron: 'A neuron',
  layer: 'The matrix of a layer',
  regression: 'The regression',
  cost: 'The cost, row by row',
  error: 'Errors passed back',
  blame: 'Who is to blame',
  shock: 'A weight shaken',
  slope: 'The slope of the cost',
  confusion: 'Predicted and actual',
  noPart: 'A figure of Glassbox cannot show “{name}”; it can show {names}.',
  noNetwork: 'This figure belongs to a network that is not on the page: “{name}”.',
  oneNeuron: 'This is shown of a network of one neuron.',
  anyNetwork: 'This figure belongs to a network, and there is none on the page.',
})
