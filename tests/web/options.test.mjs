// Every option of the engine is called and described in the catalogue of sentences, by its name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handEntry } from '../../web/src/data/hand.ts'
import { tables } from '../../web/src/data/tables.ts'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { sections } from './sections.mjs'

const { catalog } = await loadEngine()
const { activations, costs, optimizers, initializers, limits } = catalog
const data = [...catalog.datasets, ...tables, handEntry]
const namesOf = (options) => options.map(({ name }) => name)
const words = ['label', 'description']

/** What each section of sentences has to say. @type {[section: string, names: string[]][]} */
const needed = [
  ...Object.entries({ activations, costs, optimizers, initializers }).flatMap(([kind, options]) =>
    namesOf(options).map((name) => [`options/${kind}/${name}`, words]),
  ),
  ...optimizers.flatMap(({ name, memory }) => (memory.length ? [[`options/memory/${name}`, memory]] : [])),
  ...namesOf(data).map((name) => [`options/cards/${name}`, ['description']]),
  ['options/data', namesOf(data)],
  ['options/settings', Object.keys(limits)],
]

test('no option lacks its label, its description or what it remembers, no number a description', () => {
  for (const [section, names] of needed)
    for (const name of names) assert.ok(sections[section]?.[name], `${section} has no ${name}`)
})

test('no sentence is of an option, of data or of a number that is gone', () => {
  const there = Object.keys(sections).filter((section) => section.startsWith('options/'))
  assert.deepEqual(there.sort(), needed.map(([section]) => section).sort())
  for (const section of ['options/data', 'options/settings'])
    assert.deepEqual(Object.keys(sections[section]).sort(), needed.find(([name]) => name === section)[1].toSorted())
})
