import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/plot', {
  output: 'output',
  neurons: 'neurons',
  below: '< 0',
  above: '> 0',
  paler: 'The paler, the less certain.',
})
