import { en } from './en.ts'
import { formatCount } from './numbers.ts'

type Catalogue = typeof en

export type TextKey = { [S in keyof Catalogue]: `${S}.${keyof Catalogue[S] & string}` }[keyof Catalogue]

type Values = Record<string, string | number>

const plural = new Intl.PluralRules('en')

/** The sentence that stands under `key` ('section.name'), with each {word} replaced by its value. */
export function text(key: TextKey, values?: Values): string {
  const [section, name] = key.split('.')
  return fill(sentencesOf(section), name, values)
}

/** The sentences of one section, for a part of the page that brings its own: text('name', values). */
export const texts =
  <Section extends Record<string, string>>(
    section: Section,
  ): ((name: keyof Section & string, values?: Values) => string) =>
  (name, values) =>
    fill(section, name, values)

/**
 * A sentence cut at its {words}, for a view that puts a control in each: even places are text, odd places are words.
 */
export function textParts(key: TextKey): string[] {
  const [section, name] = key.split('.')
  return sentencesOf(section)[name].split(/\{(\w+)\}/)
}

const sentencesOf = (section: string): Record<string, string> => en[section as keyof Catalogue]

/**
 * Each {word} replaced by its value. A sentence with two forms stands as 'name_one' and 'name_other': ask for the latter
 * and `values.count`, a number, chooses. It is written with separators: '1,240'.
 */
function fill(sentences: Record<string, string>, name: string, values: Values = {}) {
  const { count } = values
  const isCounted = typeof count === 'number'
  const one = name.replace(/_other$/, '_one')
  const chosen = isCounted && plural.select(count) === 'one' && one in sentences ? one : name
  const written: Values = isCounted ? { ...values, count: formatCount(count) } : values
  return sentences[chosen].replace(/\{(\w+)\}/g, (_, word) => String(written[word] ?? ''))
}

/** With a capital, where it opens a sentence. */
export const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
