import { optionWords } from './option-words.ts'

/** What readers see of the data: generators, tables, and their own rows. */
export const data = optionWords('data', {
  gauss: {
    label: 'Two clouds',
    description: 'Two round clouds. A straight line separates them: one neuron is enough.',
  },
  circle: {
    label: 'Circle',
    description: 'A disc inside a ring. No straight line separates them: a hidden layer is needed.',
  },
  xor: {
    label: 'Exclusive or',
    description: 'Four quarters, two classes: the problem that a single neuron cannot solve.',
  },
  spiral: {
    label: 'Spiral',
    description: 'Two arms wound around each other: several neurons have to work together.',
  },
  moons: {
    label: 'Moons',
    description: 'Two interlocking half moons.',
  },
  checkerboard: {
    label: 'Checkerboard',
    description: 'Sixteen squares of alternating class: many corners to fit.',
  },
  threeSpirals: {
    label: 'Three spirals',
    description: 'Three arms, three classes: softmax gives each class its share.',
  },
  blobs: {
    label: 'Four blobs',
    description: 'Four clouds, four classes.',
  },
  plane: {
    label: 'Plane',
    description: 'A sloping plane to predict: one linear neuron is enough.',
  },
  bumps: {
    label: 'Bumps',
    description: 'Hills and hollows to predict.',
  },
  sine: {
    label: 'Sine wave',
    description: 'One feature, one wave: watch a curve bend into shape.',
  },
  'study-hours': {
    label: 'Study hours',
    description: 'Did the student pass? Twenty students and the hours each spent studying.',
  },
  'o-rings': {
    label: 'Space shuttle O-rings',
    description: 'Did a seal show damage? The 23 launches before Challenger, by temperature.',
  },
  iris: {
    label: 'Iris',
    description: 'Three species of iris, told apart by the size of petals and sepals.',
  },
  penguins: {
    label: 'Penguins',
    description: 'Penguins of the Palmer Archipelago: species, sex or body mass, from measurements.',
  },
  wine: {
    label: 'Wine',
    description: 'Three grape varieties from one region, told apart by chemical analysis.',
  },
  'breast-cancer': {
    label: 'Breast cancer',
    description: 'Benign or malignant? Cell nuclei in images of 569 tissue samples.',
  },
  diabetes: {
    label: 'Diabetes',
    description: 'How far the disease progressed within a year, from ten measurements.',
  },
  digits: {
    label: 'Handwritten digits',
    description: 'The digits 0 to 9 as images of 8 × 8 pixels.',
  },
  hand: {
    label: 'your own rows',
    description: 'A few rows that you type in yourself; the first one is from a well-known worked example.',
    title: 'Your own rows',
    source: 'The first row: https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/',
  },
})
