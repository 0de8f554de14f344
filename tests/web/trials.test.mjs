import assert from 'node:assert/strict'
import test from 'node:test'
import { unpackFrame } from '../../web/src/session/frame.ts'
import { Trial } from '../../web/src/worker/trials/trial.ts'
import { openSession, startService, until, weightsOf } from './session-helper.mjs'

/** Trainings beside the one of the page: see src/worker/trials. */

const small = 'data=xor&layers=3.tanh-1.sigmoid&samples=60&batch=7'
const originOf = ({ state }, training = {}) => ({
  state: { ...state, training: { ...state.training, ...training } },
  start: null,
})

/** Asks on until every lane is over. @returns the moments and the last news of each */
async function finish(session, trial) {
  const points = []
  for (;;) {
    const lanes = await session.ask('advanceTrial', { trial, milliseconds: 8 })
    lanes.forEach((lane, i) => (points[i] ??= []).push(...lane.points))
    if (lanes.every(({ isOver }) => isOver)) return { points, lanes }
  }
}

for (const optimizer of ['sgd', 'adam']) {
  test(`a trial has the very costs that the page has with the same seed, bit for bit, with ${optimizer}`, async (t) => {
    const session = await openSession(t, `${small}&optimizer=${optimizer}&l2=0.001`)
    const trial = await session.ask('beginTrial', { origins: [originOf(session)], until: 120, isTogether: true })
    const { points } = await finish(session, trial)
    assert.deepEqual(
      points[0].map(({ step }) => step),
      Array.from({ length: 121 }, (_, i) => i),
    )
    assert.equal(session.frame.step, 0, 'the page has not moved')
    for (const { step, cost, testCost, accuracy, penalty, parameters } of points[0].filter(
      ({ step }) => step % 30 === 0,
    )) {
      if (step > session.frame.step) await session.run({ do: 'step', count: step - session.frame.step })
      const { frame } = session
      assert.deepEqual([cost, testCost, accuracy, penalty], [frame.cost, frame.testCost, frame.accuracy, frame.penalty])
      assert.deepEqual([...parameters], weightsOf(session))
    }
  })
}

test('trainings in step are never further apart than one told moment, and differ in nothing but what was asked', async (t) => {
  const session = await openSession(t, small)
  const origins = [0, 0.1].map((l2) => originOf(session, { l2 }))
  const trial = await session.ask('beginTrial', { origins, until: 400, isTogether: true })
  for (let isOver = false; !isOver; ) {
    const lanes = await session.ask('advanceTrial', { trial, milliseconds: 1 })
    const [one, other] = lanes.map(({ step }) => step)
    assert.ok(Math.abs(one - other) <= 2, `${one} and ${other}`)
    isOver = lanes.every(({ isOver }) => isOver)
  }
  const frames = await Promise.all([0, 1].map((lane) => session.ask('trialFrame', { trial, lane })))
  const [one, other] = frames.map(({ frame }) => unpackFrame(frame))
  assert.deepEqual([one.step, other.step], [400, 400])
  assert.equal(one.penalty, 0)
  assert.ok(other.penalty > 0 && one.maps && one.predictions)
})

test('a trial is measured at the same steps on a slow machine and on a quick one, also where it diverges', async (t) => {
  const { port, service } = startService()
  const session = await openSession(t, 'data=diabetes&batch=10&optimizer=sgd', port)
  const order = (isTogether) => ({
    origins: [0.001, 10].map((learningRate) => originOf(session, { learningRate })),
    until: 700,
    isTogether,
  })
  /** @param tick milliseconds from one look at the clock to the next */
  const told = async (tick, isTogether) => {
    let time = 0
    const trial = new Trial(service.bench, order(isTogether))
    const all = [[], []]
    for (let isOver = false; !isOver; ) {
      const lanes = await trial.advance(5, () => (time += tick))
      lanes.forEach(({ points }, i) => all[i].push(...points))
      isOver = lanes.every((lane) => lane.isOver)
    }
    trial.dispose()
    return all
  }
  for (const isTogether of [true, false]) {
    const quick = await told(1e-4, isTogether)
    assert.deepEqual(await told(7, isTogether), quick)
    assert.deepEqual(
      quick[0].map(({ step }) => step),
      Array.from({ length: 176 }, (_, i) => 4 * i),
    )
    assert.ok(quick[1].at(-1).step < 700, 'it diverges')
  }
})

test('one after the other, the next begins when the last is over', async (t) => {
  const session = await openSession(t, small)
  const seeds = [1, 2, 3].map((seed) => {
    const { state } = session
    return { state: { ...state, network: { ...state.network, seed } }, start: null }
  })
  const trial = await session.ask('beginTrial', { origins: seeds, until: 50, isTogether: false })
  const { points } = await finish(session, trial)
  const firsts = points.map(([{ cost }]) => cost)
  assert.equal(new Set(firsts).size, 3, 'each seed has its own first weights')
  assert.deepEqual(
    points.map((each) => each.at(-1).step),
    [50, 50, 50],
  )
})

test('the page trains to the same bits while a trial is under way, and edits do not reach the trial', async (t) => {
  const alone = await openSession(t, small)
  await alone.run({ do: 'step', count: 200 })
  const session = await openSession(t, small)
  const trial = await session.ask('beginTrial', { origins: [originOf(session)], until: 200, isTogether: true })
  const stepped = session.run({ do: 'step', count: 200 })
  const { points } = await finish(session, trial)
  await stepped
  assert.deepEqual(weightsOf(session), weightsOf(alone))
  assert.deepEqual([...points[0].at(-1).parameters], weightsOf(alone))
  await session.run({ do: 'set', changes: { 'training.learningRate': 3 } })
  const again = await session.ask('trialFrame', { trial, lane: 0 })
  assert.equal(unpackFrame(again.frame).step, 200)
})

test('a trial that diverges is over, and says so', async (t) => {
  const session = await openSession(t, 'data=diabetes&rate=10&optimizer=sgd&batch=10')
  const trial = await session.ask('beginTrial', { origins: [originOf(session)], until: 100_000, isTogether: true })
  const { lanes } = await finish(session, trial)
  assert.ok(lanes[0].hasDiverged && lanes[0].step < 100_000)
})

test('a trial that is ended gives its networks back, and is asked for in vain', async (t) => {
  const { port, service } = startService()
  const session = await openSession(t, small, port)
  let living = 0
  const { engine } = service.bench
  const create = engine.createTrainer.bind(engine)
  engine.createTrainer = (...given) => {
    const trainer = create(...given)
    const end = trainer.delete.bind(trainer)
    living++
    trainer.delete = () => {
      living--
      end()
    }
    return trainer
  }
  t.after(() => delete engine.createTrainer)
  const order = { origins: [originOf(session), originOf(session)], until: 30, isTogether: true }
  const trial = await session.ask('beginTrial', order)
  await finish(session, trial)
  assert.equal(living, 2)
  await session.ask('endTrial', { trial })
  assert.equal(living, 0)
  await assert.rejects(session.ask('advanceTrial', { trial, milliseconds: 5 }), RangeError)
  for (let i = 0; i < 4; i++)
    await session.ask('advanceTrial', { trial: await session.ask('beginTrial', order), milliseconds: 20 })
  assert.equal(living, 4, 'no more than two at a time')
})

test('how many trainings a trial may have is said', async (t) => {
  const session = await openSession(t, small)
  const origins = Array.from({ length: 21 }, () => originOf(session))
  await assert.rejects(session.ask('beginTrial', { origins, until: 10, isTogether: true }), /from 1 to 20/)
})

test('how long runs have trained is known run by run', async (t) => {
  const session = await openSession(t, small)
  await session.run({ do: 'step', count: 500 })
  await session.run({ do: 'reset' })
  const times = await session.ask('trainingTimes', {})
  assert.equal(times.length, session.log.runs.length)
  assert.ok(times[0] > 0 && times[1] === 0, `${times}`)
  await until(session, ({ isRunning }) => !isRunning)
})
