import assert from 'node:assert/strict'
import test from 'node:test'
import { edit } from '../../web/src/state/commands.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { catalog } from './session-helper.mjs'

const spiral = presetState(catalog, 'spiral')
const set = (path, value, state = spiral) => edit(state, { do: 'set', path, value }, catalog)
const outputOf = ({ state }) => state.network.layers.at(-1).activation

test('a command never changes the state it starts from', () => {
  const state = structuredClone(spiral)
  for (const command of [
    { do: 'set', path: 'training.l2', value: 1 },
    { do: 'addLayer', at: 1 },
    { do: 'removeLayer', at: 0 },
    { do: 'addUnit', layer: 0 },
    { do: 'removeUnit', layer: 1 },
    { do: 'chooseData', name: 'iris' },
    { do: 'randomize' },
  ])
    edit(state, command, catalog)
  assert.deepEqual(state, spiral)
})

test('only seed, initializer, precision and other data start training anew', () => {
  for (const [path, value] of [
    ['network.seed', 5],
    ['network.initializer', 'zeros'],
    ['network.precision', 'float32'],
    ['data.name', 'xor'],
  ]) {
    assert.equal(set(path, value).isFresh, true, path)
  }
  for (const [path, value] of [
    ['training.learningRate', 1],
    ['network.layers.0.units', 3],
    ['data.noise', 0.5],
    ['view.row', 3],
  ]) {
    assert.equal(set(path, value).isFresh, false, path)
  }
})

test('a path that is no setting is refused', () => {
  for (const path of [
    '',
    'network',
    'network.layers',
    '__proto__',
    'data.__proto__',
    'training.nothing',
    'step',
    'v',
    'network.layers.x.units',
  ]) {
    assert.throws(() => set(path, 1), TypeError, path)
  }
  assert.throws(() => edit(spiral, { do: 'set', path: 7, value: 1 }, catalog), TypeError)
})

test('an output activation and the cost made for it come together', () => {
  const iris = presetState(catalog, 'iris')
  const output = `network.layers.${iris.network.layers.length - 1}.activation`
  const sigmoid = set(output, 'sigmoid', iris)
  assert.equal(sigmoid.state.training.cost, 'binaryCrossEntropy')
  assert.equal(set(output, 'tanh', sigmoid.state).state.training.cost, 'mse')
  assert.equal(set(output, 'softmax', sigmoid.state).state.training.cost, 'softmaxCrossEntropy')
  assert.equal(outputOf(set('training.cost', 'binaryCrossEntropy', iris)), 'sigmoid')
  assert.equal(outputOf(set('training.cost', 'softmaxCrossEntropy', sigmoid.state)), 'softmax')
})

test('a cost that suits any activation leaves the activation alone, and the other way round', () => {
  const mse = set('training.cost', 'mse')
  assert.equal(outputOf(mse), 'sigmoid')
  assert.equal(set('network.layers.2.activation', 'tanh', mse.state).state.training.cost, 'mse')
  assert.equal(set('network.layers.0.activation', 'relu').state.training.cost, 'binaryCrossEntropy')
})

test('softmax over a single output is refused', () => {
  assert.throws(() => set('training.cost', 'softmaxCrossEntropy'), /softmax over one unit, which is always 1/)
})

test('another optimizer comes with its own defaults', () => {
  const { state } = set('training.optimizer', 'rmsprop', set('training.epsilon', 0.5).state)
  const { defaults } = catalog.optimizers.find(({ name }) => name === 'rmsprop')
  for (const [name, value] of Object.entries(defaults)) assert.equal(state.training[name], value, name)
})

test('choosing data brings the network that suits it and keeps how things are looked at', () => {
  const looked = set('view.logScale', true, set('view.row', 12).state).state
  const { state } = edit(looked, { do: 'chooseData', name: 'iris' }, catalog)
  assert.deepEqual(state.network, presetState(catalog, 'iris').network)
  assert.equal(state.view.logScale, true)
  assert.equal(state.view.row, 0)
})

test('another target of a table brings another output layer', () => {
  const penguins = edit(spiral, { do: 'chooseData', name: 'penguins' }, catalog).state
  assert.deepEqual(penguins.network.layers.at(-1), { units: 3, activation: 'softmax' })
  assert.deepEqual(set('data.target', 'sex', penguins).state.network.layers.at(-1), { units: 1, activation: 'sigmoid' })
  const mass = set('data.target', 'body mass', penguins).state
  assert.deepEqual(mass.network.layers.at(-1), { units: 1, activation: 'linear' })
  assert.equal(mass.training.cost, 'mse')
})

test('sizes beyond the limits are refused before anything is made of them', () => {
  for (const units of [0, -1, 1e9, 2.5, NaN, '8', null])
    assert.throws(() => set('network.layers.0.units', units), /network\.layers\.0\.units: /)
})

test('an edit of the network drops a selection and first weights that no longer fit', () => {
  const layers = [{ units: 1, activation: 'sigmoid' }]
  const own = { ...presetState(catalog, 'study-hours'), parameters: [{ weights: [[1]], bias: [2] }] }
  assert.deepEqual(own.network.layers, layers)
  assert.equal(edit(own, { do: 'addLayer', at: 0 }, catalog).state.parameters, undefined)
  const selected = set('view.selected', { layer: 1, unit: 7 }).state
  assert.equal(edit(selected, { do: 'removeLayer', at: 1 }, catalog).state.view.selected, null)
})
