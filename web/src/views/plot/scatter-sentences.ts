import { catalogue } from '../../text/text.ts'

export const sentences = catalogue('views/plot/scatter', {
  scatter: 'Predicted against actual values, one mark per row; on the dashed line they agree',
  scatterOf: '{name}: predicted against actual values, one mark per row; on the dashed line they agree',
  moreScatters_one: 'Outputs of {count} more unit are not drawn.',
  moreScatters_other: 'Outputs of {count} more units are not drawn.',
  actualAxis: 'actual {name}',
  predictedAxis: 'predicted {name}',
})
