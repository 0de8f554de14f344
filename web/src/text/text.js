import { en } from './en.js'
import { formatCount } from './numbers.js'

/** @typedef {typeof en} Catalogue */
/** @typedef {{ [S in keyof Catalogue]: `${S}.${keyof Catalogue[S] & string}` }[keyof Catalogue]} TextKey */
/** @typedef {Record<string, string | number>} Values */

const plural = new Intl.PluralRules('en')

/**
 * The sentence that stands under `key` ('section.name'), with each {word} replaced by its value.
 * @param {TextKey} key
 * @param {Values} [values]
 * @returns {string}
 */
export function text(key, values) {
  const [section, name] = key.split('.')
  return fill(sentencesOf(section), name, values)
}

/**
 * The sentences of one section, for a part of the page that brings its own: text('name', values).
 * @template {Record<string, string>} Section
 * @param {Section} section
 * @returns {(name: keyof Section & string, values?: Values) => string}
 */
export const texts = (section) => (name, values) => fill(section, name, values)

/**
 * A sentence cut at its {words}, for a view that puts a control in each: even places are text, odd places are words.
 * @param {TextKey} key
 * @returns {string[]}
 */
export function textParts(key) {
  const [section, name] = key.split('.')
  return sentencesOf(section)[name].split(/\{(\w+)\}/)
}

/** @param {string} section @returns {Record<string, string>} */
const sentencesOf = (section) => en[/** @type {keyof Catalogue} */ (section)]

/**
 * Each {word} replaced by its value. A sentence with two forms stands as 'name_one' and 'name_other': ask for the latter
 * and `values.count`, a number, chooses. It is written with separators: '1,240'.
 * @param {Record<string, string>} sentences
 * @param {string} name
 * @param {Values} [values]
 */
function fill(sentences, name, values = {}) {
  const { count } = values
  const isCounted = typeof count === 'number'
  const one = name.replace(/_other$/, '_one')
  const chosen = isCounted && plural.select(count) === 'one' && one in sentences ? one : name
  /** @type {Values} */
  const written = isCounted ? { ...values, count: formatCount(count) } : values
  return sentences[chosen].replace(/\{(\w+)\}/g, (_, word) => String(written[word] ?? ''))
}

/** With a capital, where it opens a sentence. @param {string} name */
export const capital = (name) => name.charAt(0).toUpperCase() + name.slice(1)
