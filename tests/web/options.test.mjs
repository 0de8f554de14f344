// Every option of the engine is called and described in the catalogue of sentences, by its name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handEntry } from '../../web/src/data/hand.ts'
import { tables } from '../../web/src/data/tables.ts'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { sections } from './sections.mjs'

const { catalog } = await loadEngine()
const { activations, costs, optimizers, initializers, datasets, limits } = catalog
const options = { activations, costs, optimizers, initializers, data: [...datasets, ...tables, handEntry] }
const sectionOf = (kind, { name }) => `options/${kind}/${name}`
const each = Object.entries(options).flatMap(([kind, all]) => all.map((option) => [sectionOf(kind, option), option]))

test('no option lacks its label, its description or what it remembers', () => {
  const needed = each.flatMap(([section, { memory = [] }]) =>
    ['label', 'description', ...memory].map((part) => [section, part]),
  )
  assert.deepEqual(
    needed.filter(([section, part]) => !sections[section]?.[part]),
    [],
  )
})

test('every number that has limits is described, and no other', () => {
  assert.deepEqual(Object.keys(sections['options/settings']).sort(), Object.keys(limits).sort())
})

test('no sentence is of an option that is gone', () => {
  const there = Object.keys(sections).filter((section) => /^options\/\w+\//.test(section))
  assert.deepEqual(there.sort(), each.map(([section]) => section).sort())
})
