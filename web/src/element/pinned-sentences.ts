import { catalogue } from '../text/text.ts'

/** By what the details are pulled up over the network, and let down again. */
export const sentences = catalogue('element/pinned', {
  up: 'Pull up the details',
  down: 'Back to the network',
})
