import { catalogue } from '../text/text.ts'

/** What an author is told of the words in attributes. */
export const sentences = catalogue('element/attribute', {
  unknown: '{attribute} has no “{name}”; it can be {names}.',
})
