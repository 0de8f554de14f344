import { en } from './en.js'

/** @typedef {typeof en} Catalogue */
/** @typedef {{ [S in keyof Catalogue]: `${S}.${keyof Catalogue[S] & string}` }[keyof Catalogue]} TextKey */

/** @type {Record<string, Record<string, string>>} */
const catalogue = en
const plural = new Intl.PluralRules('en')

/**
 * The sentence that stands under `key` ('section.name'), with each {word} replaced by its value.
 * A text with two forms stands as 'name_one' and 'name_other': ask for 'section.name_other' and `values.count` chooses.
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function text(key, values = {}) {
  const sentence = find(key, values.count)
  return sentence.replace(/\{(\w+)\}/g, (_, word) => String(values[word] ?? ''))
}

/**
 * A sentence cut at its {words}, for a view that puts a control in each: even places are text, odd places are words.
 * @param {TextKey} key
 * @returns {string[]}
 */
export const textParts = (key) => find(key).split(/\{(\w+)\}/)

/**
 * @param {TextKey} key
 * @param {string | number} [count]
 */
function find(key, count) {
  const [section, name] = key.split('.')
  const sentences = catalogue[section]
  const one = name.replace(/_other$/, '_one')
  const isOne = typeof count === 'number' && plural.select(count) === 'one' && one in sentences
  return sentences[isOne ? one : name]
}
