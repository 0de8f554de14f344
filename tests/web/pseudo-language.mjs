import { fileToTranslate } from '../../web/languages/english.mjs'

/**
 * A language that looks like English, but whose letters all have an accent: those that have none have escaped it. It
 * counts and joins lists as German does.
 */
export const pseudoTag = 'de-x-pseudo'

const accent = '\u0301'

/** A sentence with all its letters accented, in brackets; its {words} stay, and the names in its [[words|name]]. @param {string} sentence */
export const pseudo = (sentence) =>
  `⟦${sentence.replace(/\{\w+\}|\|\w+(?=\]\])|[A-Za-z]/g, (found) => (found.length > 1 ? found : found + accent))}⟧`

/** The file of that language, with every sentence there is. */
export async function pseudoFile() {
  const { sentences } = await fileToTranslate(pseudoTag)
  const translated = (section) =>
    Object.fromEntries(Object.entries(section).map(([name, sentence]) => [name, pseudo(sentence)]))
  return {
    language: pseudoTag,
    sentences: Object.fromEntries(Object.entries(sentences).map(([name, section]) => [name, translated(section)])),
  }
}
