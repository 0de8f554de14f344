import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dataNames } from '../../web/src/data/sources.ts'
import { edit } from '../../web/src/state/commands.ts'
import { fields } from '../../web/src/state/fields.ts'
import { putAt } from '../../web/src/state/paths.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { completeState } from '../../web/src/state/state.ts'
import { catalog } from './session-helper.mjs'
import { anyState } from './states.mjs'

const refusal = (state) => {
  try {
    completeState(state, catalog)
  } catch (error) {
    return error
  }
  return null
}

test('every preset is a whole, allowed state', () => {
  for (const name of dataNames(catalog)) {
    const preset = presetState(catalog, name)
    assert.deepEqual(completeState(preset, catalog), preset)
  }
})

test('what is left out comes from the preset of the data', () => {
  assert.deepEqual(completeState({ v: 1, data: { name: 'iris' } }, catalog), presetState(catalog, 'iris'))
  const state = completeState({ v: 1, data: { name: 'iris' }, training: { l2: 0.1 } }, catalog)
  assert.equal(state.training.l2, 0.1)
  assert.deepEqual(state.network, presetState(catalog, 'iris').network)
})

test('a state shares nothing with what it was made from', () => {
  const given = presetState(catalog, 'xor')
  const state = completeState(given, catalog)
  given.network.layers[0].units = 99
  assert.equal(state.network.layers[0].units, presetState(catalog, 'xor').network.layers[0].units)
})

const wrong = [
  [null, TypeError, 'state: must be an object, got null'],
  [[], TypeError, 'state: must be an object, got []'],
  ['{}', TypeError, 'state: must be an object, got "{}"'],
  [{ v: 2, data: { name: 'xor' } }, RangeError, 'v: must be 1, got 2'],
  [{ v: 1 }, TypeError, 'data.name: must be a name, got undefined'],
  [{ v: 1, data: { name: 'xor' }, evil: 1 }, TypeError, 'state: has no setting evil'],
  [{ v: 1, data: { name: 'xor', colour: 1 } }, TypeError, 'data: has no setting colour'],
  [{ v: 1, data: { name: 'xor', noise: '0.1' } }, TypeError, 'data.noise: must be a number, got "0.1"'],
  [{ v: 1, data: { name: 'xor', noise: NaN } }, TypeError, 'data.noise: must be a number, got NaN'],
  [{ v: 1, data: { name: 'xor', testShare: 1 } }, RangeError, 'data.testShare: must be from 0 to 0.9, got 1'],
  [{ v: 1, data: { name: 'iris', features: [] } }, RangeError, 'data.features: must name at least one column, got []'],
  [
    { v: 1, data: { name: 'iris', features: ['a', 'a'] } },
    RangeError,
    'data.features: must name each column once, got ["a","a"]',
  ],
  [
    { v: 1, data: { name: 'xor' }, training: { learningRate: 0 } },
    RangeError,
    'training.learningRate: must be > 0 and at most 1000, got 0',
  ],
  [
    { v: 1, data: { name: 'xor' }, training: { cost: 'mae' } },
    RangeError,
    /^training\.cost: must be one of mse, .*, got mae$/,
  ],
  [
    { v: 1, data: { name: 'xor' }, network: { layers: [] } },
    RangeError,
    /^network\.layers\.length: must be a whole number from 1/,
  ],
  [
    { v: 1, data: { name: 'xor' }, network: { layers: [{ units: 2, activation: 'tanh' }] } },
    RangeError,
    'network.layers.0.units: must be 1, one a value to predict, got 2',
  ],
  [{ v: 1, data: { name: 'xor' }, network: { layers: [{ units: 1, activation: 'softmax' }] } }, RangeError, /always 1/],
  [
    { v: 1, data: { name: 'xor' }, view: { selected: { layer: 0, unit: 64 } } },
    RangeError,
    /^view\.selected: must be a neuron of the network/,
  ],
  [{ v: 1, data: { name: 'xor' }, parameters: [] }, RangeError, /^parameters: must have 2 layers/],
  [
    {
      v: 1,
      data: { name: 'xor' },
      network: { layers: [{ units: 1, activation: 'sigmoid' }] },
      parameters: [{ weights: [[1, null]], bias: [0] }],
    },
    TypeError,
    'parameters.0.weights.0.1: must be a finite number, got null',
  ],
  [JSON.parse('{"v":1,"data":{"name":"xor","__proto__":{"noise":1}}}'), TypeError, 'data: has no setting __proto__'],
]
for (const [given, Kind, sentence] of wrong) {
  test(`a state is refused whole: ${sentence}`, () => {
    const error = refusal(given)
    assert.ok(error instanceof Kind, String(error))
    if (sentence instanceof RegExp) assert.match(error.message, sentence)
    else assert.equal(error.message, sentence)
  })
}

test('any plain value whatever is taken or refused with a sentence, never otherwise', () => {
  const partly = anyState(catalog).chain((state) =>
    fc.tuple(
      fc.constant(state),
      fc.constantFrom('data', 'network', 'training', 'view', 'step', 'parameters'),
      fc.jsonValue(),
    ),
  )
  fc.assert(
    fc.property(partly, ([state, key, value]) => {
      const error = refusal({ ...state, [key]: value })
      if (error) assert.match(error.message, /^[\w.]+: /)
    }),
    { numRuns: 500 },
  )
})

test('an edit shares with the state before all that it does not touch', () => {
  const state = presetState(catalog, 'hand')
  const next = edit(state, { do: 'set', changes: { 'view.tab': 'cost' } }, catalog).state
  assert.deepEqual(next, { ...state, view: { ...state.view, tab: 'cost' } })
  for (const group of ['data', 'network', 'training', 'held']) assert.equal(next[group], state[group], group)
  assert.equal(state.view.tab, 'step')
})

test('an edit that is refused leaves the state as it was', () => {
  const state = presetState(catalog, 'spiral')
  const before = structuredClone(state)
  assert.throws(
    () => edit(state, { do: 'set', changes: { 'training.learningRate': -1 } }, catalog),
    /^RangeError: training\.learningRate: must be > 0/,
  )
  assert.deepEqual(state, before)
})

test('nesting of any depth, anywhere in a state, is refused with a sentence and overflows nothing', () => {
  const makes = [(inner) => [inner], (inner) => ({ layer: inner }), (inner) => ({ weights: inner })]
  for (const make of makes) {
    let deep = 1
    for (let level = 0; level < 5000; level++) deep = make(deep)
    for (const { path } of fields) {
      const state = { v: 1, data: { name: 'xor' } }
      putAt(state, path, deep)
      const error = refusal(state)
      assert.match(String(error?.message), /^[\w.]+: /, path)
      assert.doesNotMatch(error.message, /call stack/, path)
    }
  }
})
