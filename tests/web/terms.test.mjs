import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { meaningOf, terms } from '../../web/src/views/parts/term/glossary.ts'
import '../../web/src/views/panels/inside/terms.ts'
import '../../web/src/views/panels/measures/terms.ts'
import { sections } from './sections.mjs'
import { scripts } from './sources.mjs'
import { stringsIn } from './words-helper.mjs'

const sentences = stringsIn(sections, 'text')
const marks = sentences.flatMap(([place, sentence]) =>
  [...sentence.matchAll(/\[\[([^\]]*)\]\]/g)].map(([, inside]) => [place, ...inside.split('|')]),
)
const code = scripts.map(({ text }) => text).join('\n')

test('every word that is marked is in the glossary', () => {
  assert.ok(marks.length > 15)
  for (const [place, word, name] of marks) {
    assert.ok(word && name, `${place}: a word and the name of a term, [[word|name]]`)
    assert.ok(terms.includes(name), `${place}: no term is called ${name}`)
  }
})

test('every term of the glossary is marked somewhere, and says what it means', () => {
  const marked = new Set(marks.map(([, , name]) => name))
  const readings = [...code.matchAll(/\breading\('(\w+)'|fitReading\('(\w+)'|'(noR2)'/g)].flatMap(
    ([, ...names]) => names,
  )
  const written = [...code.matchAll(/<glassbox-word of="(\w+)"/g)].map(([, name]) => name)
  for (const name of terms) {
    assert.ok(marked.has(name) || readings.includes(name) || written.includes(name), `${name} is marked nowhere`)
    assert.ok(meaningOf(name).length > 20, name)
  }
  assert.equal(new Set(terms.map(meaningOf)).size, terms.length)
})

test('every activation, cost and optimizer says what it is, in the words that stand in the settings', async () => {
  const { catalog } = await loadEngine()
  for (const kind of ['activations', 'costs', 'optimizers']) {
    assert.ok(code.includes(`\`${kind}:\${`), `${kind} are marked somewhere`)
    for (const { name } of catalog[kind]) assert.ok(meaningOf(`${kind}:${name}`).length > 10, `${kind}:${name}`)
  }
})

test('a term is marked once in a sentence, and told in two sentences at most', () => {
  for (const [place, sentence] of sentences) {
    const names = [...sentence.matchAll(/\|(\w+)\]\]/g)].map(([, name]) => name)
    assert.equal(new Set(names).size, names.length, place)
  }
  for (const name of terms) assert.ok(meaningOf(name).split(/[.:] /).length <= 3, meaningOf(name))
})
