import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { edit } from '../../web/src/state/commands.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { catalog } from './session-helper.mjs'

const spiral = presetState(catalog, 'spiral')
const set = (path, value, state = spiral) => edit(state, { do: 'set', changes: { [path]: value } }, catalog)
const outputOf = ({ state }) => state.network.layers.at(-1).activation

test('a command never changes the state it starts from', () => {
  const state = structuredClone(spiral)
  for (const command of [
    { do: 'set', changes: { 'training.l2': 1 } },
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
  assert.throws(() => edit(spiral, { do: 'set', changes: 7 }, catalog), TypeError)
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

const independent = {
  'training.learningRate': 0.3,
  'training.batchSize': 5,
  'training.l2': 0.01,
  'network.layers.0.activation': 'relu',
  'network.layers.0.units': 3,
  'data.noise': 0.3,
  'data.testShare': 0.4,
  'network.seed': 9,
  'view.digits': 5,
  'training.momentum': 0.4,
}

test('many changes in one command are as one after the other, whatever their order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(independent), { minLength: 1 }), (paths) => {
      const changes = Object.fromEntries(paths.map((path) => [path, independent[path]]))
      const { state } = edit(spiral, { do: 'set', changes }, catalog)
      const one = (before, path) => edit(before, { do: 'set', changes: { [path]: independent[path] } }, catalog).state
      assert.deepEqual(state, paths.reduce(one, spiral))
    }),
  )
})

test('what is told wins over what another change brings along', () => {
  const { state, isFresh } = edit(
    spiral,
    { do: 'set', changes: { 'training.learningRate': 0.7, 'training.optimizer': 'adam', 'data.name': 'xor' } },
    catalog,
  )
  assert.deepEqual(
    [state.data.name, state.training.optimizer, state.training.learningRate, isFresh],
    ['xor', 'adam', 0.7, true],
  )
})

test('a cost brings its activation along unless another is told, and the other way round', () => {
  const iris = presetState(catalog, 'iris')
  const output = `network.layers.${iris.network.layers.length - 1}.activation`
  const both = (changes) => edit(iris, { do: 'set', changes }, catalog)
  const told = both({ 'training.cost': 'binaryCrossEntropy', [output]: 'softmax' })
  assert.deepEqual([told.state.training.cost, outputOf(told)], ['binaryCrossEntropy', 'softmax'])
  const other = both({ [output]: 'sigmoid', 'training.cost': 'mse' })
  assert.deepEqual([other.state.training.cost, outputOf(other)], ['mse', 'sigmoid'])
})

test('changes that fit together only all at once are one edit', () => {
  const table = { inputs: ['a'], outputs: ['y', 'z'], rows: [[1, 0, 1]] }
  const two = edit(presetState(catalog, 'hand'), { do: 'set', changes: { 'data.table': table } }, catalog).state
  const layer = two.network.layers.length - 1
  const shares = set(`network.layers.${layer}.activation`, 'softmax', two).state
  const one = { ...table, outputs: ['y'], rows: [[1, 0]] }
  assert.throws(() => set('data.table', one, shares), /always 1/)
  const changes = { 'data.table': one, [`network.layers.${layer}.activation`]: 'sigmoid' }
  const { state } = edit(shares, { do: 'set', changes }, catalog)
  assert.deepEqual(state.network.layers.at(-1), { units: 1, activation: 'sigmoid' })
})

test('where units move twice, their origins are those before both', () => {
  const [first] = spiral.network.layers
  const { origins } = edit(
    spiral,
    { do: 'set', changes: { 'network.layers.0.units': first.units + 1, 'network.layers.1.units': 2 } },
    catalog,
  )
  assert.deepEqual(origins[0].at(-1), null)
  assert.deepEqual(origins[0][0], { layer: 0, unit: 0 })
  assert.deepEqual(origins[1], [
    { layer: 1, unit: 0 },
    { layer: 1, unit: 1 },
  ])
})

test('so many hidden layers are one edit, and the layers that stay keep their units', () => {
  const hidden = spiral.network.layers.length - 1
  const more = edit(spiral, { do: 'setHiddenLayers', count: hidden + 2 }, catalog)
  assert.equal(more.state.network.layers.length, hidden + 3)
  assert.deepEqual(more.origins[0][0], { layer: 0, unit: 0 })
  assert.deepEqual(more.origins[hidden][0], null)
  assert.deepEqual(more.origins.at(-1)[0], { layer: hidden, unit: 0 })
  const none = edit(spiral, { do: 'setHiddenLayers', count: 0 }, catalog)
  assert.equal(none.state.network.layers.length, 1)
  for (const count of [-1, 1.5, 100, '2'])
    assert.throws(() => edit(spiral, { do: 'setHiddenLayers', count }, catalog), RangeError)
})

test('one change that is refused refuses them all, with its own path', () => {
  const changes = { 'training.batchSize': 5, 'training.learningRate': -1 }
  assert.throws(() => edit(spiral, { do: 'set', changes }, catalog), /learningRate/)
  for (const changes of [undefined, null, {}, 'x'])
    assert.throws(() => edit(spiral, { do: 'set', changes }, catalog), TypeError)
})
