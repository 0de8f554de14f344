/** The language in use: English, unless one of web/languages takes its place. */

/** A language as its file gives it: the sentences that it has, by section and name. */
export interface Language {
  language: string
  sentences: Record<string, Record<string, string>>
}

const english: Language = { language: 'en', sentences: {} }
let inUse = english

/** Has the page speak a language from now on. @param wanted null = English */
export function useLanguage(wanted: Language | null) {
  inUse = wanted ?? english
}

/** The tag of the language in use, such as 'pt-BR'. */
export const language = () => inUse.language

/** The sentences that the language in use has of a section, nothing where it has none. */
export const translationOf = (section: string): Record<string, string> | undefined => inUse.sentences[section]

/** What is made for a language, such as a number format: made when it is first asked for. */
export function inLanguage<T>(make: (language: string) => T): () => T {
  let made: { for: Language; value: T } | undefined
  return () => (made?.for === inUse ? made : (made = { for: inUse, value: make(language()) })).value
}

const rightToLeft = /Adlm|Arab|Hebr|Nkoo|Syrc|Thaa/

/** Which way the language in use is written. */
export const direction = inLanguage((language) =>
  rightToLeft.test(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr',
)
