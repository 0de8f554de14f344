import assert from 'node:assert/strict'
import test from 'node:test'
import { openSession, tableOf, until, weightsOf } from './session-helper.mjs'

const small = 'data=xor&layers=3.tanh-1.sigmoid&samples=60'
const near = (actual, expected, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`)
const set = (session, path, value) => session.run({ do: 'set', changes: { [path]: value } })

test("a sample of one's own goes through the network instead of the row", async (t) => {
  const session = await openSession(t, small)
  assert.ok((await set(session, 'view.own', { input: [0.5, -0.25], target: [1] })).ok)
  const { frame } = session
  assert.deepEqual([[...frame.input], [...frame.target], frame.samples], [[0.5, -0.25], [1], 1])
  const trace = await session.ask('trace', { X: [[0.5, -0.25]], Y: [[1]] })
  assert.deepEqual([...frame.layers[0].Z], trace.layers[0].Z[0])
  assert.deepEqual([...frame.layers[1].delta], trace.layers[1].delta[0])
  assert.deepEqual(await session.ask('trace', { own: session.state.view.own }), trace)
  assert.ok(frame.maps && frame.predictions, 'maps and predictions stand')
})

test("a sample of one's own that does not fit is refused, and the row stays", async (t) => {
  const session = await openSession(t, small)
  const { input } = session.frame
  assert.equal((await set(session, 'view.own', { input: [1], target: [1] })).ok, false)
  assert.match(session.notice.message, /view\.own\.input: must be 2 numbers, got 1/)
  assert.equal((await set(session, 'view.own', { input: [1, 2], target: [7] })).ok, false)
  assert.match(session.notice.message, /must lie between 0 and 1 for binaryCrossEntropy, got 7/)
  assert.equal(session.state.view.own, null)
  assert.deepEqual(session.frame.input, input)
  assert.ok((await session.run({ do: 'step' })).ok)
})

test('over the batch, neurons show the means over the rows that the next step will use', async (t) => {
  const session = await openSession(t, `${small}&batch=10`)
  await session.run({ do: 'step', count: 3 })
  assert.ok((await set(session, 'view.scope', 'batch')).ok)
  const { frame, data } = session
  const rows = await session.ask('nextBatch')
  assert.equal(frame.samples, rows.length)
  const { layers } = await session.ask('trace', { isBatch: true })
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
  frame.layers.forEach(({ Z, activation, delta }, l) =>
    Z.forEach((_, unit) => {
      near(Z[unit], mean(layers[l].Z.map((row) => row[unit])))
      near(activation[unit], mean(layers[l].activation.map((row) => row[unit])))
      near(delta[unit], mean(layers[l].delta.map((row) => row[unit])))
    }),
  )
  near(frame.input[0], mean(rows.map((row) => data.train.X.data[2 * row])))
})

for (const optimizer of ['sgd', 'momentum', 'adam']) {
  test(`what the next step will do is what it does, with ${optimizer}`, async (t) => {
    const session = await openSession(t, `${small}&batch=7&optimizer=${optimizer}&l2=0.01`)
    await session.run({ do: 'step', count: 5 })
    const next = await session.ask('nextStep')
    assert.deepEqual(next.rows, await session.ask('nextBatch'))
    assert.deepEqual([...next.before], weightsOf(session))
    await session.run({ do: 'step' })
    assert.deepEqual([...next.after], weightsOf(session))
    assert.equal('trace' in (await session.ask('nextParameters')), false)
  })
}

test('locked parameters keep their value, muted neurons hand on nothing', async (t) => {
  const session = await openSession(t, small)
  const bias = { layer: 1, row: 0, bias: true }
  await session.run({ do: 'lock', parameters: [bias, { layer: 0, row: 1, column: 1 }], isLocked: true })
  const { weights } = session.frame.layers[0]
  const before = [session.frame.layers[1].bias[0], weights[1 + 3]]
  await session.run({ do: 'step', count: 20 })
  assert.deepEqual([session.frame.layers[1].bias[0], session.frame.layers[0].weights[1 + 3]], before)
  assert.notEqual(session.frame.layers[0].weights[0], weights[0])
  await session.run({ do: 'mute', layer: 0, unit: 2, isMuted: true })
  assert.equal(session.frame.layers[0].activation[2], 0)
  assert.equal(session.frame.layers[0].delta[2], 0)
  await session.run({ do: 'lock', parameters: [{ row: 0, layer: 1, bias: true }], isLocked: false })
  assert.deepEqual(session.state.held, { locked: [{ layer: 0, row: 1, column: 1 }], muted: [{ layer: 0, unit: 2 }] })
  assert.equal((await session.run({ do: 'mute', layer: 1, unit: 0, isMuted: true })).ok, false)
  assert.match(session.notice.message, /^held\.muted: must be hidden neurons/)
})

test('what is held moves with the neurons when the network is edited', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'mute', layer: 0, unit: 2, isMuted: true })
  await session.run({
    do: 'lock',
    parameters: [
      { layer: 1, row: 0, column: 2 },
      { layer: 0, row: 0, column: 0 },
    ],
    isLocked: true,
  })
  await session.run({ do: 'removeUnit', layer: 0, unit: 0 })
  assert.deepEqual(session.state.held, { locked: [{ layer: 1, row: 0, column: 1 }], muted: [{ layer: 0, unit: 1 }] })
  await session.run({ do: 'addLayer', at: 1 })
  assert.deepEqual(
    session.state.held,
    { locked: [], muted: [{ layer: 0, unit: 1 }] },
    'the two layers are joined no more',
  )
})

test('a neuron without which the cost is another is named so, and nothing is changed', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'step', count: 200 })
  const { cost } = session.frame
  const { before, after } = await session.ask('without', { layer: 0, unit: 0 })
  assert.equal(before.cost, cost)
  assert.notEqual(after.cost, cost)
  await session.run({ do: 'mute', layer: 0, unit: 0, isMuted: true })
  assert.equal(session.frame.cost, after.cost)
  assert.equal((await session.ask('without', { layer: 0, unit: 0 })).after.cost, cost)
})

test('undo and redo bring back the very bits, whatever was edited and trained since', async (t) => {
  const session = await openSession(t, small)
  const moments = []
  const keep = () => moments.push({ weights: weightsOf(session), step: session.frame.step, state: session.state })
  const edits = [
    { do: 'setParameter', parameter: { layer: 0, row: 0, column: 1 }, value: 0.5 },
    { do: 'addUnit', layer: 0 },
    { do: 'set', changes: { 'training.learningRate': 0.02 } },
    { do: 'mute', layer: 0, unit: 1, isMuted: true },
    { do: 'randomize' },
    { do: 'chooseData', name: 'iris' },
    { do: 'reset' },
  ]
  for (const edit of edits) {
    await session.run({ do: 'step', count: 3 })
    keep()
    assert.ok((await session.run(edit)).ok, edit.do)
    assert.deepEqual(session.edits, { undo: edit.do, redo: null })
  }
  keep()
  const assertMoment = ({ weights, step, state }) => {
    assert.deepEqual(weightsOf(session), weights)
    assert.equal(session.frame.step, step)
    assert.deepEqual({ ...session.state, view: 0 }, { ...state, view: 0 })
    assert.equal(session.data.name, state.data.name)
  }
  for (let i = edits.length; i-- > 0; ) {
    assert.ok((await session.run({ do: 'undo' })).ok)
    assertMoment(moments[i])
    assert.equal(session.edits.redo, edits[i].do)
  }
  assert.equal(session.edits.undo, null)
  assert.ok((await session.run({ do: 'undo' })).ok, 'nothing to undo is no mistake')
  for (let i = 0; i < edits.length - 1; i++) {
    await session.run({ do: 'redo' })
    assertMoment(moments[i + 1])
  }
  await session.run({ do: 'redo' })
  assertMoment(moments.at(-1))
})

test('after undo the same steps lead to the same bits', async (t) => {
  const session = await openSession(t, `${small}&batch=7&optimizer=adam`)
  await session.run({ do: 'step', count: 10 })
  await session.run({ do: 'step', count: 10 })
  const weights = weightsOf(session)
  await session.run({ do: 'reset' })
  await session.run({ do: 'step', count: 10 })
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, bias: true }, value: 3 })
  await session.run({ do: 'step', count: 4 })
  await session.run({ do: 'undo' })
  await session.run({ do: 'step', count: 10 })
  assert.deepEqual(weightsOf(session), weights)
})

test('a drag is one edit', async (t) => {
  const session = await openSession(t, small)
  const parameter = { layer: 0, row: 0, column: 0 }
  const before = weightsOf(session)
  await session.run({ do: 'setParameter', parameter, value: 1 })
  await session.run({ do: 'setParameter', parameter, value: 2, goesOn: true })
  await session.run({ do: 'setParameter', parameter, value: 3, goesOn: true })
  await session.run({ do: 'undo' })
  assert.deepEqual(weightsOf(session), before)
})

test('undo stops the training', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 1 })
  await session.run({ do: 'play' })
  await until(session, ({ frame }) => frame.step > 20)
  await session.run({ do: 'undo' })
  assert.deepEqual([session.isRunning, session.frame.step], [false, 0])
})

test('rows entered by hand are learnt from, and other columns keep the weights between the same ones', async (t) => {
  const session = await openSession(t, 'data=hand')
  assert.deepEqual(
    [session.data.featureNames, session.data.outputNames],
    [
      ['In1', 'In2'],
      ['Out1', 'Out2'],
    ],
  )
  assert.deepEqual(
    [[...session.frame.input], [...session.frame.target]],
    [
      [0.05, 0.1],
      [0.01, 0.99],
    ],
  )
  await session.run({ do: 'step', count: 2 })
  const [hidden] = session.frame.layers
  const table = {
    inputs: ['In1', 'In2', 'In3'],
    outputs: ['Out1'],
    rows: [
      [0.05, 0.1, 0, 0.01],
      [1, 2, 3, 0.5],
    ],
  }
  assert.ok((await set(session, 'data.table', table)).ok, session.notice?.message)
  assert.deepEqual(
    session.state.network.layers.map(({ units }) => units),
    [2, 1],
  )
  assert.deepEqual([...session.frame.layers[0].weights.slice(0, 4)], [...hidden.weights])
  assert.equal(session.frame.step, 2)
  assert.equal((await set(session, 'data.table', { ...table, rows: [[1, 2]] })).ok, false)
  assert.match(session.notice.message, /data\.table\.rows\.0: must be 4 numbers, got 2/)
  const again = await openSession(t, session.link({ withParameters: true }))
  assert.deepEqual(tableOf(again), table)
  assert.deepEqual(weightsOf(again), weightsOf(session))
})

test('the way of the weights is remembered since step 0', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'step', count: 30 })
  const { step, values } = await session.ask('trail', { indices: [0, 3] })
  assert.deepEqual(
    step,
    Array.from({ length: 31 }, (_, i) => i),
  )
  const weights = weightsOf(session)
  assert.deepEqual([values[0].at(-1), values[1].at(-1)], [weights[0], weights[3]])
  await session.run({ do: 'step', count: 5000 })
  const later = await session.ask('trail', { indices: [0] })
  assert.ok(later.step.length <= 1001 && later.step[0] === 0)
  await session.run({ do: 'reset' })
  assert.deepEqual((await session.ask('trail', { indices: [0] })).step, [0])
})

test('a shock tells of neurons that stand at the corner of relu', async (t) => {
  const session = await openSession(t, 'data=hand&layers=2.relu-2.linear')
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0 })
  await session.run({ do: 'setParameter', parameter: { layer: 0, row: 0, column: 1 }, value: 0 })
  const parameter = { layer: 0, row: 0, bias: true }
  const shock = await session.ask('shock', { parameter, epsilon: 0.1, row: session.state.view.row })
  assert.deepEqual(shock.kinks, [{ layer: 0, unit: 0 }])
  assert.ok(shock.slopeBelow === 0 || Math.abs(shock.slopeBelow) < 1e-9)
  assert.notEqual(shock.slopeAbove, shock.slopeBelow)
})

test('the cost along one parameter is measured, and the parameter put back', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'step', count: 4 })
  const parameter = { layer: 1, row: 0, column: 1 }
  const before = weightsOf(session)
  const next = (await session.ask('nextStep')).after
  const { costs, value } = await session.ask('shock', { parameter, epsilon: 0.1, offsets: [-1, 1, 0] })
  assert.equal(value, session.frame.layers[1].weights[1])
  near(costs[2], session.frame.cost)
  near(await session.ask('cost'), session.frame.cost)
  assert.notEqual(costs[0], costs[1])
  assert.deepEqual((await session.ask('nextStep')).after, next, 'the optimizer remembers as before')
  assert.deepEqual([...(await session.ask('nextStep')).before], before)
})
