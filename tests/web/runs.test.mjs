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

/** To a step of the run or of one that was left: a share of its length, and which of them. */
const travels = fc.record({
  do: fc.constant('goTo'),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  run: fc.option(fc.nat(5)),
})

/** The command for what is there: `run` counts the runs that are held. */
function goTo({ share, run }, { runs, present }) {
  const there = run === null ? present.run : runs[run % runs.length]
  return { do: 'goTo', run: there.id, step: Math.round(share * there.end) }
}

/** Not a command: the worker gives its checkpoints up, as it does when they become many. */
const forget = fc.constant({ do: 'forget' })

const start = 'data=xor&layers=3.tanh-1.sigmoid&optimizer=adam&batchSize=10'
const leads = (command) => !['step', 'epoch', 'undo', 'redo', 'goTo'].includes(command.do)

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
      fc.array(
        fc.oneof(
          { weight: 6, arbitrary: commands },
          { weight: 3, arbitrary: travels },
          { weight: 1, arbitrary: forget },
        ),
        {
          minLength: 3,
          maxLength: 14,
        },
      ),
      async (list) => {
        const { port, service } = startService()
        const session = await openSession(t, start, () => port)
        const [past, future] = [[], []]
        const seen = new Map()
        let isGoingOn = true
        for (const planned of list) {
          const before = momentOf(session, service)
          const command = planned.do === 'goTo' ? goTo(planned, session.log) : planned
          if (command.do === 'forget') {
            service.recorder.log.present.run.forgetCheckpoints()
            for (const run of service.recorder.log.runs) run.forgetCheckpoints()
            continue
          }
          const { ok } = await session.run(command)
          assert.ok(command.do !== 'goTo' || ok, JSON.stringify(command))
          // what goes on with nothing is an edit of its own
          if (ok && leads(command) && !(command.goesOn && isGoingOn)) {
            past.push(before)
            future.length = 0
          } else if (ok && command.goesOn) future.length = 0
          if (ok && !['step', 'epoch'].includes(command.do)) isGoingOn = session.log.way === null
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
          assertTrue(session, service, seen)
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

/**
 * The page's log is the worker's; the timeline leads to where one is; the same step of a run, after all that was done
 * there, is the same bits whenever one comes there. @param seen those so far, by run, step and edits
 */
function assertTrue(session, service, seen) {
  const [log, workers] = [session.log, service.recorder.log]
  const plain = ({ runs, present, ...rest }) => ({
    ...rest,
    present,
    runs: runs.map(({ id, parent, end, journal }) => ({ id, parent, end, edits: journal.map(({ step }) => step) })),
  })
  assert.deepEqual(plain(log.toPlain()), plain(workers.toPlain()))
  const { run, edits, step } = log.present
  assert.ok(log.runs.includes(run) && step <= run.end && edits <= run.journal.length)
  assert.ok(run.journal.slice(0, edits).every((entry) => entry.step <= step))
  assert.ok(run.journal.slice(edits).every((entry) => entry.step >= step))
  assert.deepEqual(run.stateAfter(edits).training, session.state.training)
  assert.deepEqual(
    session.history.step,
    [...new Set(session.history.step)].sort((a, b) => a - b),
  )
  assert.ok(session.history.step.at(-1) <= step)
  const key = [run.id, edits, step].join()
  const weights = weightsOf(session)
  const isDrag = run.journal[edits - 1]?.edit.do === 'setParameter' // the last of a drag takes the place of those before
  if (seen.has(key) && !isDrag) assert.deepEqual(weights, seen.get(key), key)
  seen.set(key, weights)
}

/** Another worker's moment, from the log alone. */
async function replayed(t, session) {
  const { port, service } = startService()
  const moment = { ...session.moment(), checkpoint: null }
  const other = await openSession(t, '', () => port, moment)
  const there = momentOf(other, service)
  other.dispose()
  return there
}
