import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presetState } from '../../web/src/state/presets.ts'
import { catalog, openSession, tableOf, until } from './session-helper.mjs'

/** How often a session says that something was edited. */
function editsOf(session) {
  const told = { count: 0 }
  session.addEventListener('change', ({ changes }) => (told.count += Number(changes.has('edit'))))
  return told
}

test('what is no command is refused in a sentence, and nothing is lost by it', async (t) => {
  const session = await openSession(t)
  const before = structuredClone(session.state)
  const commands = [
    null,
    undefined,
    'play',
    7,
    [],
    {},
    { do: null },
    { do: 'launch' },
    { do: 'toString' },
    { do: 'step', count: null },
    { do: 'setParameter' },
    { do: 'setParameter', parameter: null, value: 1 },
    { do: 'setParameter', parameter: 'x', value: 1 },
    { do: 'setParameter', parameter: { layer: 0 }, value: 1 },
    { do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: null },
    { do: 'lock', parameters: [null], isLocked: true },
    { do: 'lock', parameters: null, isLocked: true },
    { do: 'mute' },
    { do: 'set' },
    { do: 'addUnit' },
    { do: 'removeUnit', layer: null },
    { do: 'addLayer', at: 'x' },
    { do: 'chooseData' },
    { do: 'load' },
    { do: 'load', state: null },
    { do: 'load', state: { data: null } },
    { do: 'load', state: { data: 'xor' } },
  ]
  for (const command of commands) {
    const { ok, message } = await session.run(command)
    assert.equal(ok, false, JSON.stringify(command))
    assert.match(message, /^[\w.]+: .*[a-z]/, JSON.stringify(command))
    assert.doesNotMatch(
      message,
      /undefined \(|null \(|properties of|not a function|not iterable/,
      JSON.stringify(command),
    )
    assert.equal(session.notice.message, message)
  }
  assert.deepEqual(session.state, before)
  assert.deepEqual(await session.run({ do: 'step' }), { ok: true, message: '' }, 'the worker still stands')
})

test('every edit is told, whatever it changes and whenever it comes', async (t) => {
  const session = await openSession(t)
  const weight = { layer: 0, row: 0, column: 0 }
  await session.run({ do: 'step', count: 3 })
  const told = editsOf(session)
  const edits = [
    { do: 'setParameter', parameter: weight, value: 0.5 },
    { do: 'setParameter', parameter: weight, value: 0.6, goesOn: true },
    { do: 'setParameter', parameter: weight, value: 0.7 },
    { do: 'lock', parameters: [weight], isLocked: true },
    { do: 'mute', layer: 0, unit: 0, isMuted: true },
    { do: 'undo' },
    { do: 'redo' },
    { do: 'set', changes: { 'training.learningRate': 0.1 } },
    { do: 'addUnit', layer: 0 },
    { do: 'reset' },
    { do: 'randomize' },
    { do: 'load', state: {} },
  ]
  for (const [i, edit] of edits.entries()) {
    assert.ok((await session.run(edit)).ok)
    await until(session, () => told.count > i)
    assert.equal(told.count, i + 1, edit.do)
  }
  await session.run({ do: 'step' })
  await session.run({ do: 'point', at: null })
  await session.run({ do: 'addUnit', layer: 99 })
  assert.equal(told.count, edits.length, 'a step, a look and what was refused are no edits')
})

test('a state may be given in part: what is missing is as the data at present would begin', async (t) => {
  const session = await openSession(t, 'data=xor')
  const load = async (state) => {
    assert.deepEqual(await session.run({ do: 'load', state }), { ok: true, message: '' }, JSON.stringify(state))
    return session.state
  }
  const xor = presetState(catalog, 'xor')
  await session.run({ do: 'addUnit', layer: 0 })
  assert.deepEqual(await load({}), xor)
  assert.deepEqual(await load({ v: 1 }), xor)
  assert.deepEqual(await load({ training: { learningRate: 0.1 } }), {
    ...xor,
    training: { ...xor.training, learningRate: 0.1 },
  })
  assert.deepEqual((await load({ data: { noise: 0.2 } })).data, { ...xor.data, noise: 0.2 })
  assert.deepEqual(await load({ data: { name: 'iris' } }), presetState(catalog, 'iris'))
  const table = {
    inputs: ['a'],
    outputs: ['b'],
    rows: [
      [1, 0],
      [2, 1],
    ],
  }
  await load({ data: { table } })
  assert.deepEqual(tableOf(session), table)
  await load({ training: { learningRate: 0.2 } })
  assert.deepEqual(tableOf(session), table, 'rows of one’s own stay')
})

test('what is held still does not play, and goes on where it was; a step that is asked for is taken', async (t) => {
  const session = await openSession(t)
  session.rest(true)
  await session.run({ do: 'play' })
  assert.ok(session.isRunning)
  await session.ask('nextBatch').catch(() => {})
  assert.equal(session.frame.step, 0)
  await session.run({ do: 'step', count: 5 })
  assert.equal(session.frame.step, 5)
  await session.run({ do: 'play' })
  session.rest(false)
  await until(session, () => session.frame.step > 5)
  await session.run({ do: 'pause' })
})

test('another session goes on from the moment that one was left', async (t) => {
  const first = await openSession(t, 'data=xor')
  await first.run({ do: 'step', count: 25 })
  const moment = structuredClone(first.moment())
  first.dispose()
  const second = await openSession(t, '', undefined, moment)
  assert.equal(second.frame.step, 25)
  assert.equal(second.frame.cost, first.frame.cost)
  assert.deepEqual(second.state, first.state)
})
