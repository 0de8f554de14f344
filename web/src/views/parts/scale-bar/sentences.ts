import { catalogue } from '../../../text/text.ts'

export const sentences = catalogue('views/parts/scale-bar', {
  scale: 'The colours of {of} run from {low} to {high}',
})
