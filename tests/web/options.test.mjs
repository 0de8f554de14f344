// Every option of the engine is called and described in the catalogue of sentences, by its name.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { options } from '../../web/src/text/options.ts'

const { catalog } = await loadEngine()
const tables = ['activations', 'costs', 'optimizers', 'initializers', 'datasets']

/** The places of sentences that the options of the engine need. */
const needed = [
  ...tables.flatMap((table) =>
    catalog[table].flatMap(({ name, memory = [] }) => [
      `${table}.${name}.label`,
      `${table}.${name}.description`,
      ...memory.map(({ symbol }) => `${table}.${name}.memory.${symbol}`),
    ]),
  ),
  ...Object.keys(catalog.limits).map((name) => `settings.${name}.description`),
]

/** The places of all sentences. */
const placesOf = (value, place) =>
  typeof value === 'string'
    ? [place]
    : Object.entries(value).flatMap(([name, part]) => placesOf(part, place ? `${place}.${name}` : name))
const there = placesOf(options, '')

test('no option lacks its label or its description', () => {
  assert.deepEqual(
    needed.filter((place) => !there.includes(place)),
    [],
  )
})

test('no sentence is of an option that is gone', () => {
  assert.deepEqual(
    there.filter((place) => !needed.includes(place)),
    [],
  )
})
