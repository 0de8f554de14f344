import { catalogue } from '../../../text/text.ts'

/** The lens: the card beside what is pointed at on the network. */
export const sentences = catalogue('views/graph/lens', {
  ofWeight: '{name}: {from} → {to}',
  ofBias: '{name} of {to}',
  input: 'input',
  sum: '[[sum Z|sum]]',
  output: '[[output|activation]]',
  prediction: 'prediction',
  target: '[[target|target]]',
  error: '[[error delta|delta]]',
  activation: 'A{number}',
  signal: '[[weight|weight]] × {name}',
  gradient: '[[gradient|gradient]]',
  next: 'next step',
  again: 'Press again to go to its panel below.',
  curve: 'The activation at Z = {z} gives {value}.',
})
