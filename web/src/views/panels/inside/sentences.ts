import { catalogue } from '../../../text/text.ts'

/** What goes on within the network, and what may be wrong with it. */
export const sentences = catalogue('views/panels/inside', {
  loading: 'The measures are being fetched.',

  warnings: 'What may be wrong',
  fine: 'Nothing stands out: no plateau, no vanishing gradient, no dead, saturated or twin neurons.',
  looked_one: 'Checked on {count} training row.',
  looked_other: 'Checked on {count} training rows.',
  lookedSome: 'Checked on {count} of the {all} training rows, evenly spread.',
  select: 'Select {name}',
  more: 'and {count} more',

  plateau: '[[Plateau|plateau]]: since step {step} the cost has stayed at about {cost}.',
  plateauLesson:
    'Either the slope is nearly flat here, and a larger learning rate, momentum or Adam gets across; or this is the best that a network of this size finds, and more neurons help.',
  stuck: '[[Plateau|plateau]]: at step {step} the cost is {cost}, about what it was at first.',
  vanishing: '[[Vanishing gradient|vanishing]]: the gradient at {first} is only {ratio} times that at {last}.',
  vanishingLesson:
    'On its way back the error is multiplied by f′(Z) at every layer, and for sigmoid that is at most 0.25. So the first layers hardly learn. ReLU or tanh, fewer layers, or the Xavier or He initializer help.',
  dead: '[[Dead|dead]]: {units} of {layer} put out 0 for every training row.',
  deadLesson:
    'Where Z is below 0 for all rows, f′(Z) is 0, no error gets through, and the weights never change again. A lower learning rate, leaky ReLU or other initial weights prevent it.',
  saturated: '[[Saturated|saturated]]: {units} of {layer} are at the end of their range for nine rows in ten or more.',
  saturatedLesson:
    'There the activation function is flat, so f′(Z) is near 0 and learning is slow. Smaller initial weights, standardised inputs or a lower learning rate keep sums small.',
  twins: '[[Twins|twins]]: {units} of {layer} have the same weights and bias.',
  twinsLesson:
    'They compute the same and, where they are read alike, learn the same: together they are worth one neuron. Initial weights that differ by chance break the tie.',
  neurons_one: '{count} neuron',
  neurons_other: '{count} neurons',

  looks: 'What the neurons of {layer} look at',
  looksImage:
    'Each picture shows a neuron’s weights in the places of their pixels: ink where they are positive raises its sum, ink where they are negative lowers it.',
  looksBars: 'The weights of each neuron, largest first. Inputs are standardised, so sizes can be compared.',
  looksBarsRaw:
    'The weights of each neuron, largest first. Inputs are not standardised: an input in large numbers needs only a small weight.',
  weightsOf: 'Weights of {name}: from {low} to {high}',
  rest_one: '{count} more',
  rest_other: '{count} more',
  input: 'input',
  weight: 'weight',

  layers: 'Layer by layer',
  layersAbout:
    'Left, what the neurons put out; right, the [[gradient|gradient]] of their weights. All at one end, or all at 0, is a bad sign.',
  activationAxis: 'activation',
  gradientAxis: 'gradient of a weight',
  activationLabel: 'Activations of {layer}: {count} numbers from {low} to {high}; most lie from {from} to {to}.',
  gradientLabel:
    'Gradients of the weights of {layer}: {count} numbers from {low} to {high}; most lie from {from} to {to}.',

  time: 'Over time',
  timeAbout: 'Recorded while this panel is open.',
  norm: 'Norm of the [[gradient|gradient]], by layer',
  normAbout:
    'How strongly the cost pulls at each layer. Lines that drift apart by powers of ten are a [[vanishing gradient|vanishing]], or an exploding one.',
  ratio: '[[Update-to-weight ratio|updateRatio]], by layer',
  ratioAbout:
    'How large the next step is beside the weights. About 0.001 is usual: far above it steps are rash, far below it nothing moves.',
  normLabel: 'Norm of the gradient over steps: {list}.',
  ratioLabel: 'Update-to-weight ratio over steps: {list}.',
  reading: '{name} {value}',
  step: 'step',
  now: 'By layer, now',
  layer: 'layer',
  normNow: 'gradient norm',
  ratioNow: 'update / weight',
  wait: 'Train for a few steps to see lines here.',
})
