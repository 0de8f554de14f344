import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/keep/weight', {
  title: 'Weights from elsewhere',
  about:
    'NumPy arrays, nested lists, a printed PyTorch state_dict, or MATLAB rows. They become the initial weights, at step 0; undo brings yours back.',
  paste: 'Paste weights and biases, layer by layer',
  read: 'Read them',
  orientation: 'Both ways of reading them fit. What is a row?',
  choose: 'Choose…',
  neurons: 'A row is a neuron (PyTorch, Wx + b)',
  inputs: 'A row is an input (Keras, xW + b)',
  layer: 'neurons: {units}, inputs of each: {inputs}',
  noBias: 'Where no biases were given, they are 0.',
  otherShape: 'Your network has other layers. It can be given these, and keeps its output activation.',
  activation: 'Activation of the hidden layers',
  take: 'Use these weights',
  takeNetwork: 'Use this network and its weights',
  taken: 'They are the initial weights now.',
})
