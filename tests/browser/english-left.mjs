/**
 * What a page in the pseudo-language still says in English: words whose letters have no accent, in any text or attribute
 * that readers see or hear.
 */
import assert from 'node:assert/strict'
import { buildTable } from '../../web/data/build-tables.mjs'
import { tables } from '../../web/src/data/tables.ts'

/** Functions in the arithmetic are called the same in every language, and lists are joined in German here. */
const symbols = [
  'sin(',
  '[Bias]',
  'sigmoid',
  'tanh',
  'relu',
  'linear',
  'softmax',
  'ln',
  'sign',
  'max',
  'min',
  ' und ',
  ' oder ',
  'Mio.',
]
/** A matrix among [W] @ [X] + [Bias] = [Z], and the letters of an input in a formula. */
const names = ['Bias', 'In']

const built = await Promise.all(tables.map(({ name }) => buildTable(name)))
/** The names of columns, units and classes are the data's own, and so is where it comes from. */
const ownOfData = built.flatMap(({ card, columns }) => [
  card.citation,
  card.licence,
  ...columns.flatMap(({ name, unit, classes }) => [name, unit, ...classes]),
])

/** Within the page: every text with the place it stands in. */
function textsOf() {
  const names = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']
  const placeOf = (element) => `${element.closest('[class]')?.getAttribute('class') ?? ''} <${element.localName}>`
  const root = document.querySelector('glassbox-playground').shadowRoot
  return [...root.querySelectorAll(':not(style)')].flatMap((element) => [
    ...names.flatMap((name) => {
      const value = element.getAttribute(name)
      return value === null ? [] : [[`${placeOf(element)} ${name}`, value]]
    }),
    ...[...element.childNodes].flatMap((node) => (node.nodeType === 3 ? [[placeOf(element), node.data]] : [])),
  ])
}

/** The words of a text that are left in English. @param {string[]} own what is nobody's to translate */
function englishOf(text, own) {
  if (names.includes(text)) return []
  const rest = own.reduce((rest, name) => rest.replaceAll(name, ' '), text)
  return rest.match(/(?<![\p{L}\p{M}])[A-Za-z]{2,}(?![\p{L}\p{M}\d])/gu) ?? []
}

/**
 * @param {import('./page.mjs').Playground} playground
 * @param {string} where in the test
 * @param {string[]} [typed] what the reader has typed
 * @returns {Promise<string[]>} one line a finding
 */
export async function englishIn({ page }, where, typed = []) {
  const own = [...typed, ...symbols, ...ownOfData].filter((name) => name.length > 1)
  own.sort((a, b) => b.length - a.length)
  const texts = await page.evaluate(textsOf)
  assert.ok(texts.filter(([, text]) => text.includes('⟦')).length > 50, `${where}: there is hardly anything to read`)
  return texts.flatMap(([place, text]) => {
    const words = englishOf(text, own)
    return words.length ? [`${where}: ${place}: ${words.join(' ')} in “${text.trim().replace(/\s+/g, ' ')}”`] : []
  })
}
