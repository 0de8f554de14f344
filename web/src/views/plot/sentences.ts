import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/plot', {
  scatter: 'Predicted against actual values, one mark per row; on the dashed line they agree',
  actualAxis: 'actual {name}',
  predictedAxis: 'predicted {name}',
  output: 'output',
  neurons: 'neurons',
  below: '< 0',
  above: '> 0',
  paler: 'The paler, the less certain.',
})
