import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/plot/scatter', {
  scatter: 'Predicted against actual values, one mark per row; on the dashed line they agree',
  scatterOf: '{name}: predicted against actual values, one mark per row; on the dashed line they agree',
  moreScatters_one: 'And {count} more output, which is not drawn.',
  moreScatters_other: 'And {count} more outputs, which are not drawn.',
  actualAxis: 'actual {name}',
  predictedAxis: 'predicted {name}',
})
