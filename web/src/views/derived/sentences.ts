import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/derived', {
  title: 'Features made of others',
  about: 'Computed from the features of each row and given to the network as inputs. You only enter the features.',
  add: 'Add a term',
  kind: 'Kind of term',
  power: 'Power',
  product: 'Product',
  sine: 'Sine, sin(πx)',
  feature: 'Feature',
  second: 'Times',
  exponent: 'Power from 2 to 6',
  submit: 'Add',
  full: 'No more terms can be added: the limit is {most}.',
})
