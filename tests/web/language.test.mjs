// A second language needs nothing but a file: its sentences, plural forms and numbers are those of the page.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { readLanguages } from '../../web/languages/build-languages.mjs'
import { fileToTranslate, withForms } from '../../web/languages/english.mjs'
import { direction, language, useLanguage } from '../../web/src/text/language.ts'
import { listOfAll, listOfEither } from '../../web/src/text/lists.ts'
import { formatCount, formatNumber, formatShare } from '../../web/src/text/numbers.ts'
import { activations } from '../../web/src/text/options/activations.ts'
import { text, textParts, texts } from '../../web/src/text/text.ts'
import { sentences as compareSentences } from '../../web/src/views/panels/compare/sentences.ts'
import { sentences as stepSentences } from '../../web/src/views/panels/step/sentences.ts'
import { sentences as story } from '../../web/src/views/story/sentences.ts'
import { pseudo, pseudoFile } from './pseudo-language.mjs'
import { sections } from './sections.mjs'

afterEach(() => useLanguage(null))

const speak = (language, sentences) => useLanguage({ language, sentences })

test('a sentence is looked up when it is used, and in English where the language has none', () => {
  assert.equal(text('shell.close'), 'Close')
  speak('de', { shell: { close: 'Schließen' } })
  assert.deepEqual([text('shell.close'), text('shell.share')], ['Schließen', 'Share'])
  useLanguage(null)
  assert.equal(text('shell.close'), 'Close')
})

test('a sentence that is cut at its words, and the words of an option, are of the language too', () => {
  speak('de', {
    sentence: { whole: '{data} lernen mit {layers}' },
    'options/activations/tanh': { label: 'Tangens hyperbolicus', formula: 'a = th(z)' },
  })
  assert.deepEqual(textParts('sentence.whole'), ['', 'data', ' lernen mit ', 'layers', ''])
  assert.equal(activations.label('tanh'), 'Tangens hyperbolicus')
  const [tanh] = activations.choices([{ name: 'tanh', formula: 'a = tanh(z)' }])
  assert.equal(tanh.formula, 'a = th(z)')
  assert.match(tanh.description, /^Squeezes/)
})

test('what is counted takes the form of its own language', () => {
  speak('pl', { data: { rows_one: '{count} wiersz', rows_few: '{count} wiersze', rows_many: '{count} wierszy' } })
  assert.deepEqual(
    [1, 3, 5, 22, 25].map((count) => text('data.rows_other', { count })),
    ['1 wiersz', '3 wiersze', '5 wierszy', '22 wiersze', '25 wierszy'],
  )
})

test('a language may tell forms apart where English has one only', () => {
  speak('pl', { 'views/story': { goalClasses: '{count} klas', goalClasses_few: '{count} klasy' } })
  assert.deepEqual(
    [3, 5].map((count) => texts(story)('goalClasses', { count })),
    ['3 klasy', '5 klas'],
  )
})

test('English that stands in keeps the forms of English', () => {
  speak('pl', {})
  assert.deepEqual(
    [1, 3].map((count) => text('data.rows_other', { count })),
    ['1 row', '3 rows'],
  )
})

test('steps, epochs and rows are written with separators in every sentence, seeds and numbers of neurons are names', () => {
  const step = texts(stepSentences)
  assert.match(step('lead', { step: 1435262 }), /^Step 1,435,262, opened up/)
  assert.match(step('startSome', { count: 20, rows: 1347, seen: 1240, epoch: 79737 }), /1,347.*1,240.*79,737/)
  assert.equal(texts(compareSentences)('seedName', { seed: 12345 }), 'Seed 12345')
})

test('counts, shares and lists are written as the language does, and the numbers of the arithmetic as ever', () => {
  speak('de', { data: { rows_other: '{count} Zeilen' } })
  assert.equal(text('data.rows_other', { count: 12400 }), '12.400 Zeilen')
  assert.equal(formatShare(0.975).replace(/\s/, ' '), '97,5 %')
  assert.equal(formatShare(0.0001).replace(/\s/g, ' '), '< 0,1 %')
  assert.deepEqual([listOfAll(['a', 'b', 'c']), listOfEither(['a', 'b'])], ['a, b und c', 'a oder b'])
  assert.equal(formatNumber(-12.4), '−12.40')
  speak('ar', {})
  assert.equal(formatCount(124), '124') // beside the digits of the arithmetic
})

test('the page knows its language and which way it is written', () => {
  assert.deepEqual([language(), direction()], ['en', 'ltr'])
  speak('he', {})
  assert.deepEqual([language(), direction()], ['he', 'rtl'])
  assert.equal(formatNumber(-12.4), '\u200e−12.40') // to the left of its digits
})

test('a file to translate has every sentence, with all the forms that its language tells apart', async () => {
  const { sentences } = await fileToTranslate('pl')
  for (const [section, english] of Object.entries(sections))
    for (const name of Object.keys(english)) assert.ok(name in sentences[section], `${section}.${name}`)
  const counting = { rows_one: '{count} row', rows_other: '{count} rows', most: 'at most {count}' }
  const formsIn = (language) => Object.keys(withForms(counting, language)).sort().join(' ')
  assert.equal(formsIn('pl'), 'most most_few most_many rows_few rows_many rows_one rows_other')
  assert.equal(formsIn('ja'), 'most rows_other')
})

test('the pseudo-language has every sentence, no letter of it English, and all its words', async () => {
  const { sentences } = await pseudoFile()
  assert.deepEqual(Object.keys(sentences), Object.keys(sections))
  for (const [section, english] of Object.entries(sections))
    for (const [name, sentence] of Object.entries(english)) {
      assert.equal(sentences[section][name], pseudo(sentence))
      assert.deepEqual(sentences[section][name].match(/\{\w+\}/g), sentence.match(/\{\w+\}/g))
    }
})

/** The words in braces of a sentence, each once. */
const words = (sentence) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()

test('every language that is shipped says only what is asked for, with the words of the English sentence', async () => {
  for (const { language, sentences } of await readLanguages()) {
    const { sentences: all } = await fileToTranslate(language)
    for (const [section, own] of Object.entries(sentences))
      for (const [name, sentence] of Object.entries(own)) {
        const english = all[section]?.[name]
        assert.ok(english, `${language}: nobody asks for ${section}.${name}`)
        const isRight = words(sentence).every((word) => words(english).includes(word))
        assert.ok(isRight, `${language}: ${section}.${name} has other words in braces than “${english}”`)
      }
  }
})
