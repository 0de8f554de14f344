import { en } from './en.ts'
import { inLanguage, language, translationOf } from './language.ts'
import { formatCount } from './numbers.ts'

type Catalogue = typeof en

export type TextKey = { [S in keyof Catalogue]: `${S}.${keyof Catalogue[S] & string}` }[keyof Catalogue]

type Section = Record<string, string>

type Values = Record<string, string | number>

type NameIn<S> = S extends Section ? keyof S & string : never

/** The English sentences that have been brought along so far, and what a file of another language calls each section. */
export const sections: Map<Section, string> = new Map(Object.entries(en).map(([name, section]) => [section, name]))

/** The English sentences of a room. @param name the way to it from src/, which is what a language's file calls them */
export function catalogue<S extends Section>(name: string, english: S): S {
  sections.set(english, name)
  return english
}

/** The sentence that stands under `key` ('section.name'), with each {word} replaced by its value. */
export function text(key: TextKey, values?: Values): string {
  const [section, name] = key.split('.')
  return fill(en[section as keyof Catalogue], name, values)
}

/** The sentences of some catalogues, for a part of the page that brings its own: text('name', values). */
export const texts =
  <S extends Section[]>(...catalogues: S): ((name: NameIn<S[number]>, values?: Values) => string) =>
  (name, values) =>
    fill(catalogues.find((english) => name in english) as Section, name, values)

/**
 * A sentence cut at its {words}, for a view that puts a control in each: even places are text, odd places are words.
 */
export function textParts(key: TextKey): string[] {
  const [section, name] = key.split('.')
  return sentenceOf(en[section as keyof Catalogue], name).split(/\{(\w+)\}/)
}

/**
 * Each {word} replaced by its value. A sentence with several forms stands as 'name_one', 'name_other' and whatever else
 * its language tells apart: ask for 'name_other', and `values.count`, a number, chooses.
 */
function fill(english: Section, name: string, values: Values = {}) {
  const { count } = values
  const sentence = sentenceOf(english, name, typeof count === 'number' ? count : undefined)
  return sentence.replace(/\{(\w+)\}/g, (_, word) => written(word, values[word] ?? ''))
}

/** What is counted on and on, which is written with separators: '1,240'. A seed or a neuron's number is a name. */
const counted = ['count', 'step', 'epoch', 'row', 'rows', 'seen']

const written = (word: string, value: string | number) =>
  typeof value === 'number' && counted.includes(word) ? formatCount(value) : String(value)

/** The sentence in the language in use, in English where that has none. */
function sentenceOf(english: Section, name: string, count?: number) {
  const own = translationOf(sections.get(english) ?? '')
  return (own && pick(own, name, count, plural)) ?? pick(english, name, count, englishPlural) ?? ''
}

const plural = inLanguage((language) => new Intl.PluralRules(language))
const english = new Intl.PluralRules('en')
const englishPlural = () => english

/** The sentence of that name; where something is counted, in the form for that number, else in the one for any. */
function pick(sentences: Section, name: string, count: number | undefined, rules: typeof plural): string | undefined {
  if (count === undefined) return sentences[name]
  const stem = name.replace(/_other$/, '')
  return sentences[`${stem}_${rules().select(count)}`] ?? sentences[`${stem}_other`] ?? sentences[stem]
}

/** With a capital, where it opens a sentence. */
export const capital = (name: string) => name.charAt(0).toLocaleUpperCase(language()) + name.slice(1)
