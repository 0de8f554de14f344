import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { openSession, startService, weightsOf } from './session-helper.mjs'

/** What a reader may do, in any order. */
const commands = fc.oneof(
  fc.record({ do: fc.constant('step'), count: fc.integer({ min: 1, max: 90 }) }),
  fc.constant({ do: 'epoch', count: 1 }),
  fc.constantFrom('undo', 'redo', 'reset', 'randomize').map((name) => ({ do: name })),
  fc
    .constantFrom(
      { 'training.learningRate': 0.1 },
      { 'training.optimizer': 'adam' },
      { 'training.optimizer': 'rmsprop', 'training.batchSize': 7 },
      { 'training.cost': 'mse' },
      { 'network.layers.0.activation': 'relu' },
      { 'network.layers.0.units': 5 },
      { 'data.noise': 0.2 },
      { 'data.name': 'circle' },
    )
    .map((changes) => ({ do: 'set', changes })),
  fc.constantFrom(
    { do: 'addLayer', at: 0 },
    { do: 'removeLayer', at: 0 },
    { do: 'addUnit', layer: 0 },
    { do: 'removeUnit', layer: 0 },
  ),
  fc.record({
    do: fc.constant('setParameter'),
    parameter: fc.constantFrom({ layer: 0, row: 0, column: 1 }, { layer: 0, row: 0, bias: true }),
    value: fc.double({ min: -3, max: 3, noNaN: true }),
    goesOn: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('lock'),
    parameters: fc.constant([{ layer: 0, row: 0, column: 0 }]),
    isLocked: fc.boolean(),
  }),
  fc.record({ do: fc.constant('mute'), layer: fc.constant(0), unit: fc.constant(0), isMuted: fc.boolean() }),
)

/** Not a command: the worker gives its checkpoints up, as it does when they become many. */
const forget = fc.constant({ do: 'forget' })

const start = 'data=xor&layers=3.tanh-1.sigmoid&optimizer=adam&batchSize=10'
const leads = (command) => !['step', 'epoch', 'undo', 'redo'].includes(command.do)

/** All that makes two moments the same. */
const momentOf = (session, service) => ({
  step: session.frame.step,
  weights: weightsOf(session),
  snapshot: [...service.bench.trainer.snapshot()],
  layers: session.state.network.layers,
  held: session.state.held,
  training: session.state.training,
})

test('whatever is done, undone and done again: state, frame and engine agree, and nothing is lost', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 6, arbitrary: commands }, { weight: 1, arbitrary: forget }), {
        minLength: 3,
        maxLength: 14,
      }),
      async (list) => {
        const { port, service } = startService()
        const session = await openSession(t, start, () => port)
        const [past, future] = [[], []]
        for (const command of list) {
          const before = momentOf(session, service)
          if (command.do === 'forget') {
            service.recorder.log.present.run.forgetCheckpoints()
            service.recorder.log.before?.run.forgetCheckpoints()
            continue
          }
          const { ok } = await session.run(command)
          if (ok && leads(command) && !command.goesOn) {
            past.push(before)
            future.length = 0
          } else if (ok && command.goesOn) future.length = 0
          if (command.do === 'undo' && past.length) {
            assert.deepEqual(momentOf(session, service), past.pop())
            future.push(before)
          } else if (command.do === 'redo' && future.length) {
            assert.deepEqual(momentOf(session, service), future.pop())
            past.push(before)
          }
          assert.deepEqual([...service.bench.trainer.parametersFlat()], weightsOf(session))
          assert.equal(service.bench.step, session.frame.step)
          assert.deepEqual(
            session.frame.layers.map(({ units }) => units),
            session.state.network.layers.map(({ units }) => units),
          )
          assert.equal(session.edits.undo !== null, past.length > 0)
          assert.equal(session.edits.redo !== null, future.length > 0)
        }
        const after = momentOf(session, service)
        assert.deepEqual(await replayed(t, session), after, 'origin and journal alone lead to the same bits')
        session.dispose()
      },
    ),
    { numRuns: 60 },
  )
})

/** Another worker's moment, from the log alone. */
async function replayed(t, session) {
  const { port, service } = startService()
  const moment = { ...session.moment(), checkpoint: null }
  const other = await openSession(t, '', () => port, moment)
  const there = momentOf(other, service)
  other.dispose()
  return there
}
