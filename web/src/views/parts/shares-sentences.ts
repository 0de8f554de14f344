import { catalogue } from '../../text/text.ts'

/** Of outputs that need not add up to 1. */
export const sentences = catalogue('views/parts/shares', {
  noShares: 'Each {activation} output stands alone: together they need not add up to 1.',
})
