import { catalogue } from '../text/text.ts'

/** What a browser that is too old is told. */
export const sentences = catalogue('element', {
  sentence:
    'This browser cannot run Glassbox: it lacks {lacking}. Chrome or Edge 123, Firefox 128 and Safari 17.5 can, and later ones.',
})
