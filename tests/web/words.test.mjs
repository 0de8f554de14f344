/** The sentences that readers see: how they are written, and that what counts has both its forms. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { handEntry } from '../../web/src/data/hand.js'
import { tables } from '../../web/src/data/tables.js'
import { en } from '../../web/src/text/en.js'
import { texts } from '../../web/src/text/text.js'
import { assertNone, assertWellWritten, stringsIn } from './words-helper.mjs'

const web = new URL('../../web/', import.meta.url)

/** The catalogues: their sentences by section and key. @type {Record<string, Record<string, string>>} */
const catalogues = { ...en }
for (const file of await readdir(new URL('src/text/en/', web)))
  for (const [name, section] of Object.entries(await import(new URL(`src/text/en/${file}`, web).href)))
    catalogues[`${file}: ${name}`] = section
/** Refusals name what was typed, in words of their own. */
const sentences = stringsIn(catalogues, 'text')

test('the sentences of the page are plain English, written with care', () => {
  assert.ok(sentences.length > 500)
  assertWellWritten(sentences)
})

test('so are the names of the tables, and their cards', async () => {
  const entries = [...tables, handEntry].map(({ name, label, description }) => [name, { label, description }])
  const cards = await Promise.all(
    tables.map(async ({ name }) => {
      const file = await readFile(new URL(`data/${name}.card.json`, web), 'utf8')
      const { title, about, source, citation, licence, care } = JSON.parse(file)
      return [name, { title, about, source, citation, licence, care }]
    }),
  )
  assertWellWritten([
    ...stringsIn(Object.fromEntries(entries), 'tables'),
    ...stringsIn(Object.fromEntries(cards), 'cards'),
  ])
})

/** Sentences whose count is never 1, and why. */
const alwaysMany = [
  'news.js: news.goalClasses', // one class is nothing to learn
  'news.js: news.parameters', // a single one is called by its name
  'shock.js: shock.corners', // a single one has its own sentence
  'shock.js: shock.scale', // a network has a weight and a bias at least
  'shock.js: shock.scaleSmall',
  'slope.js: slope.lowest', // of a grid
  'neuron.js: neuron.leadBatch', // means are only told of two rows or more
  'layer.js: layer.leadBatch',
  'layer.js: layer.columns',
  'error.js: error.aboutBatch',
  'error.js: error.rows',
  'blame.js: blame.headingMean',
  'fed.js: fed.ofBatch',
  'fed.js: fed.batch',
  'fed.js: fed.batchClasses',
  'fed.js: fed.batchImage',
  'graph.image', // a side of two pixels at least
  'data.js: data.classes', // one class is nothing to learn
  'inputs.js: inputs.andMore', // shown only beside more outputs than fit
  'inputs.js: inputs.handPart', // a table too large to edit
  'layer.js: layer.heat', // a layer too large for a matrix of numbers
]
const counted =
  /\{(?!maximum|minimum)\w+\} (\w+ )?(rows|steps|features|neurons|classes|layers|weights|biases|parameters|terms|outputs|inputs|pixels|columns|points)\b/

test('a sentence that counts has a form for one and a form for many', () => {
  const isCountless = (sentence, place) =>
    counted.test(sentence) &&
    !place.endsWith('_other') &&
    !/\{\w+\} of (all |the )?\{|of (all |the )?\{\w+\}/.test(sentence) &&
    !alwaysMany.some((name) => place === `text.${name}`)
  assertNone(sentences, isCountless)
  const places = new Set(sentences.map(([place]) => place))
  assert.deepEqual(
    alwaysMany.filter((name) => !places.has(`text.${name}`)),
    [],
    'no exception for a sentence that is gone',
  )
})

test('each form has its partner, and both fill in the same words', () => {
  const words = (sentence) => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort().filter((word) => word !== '{count}')
  for (const [section, sentences] of Object.entries(catalogues))
    for (const name of Object.keys(sentences).filter((name) => /_(one|other)$/.test(name))) {
      const partner = name.endsWith('_one') ? name.replace(/one$/, 'other') : name.replace(/other$/, 'one')
      assert.ok(partner in sentences, `${section}.${name} has no ${partner}`)
      assert.deepEqual(words(sentences[name]), words(sentences[partner]), `${section}.${name}`)
    }
})

test('a count chooses its form and is written with separators', () => {
  const say = texts({ rows_one: '{count} row', rows_other: '{count} rows' })
  assert.deepEqual(
    [0, 1, 2, 12400].map((count) => say('rows_other', { count })),
    ['0 rows', '1 row', '2 rows', '12,400 rows'],
  )
})
