import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { dataNames } from '../../web/src/data/sources.ts'
import { fields } from '../../web/src/state/fields.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { stateSchema } from '../../web/src/state/schema.ts'
import { catalog } from './session-helper.mjs'

const schema = JSON.parse(await readFile(new URL('../../web/schema/state.v1.json', import.meta.url), 'utf8'))

test('the schema in the repository is that of the description and the catalogue (else: build the engine as it is now, then node web/schema/write.mjs)', () => {
  assert.deepEqual(schema, JSON.parse(JSON.stringify(stateSchema(catalog))))
})

test('a link has a key for every value of the state', () => {
  const paths = Object.entries(schema.properties).flatMap(([name, { properties }]) =>
    properties ? Object.keys(properties).map((key) => `${name}.${key}`) : [name],
  )
  assert.deepEqual(fields.map(({ path }) => path).sort(), paths.filter((path) => path !== 'v').sort())
})

/** What is left out unless it is asked for. */
const optional = ['standardizeTargets', 'derived']

test('every preset has exactly the settings that the schema names', () => {
  for (const name of dataNames(catalog)) {
    const preset = presetState(catalog, name)
    for (const group of ['data', 'network', 'training', 'view']) {
      assert.deepEqual(
        Object.keys(preset[group]).sort(),
        Object.keys(schema.properties[group].properties)
          .filter((key) => key in preset[group] || !optional.includes(key))
          .sort(),
        group,
      )
      assert.equal(schema.properties[group].additionalProperties, false)
    }
  }
})

test('the schema lists every option of the catalogue', () => {
  const { network, training } = schema.properties
  const names = (options) => options.map(({ name }) => name)
  assert.deepEqual(training.properties.cost.enum, names(catalog.costs))
  assert.deepEqual(training.properties.optimizer.enum, names(catalog.optimizers))
  assert.deepEqual(network.properties.initializer.enum, names(catalog.initializers))
  assert.deepEqual(network.properties.layers.items.properties.activation.enum, names(catalog.activations))
})
