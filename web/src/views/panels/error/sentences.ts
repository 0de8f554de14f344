import { catalogue } from '../../../text/text.ts'

/** The error of every neuron, and the chain rule behind one. */
export const sentences = catalogue('views/panels/error', {
  aboutRow:
    '[[delta|delta]] is the error attributable to a neuron: how fast the cost of this row rises as the neuron’s [[Z|sum]] rises.',
  aboutBatch:
    '[[delta|delta]] is the error attributable to a neuron: how fast a row’s cost rises as the neuron’s [[Z|sum]] rises; here, the mean over {count} rows.',
  legend:
    'On the network: a filled disc where a larger Z raises the cost, a ring where it lowers the cost; the larger, the more it matters. Choose a neuron to see where its delta comes from.',
  heading: 'delta of {name}',
  sorted: 'Those that pass back most come first.',
  feeds_one: 'It feeds {count} neuron, which passes back its own delta times the weight between them:',
  feeds_other: 'It feeds {count} neurons. Each passes back its own delta times the weight between them:',
  chain: 'What the next layer passes back',
  weight: 'weight',
  to: 'to',
  value: 'its value',
  itsDelta: 'its delta',
  sum: 'sum',
  input:
    'An input has no delta of its own: it is data, and training does not change it. What arrives here is how fast the cost rises with this input, as the network sees it.',
  arrives: '= arrives here',
  noSlopeOfMean:
    'The sum holds for the means. f′(Z) differs from row to row, so the chain rule is completed row by row:',
  sharedOfMean:
    'The sum holds for the means. The part that softmax takes off differs from row to row, so the rule is completed row by row:',
  outputOfMean: 'The rule holds row by row, and delta above is the mean of the last column:',
  rows: 'Row by row: {shown} of {count} rows',
  row: 'row',

  partnerAbout: '{cost} and {activation} belong together: everything else cancels out.',
  differenceAbout:
    '{cost} depends on the difference between activation and target; {activation} passes that on to Z, multiplied by its own slope f′(Z).',
  tiedAbout:
    'Softmax ties the outputs together: raising one Z lowers all the other activations, so every output affects delta.',
  sharesAbout:
    '{cost} treats the activations as [[logits|logit]]: it turns them into shares first, then compares those with the target.',

  deltas: 'delta of every neuron, from the output back',
  neuron: 'neuron',
  most: 'the {shown} largest of {count}',
})
