import { activations } from './activations.ts'
import { optimizers } from './optimizers.ts'

/** What is said of the options that the page names from the first: it comes later than their names. */

activations.describe({
  linear: 'Passes the sum on unchanged. However many linear layers are stacked, the result is still linear.',
  sigmoid: 'Squeezes any sum into the range 0 to 1: a probability. One such neuron is a logistic regression.',
  tanh: 'Squeezes any sum into the range −1 to 1, centred on 0.',
  relu: '0 for negative sums, the sum itself for positive ones. Cheap to compute, and its slope does not fade however large the sum.',
  leakyRelu: 'A ReLU that lets a little through below 0, so that no neuron becomes inactive for good.',
  elu: 'Like ReLU above 0; below, it bends smoothly towards −1.',
  softplus: 'A ReLU with its corner rounded off. Its slope is the sigmoid.',
  gelu: 'The sum times the probability that a standard normal value lies below it. Common in language models.',
  silu: 'The sum times its own sigmoid. Also called swish.',
  softmax: 'Turns a layer into shares that add up to 1: one probability per class.',
})

optimizers.describe({
  sgd: 'A step straight downhill, in proportion to the slope.',
  momentum: 'Keeps moving in the direction of earlier steps.',
  nesterov: 'Momentum that looks one step ahead.',
  adagrad: 'Smaller steps for parameters whose gradients have been large.',
  rmsprop: 'Adagrad that gradually forgets old gradients.',
  adam: 'Momentum and RMSprop combined, corrected for their slow start.',
  adamw: 'Adam with weight decay applied separately from the gradient.',
})
