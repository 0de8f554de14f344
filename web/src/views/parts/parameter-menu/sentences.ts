import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/parameter-menu', {
  layer: 'layer',
  to: 'into',
  from: 'from',
  bias: 'its bias',
})
