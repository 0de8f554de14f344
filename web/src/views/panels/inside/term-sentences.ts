import { catalogue } from '../../../text/text.ts'

/** What may be wrong within a network. */
export const sentences = catalogue('views/panels/inside/term', {
  plateau:
    'A stretch of training in which the cost hardly falls, because the landscape is nearly flat there, or no lower place is near.',
  vanishing: 'Gradients that shrink from layer to layer on the way back, so that the first layers hardly learn.',
  dead: 'A neuron that puts out 0 whatever comes in, and so is never changed again.',
  saturated:
    'A neuron whose sum is so large that its activation function is flat there: a change of its weights hardly shows.',
  twins: 'Neurons of a layer with the same weights. They do the same, so one of them is superfluous.',
  updateRatio: 'The norm of the change that the next step makes, over the norm of the weights and biases of the layer.',
})
