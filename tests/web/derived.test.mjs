import assert from 'node:assert/strict'
import test from 'node:test'
import { sineOfPi } from '../../web/src/data/derived.ts'
import { openSession, tableOf, weightsOf } from './session-helper.mjs'

const setDerived = (session, derived) => session.run({ do: 'set', changes: { 'data.derived': derived } })
const squares = [{ product: ['x1', 'x1'] }, { product: ['x2', 'x2'] }]
const rowsOf = ({ data, shape: [count, columns] }) =>
  Array.from({ length: count }, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)])
/** The weights that hang on one input. */
const ofInput = ({ layers: [{ units, weights }] }, at) => [...weights.slice(at * units, (at + 1) * units)]

test('each kind of term is computed from the features and has the name of what it is', async (t) => {
  const session = await openSession(t, 'data=circle&samples=50')
  const { ok, message } = await setDerived(session, [
    ...squares,
    { product: ['x2', 'x1'] },
    { product: ['x1', 'x2', 'x1'] },
    { product: ['x2', 'x2', 'x2', 'x2', 'x2', 'x2'] },
    { sine: 'x1' },
  ])
  assert.ok(ok, message)
  const { data } = session
  assert.deepEqual(data.featureNames, ['x1', 'x2', 'x1²', 'x2²', 'x1·x2', 'x1²·x2', 'x2⁶', 'sin(πx1)'])
  assert.equal(data.bases, 2)
  for (const [x, y, ...others] of rowsOf(data.train.X)) {
    const wanted = [x * x, y * y, x * y, x * x * y, y * y * y * y * y * y, Math.sin(Math.PI * x)]
    others.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]) < 1e-14, `${value} is not ${wanted[i]}`))
  }
  assert.equal(data.extents.length, 8)
  assert.ok(session.frame.maps, 'two features of their own have a map still')
})

test('the sine agrees with that of JavaScript, and is 0 at whole numbers', () => {
  for (let value = -7; value <= 7; value += 0.013)
    assert.ok(Math.abs(sineOfPi(value) - Math.sin(Math.PI * value)) < 1e-14, String(value))
  for (const whole of [-3, -1, 0, 1, 2, 1000]) assert.equal(Math.abs(sineOfPi(whole)), 0)
})

test('names of several words stand in brackets', async (t) => {
  const session = await openSession(t, 'data=iris')
  const [name] = session.data.featureNames
  const { ok, message } = await setDerived(session, [{ product: [name, name] }, { sine: name }])
  assert.ok(ok, message)
  assert.deepEqual(session.data.featureNames.slice(-2), [`(${name})²`, `sin(π(${name}))`])
})

test('what is derived is standardised with the rest, measured on the training rows', async (t) => {
  const session = await openSession(t, 'data=circle&derived=x1~x1')
  const values = rowsOf(session.data.train.X).map((row) => row[2])
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  assert.ok(Math.abs(session.data.inputScale.mean[2] - mean) < 1e-12)
})

test('one neuron learns the circle from the squares', async (t) => {
  const session = await openSession(t, 'data=circle&layers=1.sigmoid&noise=0&derived=x1~x1!x2~x2&rate=0.1&l2=0')
  assert.equal(session.notice, null)
  await session.run({ do: 'step', count: 3000 })
  assert.equal(session.frame.accuracy, 1)
  assert.equal(session.frame.testAccuracy, 1)
})

test('a link and a file bring the terms back, whatever the features are called', async (t) => {
  const session = await openSession(t, 'data=hand')
  const table = { inputs: ['a*b', 'c'], outputs: ['y'], about: { c: { levels: ['p~q', 'r!s', 't'] } } }
  const value = {
    ...table,
    rows: [
      [1, 0, 2],
      [3, 1, 4],
      [5, 2, 6],
    ],
  }
  await session.run({ do: 'set', changes: { 'data.table': value } })
  const derived = [{ product: ['a*b', 'c = p~q'] }, { sine: 'c = r!s' }, { product: ['a*b', 'a*b'] }]
  const { ok, message } = await setDerived(session, derived)
  assert.ok(ok, message)
  const other = await openSession(t, session.link())
  assert.deepEqual(other.state.data.derived, derived)
  assert.deepEqual(other.data.train.X, session.data.train.X)
  const third = await openSession(t)
  assert.ok((await third.run({ do: 'load', state: JSON.parse(JSON.stringify(session.save())) })).ok)
  assert.deepEqual(third.state.data.derived, derived)
  assert.match((await openSession(t, 'data=circle&derived=x1~x1!~x2')).link(), /derived=x1~x1!~x2/)
})

test('without terms a link says nothing of them', async (t) => {
  const session = await openSession(t, 'data=circle')
  await setDerived(session, squares)
  await setDerived(session, [])
  assert.doesNotMatch(session.link(), /derived/)
  assert.equal('derived' in session.state.data, false)
})

test('what cannot be derived is refused in a sentence, and nothing changes', async (t) => {
  const session = await openSession(t, 'data=circle')
  const before = session.save()
  const refusals = [
    [[{ product: ['x1', 'z'] }], /data\.derived\.0: must be among x1, x2, got z/],
    [[{ sine: '__proto__' }], /data\.derived\.0: must be among x1, x2/],
    [[{ product: ['x1'] }], /data\.derived\.0\.product\.length: must be a whole number from 2 to 6, got 1/],
    [[{ product: Array(7).fill('x1') }], /from 2 to 6, got 7/],
    [Array(21).fill({ sine: 'x1' }), /data\.derived\.length: must be at most 20, got 21/],
    [[{ product: ['x1', 'x2'] }, { product: ['x2', 'x1'] }], /data\.derived: must name each one once, got x1·x2/],
    [[{ sine: 'x1' }, { sine: 'x1' }], /must name each one once/],
    [[{ cosine: 'x1' }], /cosine/],
    [[{ sine: 'x1', product: ['x1', 'x1'] }], /data\.derived\.0/],
    [['x'], /data\.derived\.0: must be an object/],
    ['x~x', /data\.derived: must be a list/],
  ]
  for (const [derived, why] of refusals) {
    const { ok, message } = await setDerived(session, derived)
    assert.equal(ok, false, JSON.stringify(derived))
    assert.match(message, why)
    assert.deepEqual(session.save(), before)
  }
})

for (const steps of [0, 30]) {
  test(`a term that is switched leaves the weights of all other inputs as they are, at step ${steps}`, async (t) => {
    const session = await openSession(t, 'data=circle&derived=x1~x1!x2~x2')
    await session.run({ do: 'lock', parameters: [{ layer: 0, row: 0, column: 3 }], isLocked: true })
    if (steps) await session.run({ do: 'step', count: steps })
    else await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.5 })
    const before = [0, 1, 2, 3].map((at) => ofInput(session.frame, at))
    await setDerived(session, [{ sine: 'x1' }, squares[1]])
    assert.deepEqual(ofInput(session.frame, 0), before[0])
    assert.deepEqual(ofInput(session.frame, 1), before[1])
    assert.deepEqual(ofInput(session.frame, 3), before[3], 'x2² is the same input still')
    if (steps) assert.notDeepEqual(ofInput(session.frame, 2), before[2])
    assert.deepEqual(session.state.held.locked, [{ layer: 0, row: 0, column: 3 }])
    const now = weightsOf(session)
    await session.run({ do: 'undo' })
    assert.deepEqual(
      [0, 1, 2, 3].map((at) => ofInput(session.frame, at)),
      before,
    )
    await session.run({ do: 'redo' })
    assert.deepEqual(weightsOf(session), now)
  })
}

test('rows and points of the reader’s own are given by their features alone', async (t) => {
  const session = await openSession(t, 'data=circle&derived=x1~x1!~x2')
  const own = { input: [0.5, 0.25], target: [1] }
  const { ok, message } = await session.run({ do: 'set', changes: { 'view.own': own } })
  assert.ok(ok, message)
  assert.deepEqual(
    [...session.frame.input].map((value) => Number(value.toFixed(12))),
    [0.5, 0.25, 0.25, Number(Math.SQRT1_2.toFixed(12))],
  )
  const whole = [0.5, 0.25, 0.25, sineOfPi(0.25)]
  const [given, computed] = [whole, own.input].map((row) => session.ask('activations', { X: [row] }))
  assert.deepEqual(await computed, await given, 'a question has them computed, or brings them')
  assert.deepEqual(Array.from((await computed).at(-1)[0]), [...session.frame.layers.at(-1).activation])
  assert.ok(!(await session.run({ do: 'set', changes: { 'view.own': { input: whole, target: [1] } } })).ok)
})

test('a feature that is taken away takes along what was made of it', async (t) => {
  const session = await openSession(t, 'data=iris')
  const [a, b, c] = session.data.featureNames
  await setDerived(session, [{ product: [a, b] }, { product: [b, c] }, { sine: c }])
  await session.run({ do: 'step', count: 10 })
  const kept = [ofInput(session.frame, 5), ofInput(session.frame, 6)]
  const features = session.data.columns.filter(({ name, isUsed }) => isUsed && name !== a).map(({ name }) => name)
  const { ok, message } = await session.run({ do: 'set', changes: { 'data.features': features } })
  assert.ok(ok, message)
  assert.deepEqual(session.state.data.derived, [{ product: [b, c] }, { sine: c }])
  assert.deepEqual([ofInput(session.frame, 3), ofInput(session.frame, 4)], kept)
})

test('a column that is renamed is called so in what is made of it, and data that becomes a table keeps its terms', async (t) => {
  const session = await openSession(t, 'data=plane&derived=x1~x1!x1~x2')
  await session.run({ do: 'step', count: 10 })
  const before = weightsOf(session)
  const rows = rowsOf(session.data.train.X).map(([x, y], row) => [x, y, session.data.train.Y.data[row]])
  const table = { inputs: ['x1', 'x2'], outputs: ['z'], rows }
  const changed = await session.run({ do: 'set', changes: { 'data.table': table } })
  assert.ok(changed.ok, changed.message)
  assert.deepEqual(session.data.featureNames, ['x1', 'x2', 'x1²', 'x1·x2'])
  await session.run({ do: 'set', changes: { 'data.table': { ...table, inputs: ['width', 'x2'] } } })
  assert.deepEqual(session.data.featureNames, ['width', 'x2', 'width²', 'width·x2'])
  assert.deepEqual(weightsOf(session), before)
  await session.run({
    do: 'set',
    changes: { 'data.table': { inputs: ['x2'], outputs: ['z'], rows: rows.map(([, y, z]) => [y, z]) } },
  })
  assert.deepEqual(session.data.featureNames, ['x2'])
})

test('features and terms can be set in one edit', async (t) => {
  const session = await openSession(t, 'data=iris')
  const [a, b] = session.data.featureNames
  const changes = { 'data.features': [b], 'data.derived': [{ product: [b, b] }] }
  assert.ok((await session.run({ do: 'set', changes })).ok)
  assert.deepEqual(session.data.featureNames, [b, `(${b})²`])
  await session.run({ do: 'step' })
  assert.ok(
    (await session.run({ do: 'set', changes: { 'data.features': [a, b], 'data.derived': [{ product: [a, b] }] } })).ok,
  )
  assert.equal(session.data.bases, 2)
})

test('a column of any name is compared as it is: what stays the same is prepared once', async (t) => {
  for (const name of ['constructor', '__proto__', 'hasOwnProperty']) {
    const session = await openSession(t, 'data=hand')
    const about = Object.fromEntries([[name, { levels: ['a', 'b', 'c'] }]])
    const table = {
      inputs: [name, 'x'],
      outputs: ['y'],
      about,
      rows: [
        [0, 1, 2],
        [1, 2, 3],
        [2, 3, 4],
      ],
    }
    const { ok, message } = await session.run({ do: 'set', changes: { 'data.table': table } })
    assert.ok(ok, message)
    assert.deepEqual(tableOf(session).about, about)
    const { data } = session.revision
    await session.run({ do: 'set', changes: { 'training.learningRate': 0.25 } })
    assert.equal(session.revision.data, data, name)
  }
})
