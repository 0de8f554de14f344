import { catalogue } from '../text/text.ts'

/** What is said in the files themselves: of what they hold, and of what their language cannot express. */
export const sentences = catalogue('export', {
  about_one: 'A neural network made with Glassbox: {data}, {layers} ({activations}), after {count} step.',
  about_other: 'A neural network made with Glassbox: {data}, {layers} ({activations}), after {count} steps.',
  columnsAre: 'A row holds, in this order:',
  column: '{number}. {name}',
  columnUnit: '{number}. {name} in {unit}',
  columnLevels: '{number}. {name}: one of {levels}',
  codes: 'A category is given as the place of its level, counted from 0.',
  gaps: 'A value may be missing in {names}: it is written as {word}.',
  derived: 'It is also given what is made of these: {names}.',
  answers: 'It answers with {outputs}.',
  binary: 'the probability of {name}',
  classes: 'the probabilities of {names}',
  plain: 'These are the inputs of the network itself: what is made of other columns is given ready-made.',
  scaled: 'Inputs are standardised as they were on the page; a predicted amount is in its own unit again.',
  single: 'The page computed in float32 and this file computes in float64, so they agree to about 6 digits only.',
  silent: 'Neurons that are switched off stay so: their weights are here, and what they pass on is 0.',
  noTraining: 'This file predicts and does not train, so it has neither the cost nor the optimizer.',
  noMemory: 'What the optimizer remembers of the steps so far is not here: training goes on with an empty memory.',
  otherDraws:
    'The library draws its own random numbers, so new weights and the order of rows are not those of the page.',
  kerasEpsilon:
    'Keras puts epsilon elsewhere in this optimizer than PyTorch, whose definition the page uses: trained further, the digits differ a little.',
  kerasUntested:
    'This code keeps to the documented API of Keras 3 and was checked for its syntax alone: Keras was not at hand where it was made. The last line tells whether it computes the same.',
  kerasClip: 'Keras keeps probabilities 0.0000001 away from 0 and 1 in this cost, which the page does not.',
  train: 'To train further, hand the rows that it learns from to setData(), and call epoch().',
  build: 'With the engine of Glassbox installed, this CMakeLists.txt builds it:',
  doubles: 'All numbers are float64, but for erf in GELU, which ONNX runtimes compute in float32.',
  notebook:
    'The cells below build the same network in PyTorch, train it from the same beginning, draw what comes of it, and compare the weights of the page with what the page predicts.',
  startsFirst:
    'It begins with the very weights that the page began with, so a run without shuffling gives the numbers of the page.',
  startsNew: 'The weights that the page began with are not known, so it begins with new ones, drawn in the same way.',
  cellData: 'The data, in its own units, and its preparation',
  cellNetwork: 'The network',
  cellTraining: 'The training',
  cellPlots: 'The cost, and the predictions',
  cellPage: 'The network of the page',
  trainCost: 'cost',
  testCost: 'test cost',
  pageCost: 'cost on the page',
  stepAxis: 'step',
  actual: 'actual',
  predicted: 'predicted',
  set: 'set',
  training: 'training',
  test: 'test',
})
