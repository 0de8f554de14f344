import { optionWords } from './option-words.ts'

/** What readers are told of the data where they choose it, beside what the card of a table says. */
export const cards = optionWords('cards', {
  gauss: {
    description: 'Two round clouds. A straight line separates them: one neuron is enough.',
  },
  circle: {
    description: 'A disc inside a ring. No straight line separates them: a hidden layer is needed.',
  },
  xor: {
    description: 'Four quarters, two classes: the problem that a single neuron cannot solve.',
  },
  spiral: {
    description: 'Two arms wound around each other: several neurons have to work together.',
  },
  moons: {
    description: 'Two interlocking half moons.',
  },
  checkerboard: {
    description: 'Sixteen squares of alternating class: many corners to fit.',
  },
  threeSpirals: {
    description: 'Three arms, three classes: softmax gives each class its share.',
  },
  blobs: {
    description: 'Four clouds, four classes.',
  },
  plane: {
    description: 'A sloping plane to predict: one linear neuron is enough.',
  },
  bumps: {
    description: 'Hills and hollows to predict.',
  },
  sine: {
    description: 'One feature, one wave: watch a curve bend into shape.',
  },
  'study-hours': {
    description: 'Did the student pass? Twenty students and the hours each spent studying.',
  },
  'o-rings': {
    description: 'Did a seal show damage? The 23 launches before Challenger, by temperature.',
  },
  iris: {
    description: 'Three species of iris, told apart by the size of petals and sepals.',
  },
  penguins: {
    description: 'Penguins of the Palmer Archipelago: species, sex or body mass, from measurements.',
  },
  wine: {
    description: 'Three grape varieties from one region, told apart by chemical analysis.',
  },
  'breast-cancer': {
    description: 'Benign or malignant? Cell nuclei in images of 569 tissue samples.',
  },
  diabetes: {
    description: 'How far the disease progressed within a year, from ten measurements.',
  },
  digits: {
    description: 'The digits 0 to 9 as images of 8 × 8 pixels.',
  },
  hand: {
    description: 'A few rows that you type in yourself; the first one is from a well-known worked example.',
    title: 'Your own rows',
    source: 'The first row: https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/',
  },
})
