import { catalogue } from '../../../text/text.ts'

/** What the words of the field mean, where no other sentence of the page says it. */
export const sentences = catalogue('views/parts/term', {
  weight: 'How strongly one neuron acts on the next: what it sends is multiplied by it. Training changes it.',
  bias: 'A number that a neuron adds to its sum, whatever comes in. Training changes it like a weight.',
  sum: 'What a neuron adds up: each input times its weight, plus the bias. The activation function is applied to it.',
  activation: 'What a neuron passes on: its sum Z, put through its activation function.',
  target: 'The right answer for a row, which the prediction is compared with.',
  penalty: 'An amount added for large weights, so that training keeps them small.',
  delta: 'How fast the cost of a row rises as the neuron’s sum Z rises. It is the error attributed to that neuron.',
  gradient: 'The slope of the cost in a weight or bias: how fast the cost rises as that number grows.',
  gradientDescent:
    'Changing every weight and bias a little against its gradient, again and again, so that the cost falls.',
  backpropagation:
    'The method that finds all gradients at once: it passes the error from the output back through the weights, layer by layer.',
  batch:
    'The rows that one step learns from. A small batch gives a rough direction at once, all rows give the exact one.',
  logit: 'An output before it is turned into a probability: any number, and the larger, the more likely.',
  standardised:
    'Shifted and scaled so that the training rows have mean 0 and standard deviation 1: no input outweighs another merely by its unit.',
  testSet: 'Rows held out: the network never learns from them, so they show how well it does on new data.',
  recall: 'Of the rows of a class, the share that was recognised as such.',
  stepCount: 'Steps taken so far: each changes every weight and bias once.',
  epochCount: 'How often every training row has been used.',
  cost: 'How far the predictions are off, over the training set: training makes it smaller.',
  testCost: 'The cost over the test set, whose rows the network never learns from.',
  accuracy: 'Share of the training rows whose class is predicted right.',
  testAccuracy: 'Share of the test rows whose class is predicted right; the network never learns from them.',
  r2: 'Fit to the training set: 1 is perfect, 0 no better than always predicting the mean.',
  testR2:
    'Fit to the test set, whose rows the network never learns from: 1 is perfect, 0 no better than always predicting the mean.',
  rate: 'How many rows the network learns from each second.',
  noR2: 'R² compares the errors with how much the targets vary; these do not vary.',
})
