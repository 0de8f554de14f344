import assert from 'node:assert/strict'
import test from 'node:test'
import { serialize } from 'node:v8'
import { exampleId, RowStore } from '../../web/src/data/row-store.ts'
import { createSession } from '../../web/src/session/session.ts'
import { openSession, startService, tableOf, weightsOf } from './session-helper.mjs'

const flat = (...data) => ({ data: Float64Array.from(data), shape: [1, data.length] })
const small = (...row) => ({ inputs: ['a'], outputs: ['b'], rows: [row] })
const setTable = (session, table) => session.run({ do: 'set', changes: { 'data.table': table } })

test('the same numbers have one id, other numbers another; what nobody can come to is forgotten', () => {
  const store = new RowStore()
  const id = store.add(flat(1, 2))
  assert.equal(store.add(flat(1, 2)), id)
  assert.notEqual(store.add(flat(2, 1)), id)
  assert.notEqual(store.add({ data: Float64Array.of(1, 2), shape: [2, 1] }), id)
  assert.equal(store.add(flat(0.05, 0.1, 0.01, 0.99)), exampleId)
  store.keep(new Set([id]))
  assert.deepEqual(store.get(id), flat(1, 2))
  assert.equal(store.get(exampleId).shape[1], 4)
  assert.throws(() => store.get(id + 1), /not in the store/)
})

/** A session whose port counts what goes through it to the worker. */
async function countedSession(t, url) {
  const { port, service } = startService()
  const counts = { bytes: 0, reads: 0, rows: 0 }
  const post = port.postMessage.bind(port)
  port.postMessage = (message, transfer) => {
    counts.bytes += serialize(message).length
    if (message.type === 'rows') counts.rows++
    post(message, transfer)
  }
  const session = await createSession({ worker: port, url })
  t.after(() => session.dispose())
  return { session, service, counts }
}

/** From now on it is counted how often the numbers themselves are taken out of a store. */
function countReads(store, id, counts) {
  const { data, shape } = store.get(id)
  const counted = {
    shape,
    get data() {
      counts.reads++
      return data
    },
  }
  store.put(id, counted)
}

test('an edit beside a table of a million numbers neither reads, copies nor sends any of them', async (t) => {
  const { session, service, counts } = await countedSession(t, 'data=hand')
  const rows = Array.from({ length: 100_000 }, (_, r) =>
    Array.from({ length: 10 }, (_, c) => ((r * 31 + c * 7) % 97) / 97),
  )
  const inputs = Array.from({ length: 9 }, (_, c) => `x${c}`)
  assert.ok((await setTable(session, { inputs, outputs: ['y'], rows })).ok, session.notice?.message)
  assert.equal(counts.rows, 1)
  assert.ok(counts.bytes > 8e6, 'they were sent once')
  const before = { ...session.state.data.table }
  Object.assign(counts, { bytes: 0, reads: 0, rows: 0 })
  for (const store of [session.rows, service.bench.rows]) countReads(store, before.rows, counts)
  for (const command of [
    { do: 'set', changes: { 'training.learningRate': 0.2 } },
    { do: 'set', changes: { 'view.digits': 5, 'view.row': 3 } },
    { do: 'addUnit', layer: 0 },
    { do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 1 },
    { do: 'undo' },
    { do: 'redo' },
  ])
    assert.ok((await session.run(command)).ok, command.do)
  assert.equal(counts.rows, 0)
  assert.equal(counts.reads, 0, 'nobody reads the rows')
  assert.ok(counts.bytes < 20_000, `${counts.bytes} bytes`)
  assert.deepEqual(session.state.data.table, before)
  assert.equal(service.bench.state.data.table.rows, before.rows)
})

test('undo and redo bring back tables of before; what they cannot reach is forgotten on both sides', async (t) => {
  const { session, service } = await countedSession(t, 'data=hand')
  const ids = []
  for (const row of [
    [1, 2],
    [3, 4],
    [5, 6],
  ]) {
    assert.ok((await setTable(session, small(...row))).ok)
    ids.push(session.state.data.table.rows)
  }
  await session.run({ do: 'undo' })
  await session.run({ do: 'undo' })
  assert.deepEqual(tableOf(session), small(1, 2))
  await session.run({ do: 'redo' })
  assert.deepEqual(tableOf(session), small(3, 4))
  assert.deepEqual([...session.data.train.X.data], [3])
  await setTable(session, small(7, 8))
  for (const store of [session.rows, service.bench.rows]) {
    assert.deepEqual([...store.get(ids[0]).data], [1, 2])
    assert.throws(() => store.get(ids[2]), /not in the store/)
  }
})

test('what goes out has the rows themselves, and what comes in from outside must have them', async (t) => {
  const session = await openSession(t, 'data=hand')
  await setTable(session, small(1, 2))
  const saved = session.save()
  assert.deepEqual(saved.data.table, small(1, 2))
  await session.run({ do: 'chooseData', name: 'xor' })
  assert.ok((await session.run({ do: 'load', state: saved })).ok)
  assert.deepEqual(tableOf(session), small(1, 2))
  const { ok, message } = await session.run({ do: 'load', state: session.state })
  assert.deepEqual([ok, message.split(',')[0]], [false, 'data.table.rows: must be a list of rows'])
})

test('another session goes on from a moment with the rows that its states name', async (t) => {
  const session = await openSession(t, 'data=hand')
  await setTable(session, small(1, 2))
  await setTable(session, small(3, 4))
  await session.run({ do: 'step', count: 3 })
  const other = await openSession(t, '', startService().port, session.moment())
  assert.deepEqual(weightsOf(other), weightsOf(session))
  await other.run({ do: 'undo' })
  assert.deepEqual(tableOf(other), small(1, 2))
})
