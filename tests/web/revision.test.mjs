import assert from 'node:assert/strict'
import test from 'node:test'
import { EngineQuery } from '../../web/src/views/parts/engine-query.ts'
import { openSession, startWorker, until } from './session-helper.mjs'

/** What of two revisions differs. */
const newIn = (after, before) => Object.keys(after).filter((thing) => after[thing] !== before[thing])

test('a revision has another number for just what is other', async (t) => {
  const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid')
  const set = (path, value) => ({ do: 'set', changes: { [path]: value } })
  for (const [command, things] of [
    [{ do: 'step' }, ['parameters']],
    [{ do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 0.5 }, ['parameters']],
    [{ do: 'reset' }, ['parameters']],
    [set('training.learningRate', 0.02), ['training', 'parameters']],
    [{ do: 'mute', layer: 0, unit: 1, isMuted: true }, ['training', 'parameters']],
    [set('network.seed', 5), ['network', 'parameters']],
    [set('data.noise', 0.3), ['data', 'parameters']],
    [set('view.row', 3), []],
    [set('view.scope', 'batch'), []],
    [{ do: 'undo' }, ['data', 'parameters']],
  ]) {
    const before = session.revision
    assert.ok((await session.run(command)).ok, command.do)
    assert.deepEqual(newIn(session.revision, before), things, command.do)
  }
})

test('an answer and a refusal tell what they are about', async (t) => {
  const session = await openSession(t, 'data=xor')
  await session.run({ do: 'step' })
  const { revision, answer } = await session.askWithRevision('trace', { row: 1 })
  assert.deepEqual(revision, session.revision)
  assert.deepEqual(answer, await session.ask('trace', { row: 1 }))
  const refused = await session.askWithRevision('trace', { row: -1 })
  assert.deepEqual(refused.revision, session.revision)
  assert.match(`${refused.refusal}`, /^RangeError: row: must be from 0/)
  const pending = session.askWithRevision('trace', { row: 1 })
  const stepped = session.run({ do: 'step' })
  assert.deepEqual((await pending).revision, revision, 'it was asked before the step')
  await stepped
  assert.deepEqual(newIn(session.revision, revision), ['parameters'])
})

test('another worker counts on: what was told of is never taken for something new', async (t) => {
  const ports = []
  const worker = () => {
    ports.push(startWorker())
    return ports.at(-1)
  }
  const session = await openSession(t, 'data=xor', worker)
  await session.run({ do: 'step', count: 3 })
  const before = session.revision
  ports[0].dispatchEvent(Object.assign(new Event('error'), { message: 'lost' }))
  await until(session, ({ notice }) => notice)
  assert.deepEqual(newIn(session.revision, before), Object.keys(before))
  assert.ok(Math.min(...Object.values(session.revision)) > Math.max(...Object.values(before)))
})

test('after all that was done while it trained, a query knows what is in the frame', async (t) => {
  const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid')
  const rows = []
  const query = new EngineQuery(session, 'trace', () => rows.push(query.found?.details.row), 10)
  t.after(() => query.dispose())
  const look = () => query.ask({ row: session.state.view.row })
  session.addEventListener('change', look)
  look()
  await session.run({ do: 'play' })
  await until(session, ({ frame }) => frame.step > 200)
  session.run({ do: 'set', changes: { 'view.row': 2 } })
  session.run({ do: 'addUnit', layer: 0 })
  session.run({ do: 'set', changes: { 'training.learningRate': 0.5 } })
  session.run({ do: 'set', changes: { 'view.row': 4 } })
  await session.run({ do: 'addLayer', at: 1 })
  await session.run({ do: 'pause' })
  while (!query.isCurrent) await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(rows.at(-1), 4)
  assert.deepEqual(
    query.found.answer.layers.map(({ Z }) => Z[0]),
    session.frame.layers.map(({ Z }) => [...Z]),
  )
})
