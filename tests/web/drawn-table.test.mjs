import assert from 'node:assert/strict'
import test from 'node:test'
import { prepare } from '../../web/src/data/prepare.ts'
import { edit } from '../../web/src/state/commands.ts'
import { encodeLink } from '../../web/src/state/link.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { decodeLink } from '../../web/src/state/read-link.ts'
import { gridsFor } from '../../web/src/worker/maps.ts'
import { border, catalog, engine, openSession } from './session-helper.mjs'

/** Points of two classes; the first two are the test set. */
const drawn = {
  inputs: ['x', 'y'],
  outputs: ['class'],
  about: { class: { levels: ['a', 'b'] }, x: { range: [-2, 2] }, y: { range: [-1, 1] } },
  test: 2,
  rows: [
    [0, 0, 0],
    [1, 1, 1],
    [0.5, 0.25, 0],
    [1, 0.75, 1],
    [-1, 0.5, 0],
  ],
}

const opened = (table) => edit(presetState(catalog, 'xor'), { do: 'openTable', table }, border).state

const preparedOf = ({ data }) => prepare(engine, data, () => assert.fail('no table is fetched'), border.rows)

const set = (state, changes) => edit(state, { do: 'set', changes }, border).state

test('the first rows are the test set where a table says so, in their order, whatever the share and the seed', async () => {
  const { info } = await preparedOf(opened(drawn))
  assert.deepEqual([...info.test.X.data], [0, 0, 1, 1])
  assert.deepEqual([...info.train.X.data], [0.5, 0.25, 1, 0.75, -1, 0.5])
})

test('another share or seed of the test set draws it by lot again', async () => {
  for (const changes of [{ 'data.testShare': 0.6 }, { 'data.seed': 5 }]) {
    const state = set(opened(drawn), changes)
    assert.equal(state.data.table.test, undefined)
    assert.equal((await preparedOf(state)).info.dropped, 0)
  }
  assert.equal((await preparedOf(set(opened(drawn), { 'data.testShare': 0 }))).info.test.X.shape[0], 0)
  assert.equal(set(opened(drawn), { 'data.standardize': false }).data.table.test, 2)
})

test('the plane shows what a table says, unless a row lies beyond it', async () => {
  assert.deepEqual(gridsFor(await preparedOf(opened(drawn))).extent, [-2, 2, -1, 1])
  const wide = { ...drawn, rows: [...drawn.rows, [4, 0, 1]] }
  const { extent } = gridsFor(await preparedOf(opened(wide)))
  assert.ok(extent[0] > -2 && extent[0] < -1 && extent[1] > 4)
  assert.deepEqual(extent.slice(2), [-1, 1])
})

test('a link carries which rows are the test set, what is in sight, and that the inputs are an image', () => {
  for (const given of [drawn, { ...drawn, test: 0 }, { ...drawn, test: undefined, about: undefined, imageSide: 1 }]) {
    const plain = given.about ? given : { ...given, outputs: ['z'] }
    const state = opened(plain)
    const back = decodeLink(encodeLink(state, border), border)
    assert.deepEqual(back.data, state.data)
  }
})

test('what no table can be is refused', () => {
  const refused = (change, pattern) => assert.throws(() => opened({ ...drawn, ...change }), pattern)
  refused({ test: 5 }, /data\.table\.test: must be a whole number from 0 to 4/)
  refused({ test: 1.5 }, /data\.table\.test/)
  refused({ imageSide: 0 }, /data\.table\.imageSide/)
  refused({ about: { x: { range: [1, 1] } } }, /must be \[low, high\]/)
  refused({ about: { x: { range: [1] } } }, /must be \[low, high\]/)
})

test('other data becomes a table of one’s own in mid-training: network, weights and steps stay', async (t) => {
  const session = await openSession(t, 'data=gauss&samples=40&layers=3.tanh-1.sigmoid')
  await session.run({ do: 'step', count: 7 })
  const { network, parameters } = session.save({ withParameters: true })
  const rows = Array.from({ length: 20 }, (_, i) => [i / 20, -i / 20, i % 2])
  const table = { inputs: ['x1', 'x2'], outputs: ['class'], about: { class: { levels: ['0', '1'] } }, test: 4, rows }
  const outcome = await session.run({ do: 'set', changes: { 'data.table': table } })
  assert.equal(outcome.message, '')
  assert.equal(session.state.data.name, 'hand')
  assert.equal(session.frame.step, 7)
  const now = session.save({ withParameters: true })
  assert.deepEqual([now.network, now.parameters], [network, parameters])
  await session.run({ do: 'undo' })
  assert.equal(session.state.data.name, 'gauss')
})

test('a shipped table whose target is standardised goes on being so as a table of one’s own', async (t) => {
  const session = await openSession(t, 'data=diabetes')
  const { data } = session
  assert.ok(data.targetScale)
  const rows = Array.from({ length: 30 }, (_, i) => [...data.featureNames.map((_, c) => c + i / 2), 100 + i])
  const table = { inputs: data.featureNames, outputs: data.outputNames, test: 5, rows }
  assert.equal((await session.run({ do: 'set', changes: { 'data.table': table } })).message, '')
  assert.ok(session.data.targetScale)
  assert.equal(session.state.data.features, null)
})
