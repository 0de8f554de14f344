import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/data', {
  examplesAbout: 'Other data comes with a network that suits it. The examples come with a question, too.',
  generators: 'Generated',
  tables: 'Real data',
  facts: '{rows}, {features}, {goal}',
  classes: '{count} classes',
  regression: 'a number to predict',
  own: 'Your own rows',
  about: 'Type in a few rows of your own, with any inputs and outputs.',
  edit: 'Edit the rows',
  options: 'How this data is used',
  newDraw: 'Regenerate',
  tableSeed: 'Random seed for the test set',
  split: 'Training rows: {train}; [[test rows|testSet]]: {test}.',
  dropped_one: '{count} row with missing values was left out.',
  dropped_other: '{count} rows with missing values were left out.',
  card: 'About this data',
  source: 'Source',
  citation: 'Cite as',
  licence: 'Licence',
  units: 'Units',
})
