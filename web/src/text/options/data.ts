import { catalogue, texts } from '../text.ts'

/** What readers call the data: generators, tables, and their own rows. */
export const names = catalogue('options/data', {
  gauss: 'Two clouds',
  circle: 'Circle',
  xor: 'Exclusive or',
  spiral: 'Spiral',
  moons: 'Moons',
  checkerboard: 'Checkerboard',
  threeSpirals: 'Three spirals',
  blobs: 'Four blobs',
  plane: 'Plane',
  bumps: 'Bumps',
  sine: 'Sine wave',
  'study-hours': 'Study hours',
  'o-rings': 'Space shuttle O-rings',
  iris: 'Iris',
  penguins: 'Penguins',
  wine: 'Wine',
  'breast-cancer': 'Breast cancer',
  diabetes: 'Diabetes',
  digits: 'Handwritten digits',
  hand: 'your own rows',
})

const text = texts(names)

/** @param name that the engine's catalogue or the list of tables gives it */
export const dataLabel = (name: string) => (name in names ? text(name as keyof typeof names) : name)
