/** The error of every neuron, and the chain rule behind one. */
export const error = {
  aboutRow: 'delta is the error attributable to a neuron: how fast the cost of this row rises when its Z rises.',
  aboutBatch:
    'delta is the error attributable to a neuron: how fast a row’s cost rises when its Z rises; here the mean over {count} rows.',
  legend:
    'On the network: a full disc where more Z costs more, a ring where it costs less; the larger, the more it matters. Choose a neuron to see where its delta comes from.',
  heading: 'delta of {name}',
  formulaHidden: 'delta = (Σ W · delta of the next layer) · f′(Z)',
  formulaShared: 'delta = activation · (sum − Σ activation · sum), sum = Σ W · delta of the next layer',
  feeds_one: 'It feeds {count} neuron, which hands back its own delta times the weight between them:',
  feeds_other: 'It feeds {count} neurons. Each hands back its own delta times the weight between them:',
  chain: 'What the next layer hands back',
  weight: 'weight',
  to: 'to',
  value: 'its value',
  itsDelta: 'its delta',
  term: 'weight × delta',
  sum: 'sum',
  slope: '× f′(Z): the slope of {name} at Z = {Z}',
  slopeOff: 'switched off: it hands on nothing, so no error comes back',
  shared: '− what softmax takes off every neuron of the layer: Σ activation · sum',
  sharedOutput: '− what softmax takes off every output: Σ activation · g',
  timesActivation: '× activation',
  delta: '= delta',
  input:
    'An input has no delta of its own: it is data, and nothing is changed there. What arrives is how fast the cost rises with this input, as the network sees it.',
  arrives: '= arrives here',
  noSlopeOfMean:
    'The sum holds for the means. f′(Z) differs from row to row, so the chain rule is finished row by row:',
  sharedOfMean:
    'The sum holds for the means. What softmax takes off differs from row to row, so the rule is finished row by row:',
  outputOfMean: 'The rule holds row by row, and delta above is the mean of the last column:',
  rows: 'Row by row: {shown} of {count} rows',
  row: 'row',
  activationShort: 'activation',
  actualShort: 'actual',
  costSlopeShort: 'slope of the cost',
  slopeShort: 'f′(Z)',
  deltaShort: 'delta',

  calculation: 'From the prediction to delta',
  activation: 'activation, the prediction',
  actual: '− actual',
  difference: '= difference',
  over: '÷ the number of outputs, for the cost is a mean over them',
  costSlope: 'g, the slope of the cost by this activation: {cost}',
  costSlopeLogits: 'g, the slope of the cost by this activation: its softmax share − actual',
  partnerFormula: 'delta = activation − actual',
  partnerMeanFormula: 'delta = (activation − actual) ÷ outputs',
  partnerAbout: '{cost} and {activation} are made for each other: all else cancels.',
  differenceFormula: 'delta = g · f′(Z), g = slope of the cost',
  differenceAbout:
    'The cost, {cost} = {formula}, rises with the difference; {activation} passes that on to Z, times its own slope f′(Z).',
  tiedFormula: 'delta = activation · (g − Σ g · activation), g = slope of the cost',
  tiedAbout:
    'Softmax ties the outputs together: raising one Z lowers all the others, so every output has a say in delta.',
  logitsFormula: 'delta = g · f′(Z), g = softmax of the activations − actual',
  logitsAbout:
    '{cost} takes the activations for logits: it turns them into shares first, and compares those with the actual class.',

  deltas: 'delta of every neuron, from the output back',
  neuron: 'neuron',
  most: 'the {shown} largest of {count}',
}
