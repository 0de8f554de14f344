import { catalogue } from '../text/text.ts'

/** What an author is told of the attributes that say what is shown. */
export const sentences = catalogue('element/content', {
  unknown: 'glassbox-playground: {attribute} has no “{name}”; it can be {names}.',
})
