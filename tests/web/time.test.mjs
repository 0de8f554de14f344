import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { Log } from '../../web/src/run/log.ts'
import { Run } from '../../web/src/run/run.ts'
import { catalog, openSession, until, weightsOf } from './session-helper.mjs'

/** The command goTo: any step of a run, and of those that were left. */

const goTo = (session, step, run) => session.run({ do: 'goTo', step, run })
const take = (session, count) => session.run({ do: 'step', count })
const set = (session, path, value) => session.run({ do: 'set', changes: { [path]: value } })

test('going to any step and training on reaches the same bits, with every optimizer, in the middle of an epoch', async (t) => {
  for (const { name } of catalog.optimizers) {
    const session = await openSession(t, `data=xor&layers=3.tanh-1.sigmoid&optimizer=${name}&batch=7&l2=0.001`)
    const bits = [weightsOf(session)]
    for (let i = 0; i < 120; i++) {
      await take(session, 1)
      bits.push(weightsOf(session))
    }
    const [{ run }, curve] = [session.log.present, session.history]
    await fc.assert(
      fc.asyncProperty(fc.nat(120), fc.nat(30), async (step, more) => {
        assert.deepEqual(await goTo(session, step), { ok: true, message: '' })
        assert.deepEqual([session.frame.step, weightsOf(session)], [step, bits[step]], name)
        const count = Math.min(more, 120 - step)
        if (count) await take(session, count)
        assert.deepEqual(weightsOf(session), bits[step + count], name)
      }),
      { numRuns: 12 },
    )
    assert.equal(session.log.present.run, run, 'the same steps are no other run')
    await goTo(session)
    assert.deepEqual([session.frame.step, session.history], [120, curve])
  }
})

/** What can be changed while a network learns, each by a command. */
const changes = {
  rate: { do: 'set', changes: { 'training.learningRate': 0.07 } },
  cost: { do: 'set', changes: { 'training.cost': 'mse' } },
  optimizer: { do: 'set', changes: { 'training.optimizer': 'adam' } },
  momentum: { do: 'set', changes: { 'training.optimizer': 'momentum', 'training.momentum': 0.5 } },
  penalty: { do: 'set', changes: { 'training.l1': 0.01, 'training.l2': 0.02 } },
  batch: { do: 'set', changes: { 'training.batchSize': 3 } },
  order: { do: 'set', changes: { 'training.shuffle': false } },
  activation: { do: 'set', changes: { 'network.layers.0.activation': 'relu' } },
  width: { do: 'addUnit', layer: 0 },
  narrower: { do: 'removeUnit', layer: 0 },
  depth: { do: 'addLayer', at: 1 },
  flatter: { do: 'removeLayer', at: 0 },
  noise: { do: 'set', changes: { 'data.noise': 0.3 } },
  samples: { do: 'set', changes: { 'data.samples': 120 } },
  share: { do: 'set', changes: { 'data.testShare': 0.4 } },
  rows: { do: 'set', changes: { 'data.seed': 9 } },
  weight: { do: 'setParameter', parameter: { layer: 0, row: 0, column: 0 }, value: 2 },
  lock: { do: 'lock', parameters: [{ layer: 0, row: 0, column: 0 }], isLocked: true },
  mute: { do: 'mute', layer: 0, unit: 0, isMuted: true },
}

const settingsOf = ({ state: { data, network, training, held } }) => ({ data, network, training, held })

test('whatever is changed in mid-run keeps the training; rewinding brings the old setting back, going forward the new one', async (t) => {
  for (const [name, command] of Object.entries(changes)) {
    const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid&batch=10&optimizer=sgd&rate=0.3')
    await take(session, 40)
    const [before, was] = [settingsOf(session), weightsOf(session)]
    assert.deepEqual(await session.run(command), { ok: true, message: '' }, name)
    assert.equal(session.frame.step, 40, name)
    const [after, changed] = [settingsOf(session), weightsOf(session)]
    await take(session, 40)
    const end = weightsOf(session)
    await goTo(session, 39)
    assert.deepEqual(settingsOf(session), before, name)
    await goTo(session, 40)
    assert.deepEqual([settingsOf(session), weightsOf(session)], [after, changed], name)
    await goTo(session)
    assert.deepEqual([settingsOf(session), weightsOf(session), session.frame.step], [after, end, 80], name)
    assert.deepEqual(
      session.log.present.run.journal.map(({ step }) => step),
      [40],
      name,
    )
    await session.run({ do: 'undo' })
    assert.deepEqual([settingsOf(session), weightsOf(session)], [before, was], name)
  }
})

test('what is gone on with differently from a past moment is a branch; the run that was left can be gone to', async (t) => {
  const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid&batch=10')
  await take(session, 100)
  const [left, end] = [session.log.present.run, weightsOf(session)]
  await goTo(session, 30)
  assert.equal(session.log.present.run, left)
  assert.deepEqual([session.log.isAtEnd, session.history.step.at(-1)], [false, 30])
  await set(session, 'training.learningRate', 0.4)
  await take(session, 20)
  const { run } = session.log.present
  assert.deepEqual(run.parent, { id: left.id, step: 30 })
  assert.deepEqual(session.log.runs.map(({ id, end }) => [id, end]).sort(), [
    [left.id, 100],
    [run.id, 50],
  ])
  await goTo(session, undefined, left.id)
  assert.deepEqual([session.frame.step, weightsOf(session)], [100, end])
  assert.notEqual(session.state.training.learningRate, 0.4)
  await goTo(session, 50, run.id)
  assert.equal(session.state.training.learningRate, 0.4)
})

test('training past a change that was gone back before leaves it out, which is a branch from there on', async (t) => {
  const session = await openSession(t, 'data=xor&layers=3.tanh-1.sigmoid&batch=10&rate=0.3')
  await take(session, 20)
  await set(session, 'training.learningRate', 0.01)
  await take(session, 20)
  const left = session.log.present.run
  await goTo(session, 10)
  await take(session, 10)
  assert.equal(session.log.present.run, left)
  await take(session, 10)
  assert.deepEqual(session.log.present.run.parent, { id: left.id, step: 20 })
  assert.deepEqual([session.state.training.learningRate, session.frame.step], [0.3, 30])
})

test('a step that was not taken, or a run that there is not, is refused, and nothing changes', async (t) => {
  const session = await openSession(t, 'data=xor')
  await take(session, 10)
  const there = weightsOf(session)
  for (const [step, run] of [[11], [-1], [0.5], ['3'], [NaN], [1, 99], [1, 'a']]) {
    const { ok, message } = await goTo(session, step, run)
    assert.ok(!ok && /^(step|run): must be/.test(message), message)
    assert.deepEqual([weightsOf(session), session.frame.step, session.log.way], [there, 10, null])
  }
})

test('while it trains, going to a step stops it there; a new worker goes on from there, and knows the branches', async (t) => {
  const session = await openSession(t, 'data=xor')
  await session.run({ do: 'play' })
  await until(session, ({ frame }) => frame.step > 200)
  await goTo(session, 77)
  assert.deepEqual([session.frame.step, session.isRunning], [77, false])
  await set(session, 'training.learningRate', 0.01)
  await take(session, 5)
  const [there, runs] = [weightsOf(session), session.log.runs.map((run) => run.toPlain())]
  const again = await openSession(
    t,
    '',
    undefined,
    structuredClone({ ...session.moment(), checkpoint: null, rows: undefined }),
  )
  assert.deepEqual([weightsOf(again), again.log.runs.map((run) => run.toPlain())], [there, runs])
  assert.ok((await goTo(again, 150, runs[0].id)).ok)
  await goTo(session, 150, runs[0].id)
  assert.deepEqual(weightsOf(again), weightsOf(session))
})

/** A moment of a network with so many parameters. */
const checkpointOf = (step, parameters, edits = 0) => ({
  edits,
  step,
  epoch: 0,
  parameters: new Float64Array(parameters),
  snapshot: new Uint8Array(24 * parameters),
  start: new Float64Array(0),
  isOwnStart: false,
})

test('a run of 100,000 steps keeps 256 checkpoints and 16 MB at most, so that no step is far from one', () => {
  for (const [parameters, stride] of [
    [33, 1],
    [2410, 7],
    [2410, 300],
    [100_000, 40],
  ]) {
    const run = new Run({ origin: {} })
    const kept = []
    for (let step = 0; step <= 100_000; step += stride) {
      if (run.isDue({ edits: 0, step })) run.keep(checkpointOf(step, parameters))
      assert.ok(run.count <= 256 && run.bytes <= 16e6, `${parameters} parameters at step ${step}`)
    }
    for (let step = 0; step <= 100_000; step += 500) kept.push(step - run.lastUntil({ edits: 0, step }).step)
    const room = Math.min(256, 16e6 / (32 * parameters))
    assert.ok(Math.max(...kept) <= 4.5 * (100_000 / room) + stride, `${Math.max(...kept)} steps of ${parameters}`)
  }
})

test('all runs that are held keep 64 MB of checkpoints at most', () => {
  const log = new Log()
  log.note({ do: 'begin', step: 0, origin: { state: {}, start: null }, name: null })
  for (let i = 0; i < 12; i++) {
    for (let n = 1; n <= 40; n++) {
      log.train(n)
      log.present.run.keep(checkpointOf(n, 20_000))
    }
    const bytes = log.runs.reduce((sum, run) => sum + run.bytes, 0)
    assert.ok(bytes <= 64e6, `${bytes} in ${log.runs.length} runs`)
    log.note({ do: 'begin', step: 40, origin: { state: {}, start: null }, name: 'reset' })
  }
  assert.equal(log.runs.length, 13)
})
