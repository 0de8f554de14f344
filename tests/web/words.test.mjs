/** The sentences that readers see: how they are written, and that what counts has both its forms. */
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { tables } from '../../web/src/data/tables.ts'
import { en } from '../../web/src/text/en.ts'
import { texts } from '../../web/src/text/text.ts'
import { sections } from './sections.mjs'
import { catalogues } from './sources.mjs'
import { assertNone, assertWellWritten, stringsIn } from './words-helper.mjs'

const web = new URL('../../web/', import.meta.url)

/** All but formulas. */
const sentences = stringsIn(sections, 'text').filter(([place]) => !place.endsWith('.formula'))

test('a section is called by the way to its file', () => {
  for (const [path, exported] of catalogues)
    for (const [name, english] of Object.entries(exported)) {
      const way = path.replace('web/src/', '').replace(/[/-]sentences\.\w+$/, name === 'sentences' ? '' : `/${name}`)
      assert.deepEqual(sections[way], english, way)
    }
  for (const name of Object.keys(en)) assert.deepEqual(sections[name], en[name])
})

test('the sentences of the page are plain English, written with care', () => {
  assert.ok(sentences.length > 500)
  assertWellWritten(sentences)
})

test('so are the cards of the tables', async () => {
  const cards = await Promise.all(
    tables.map(async ({ name }) => {
      const file = await readFile(new URL(`data/${name}.card.json`, web), 'utf8')
      const { citation, licence } = JSON.parse(file)
      return [name, { citation, licence }]
    }),
  )
  assertWellWritten(stringsIn(Object.fromEntries(cards), 'cards'))
})

/** Sentences whose count is never 1, and why. */
const alwaysMany = [
  'views/story.goalClasses', // one class is nothing to learn
  'views/story.parameters', // a single one is called by its name
  'views/panels/shock.corners', // a single one has its own sentence
  'views/panels/shock.scale', // a network has a weight and a bias at least
  'views/panels/shock.scaleSmall',
  'views/panels/slope.lowest', // of a grid
  'views/panels/neuron.leadBatch', // means are only told of two rows or more
  'views/panels/layer.leadBatch',
  'views/panels/layer.columns',
  'views/panels/error.aboutBatch',
  'views/panels/error.rows',
  'views/panels/blame.headingMean',
  'views/picture.ofBatch',
  'views/parts/row.batch',
  'views/parts/row.batchClasses',
  'views/picture/late.batchImage',
  'graph.image', // a side of two pixels at least
  'views/data.classes', // one class is nothing to learn
  'views/panels/inputs.andMore', // shown only beside more outputs than fit
  'views/panels/layer.heat', // a layer too large for a matrix of numbers
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
  for (const [section, sentences] of Object.entries(sections))
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
