import assert from 'node:assert/strict'
import test from 'node:test'
import { openSession, until, weightsOf } from './session-helper.mjs'

/** When playing stops by itself: see the group stop of the state. */

const start = 'data=circle&layers=4.tanh-1.sigmoid&optimizer=adam&rate=0.05&batch=20'

/** Plays until it stops by itself. */
async function played(session) {
  await session.run({ do: 'play' })
  await until(session, ({ isRunning }) => !isRunning)
  return session
}

/** The ends of epochs, as they come by hand. */
async function epochsOf(t, query, count) {
  const session = await openSession(t, query)
  const ends = []
  for (let i = 0; i < count; i++) {
    await session.run({ do: 'epoch' })
    const { step, cost, testCost, accuracy, testAccuracy } = session.frame
    ends.push({ step, cost, testCost, accuracy, testAccuracy, epochs: i + 1 })
  }
  return ends
}

test('playing stops at the end of the very epoch in which a rule is first met, whatever else is computed', async (t) => {
  const ends = await epochsOf(t, start, 20)
  const at = (i) => ends[i]
  const rules = {
    cost: at(9).cost,
    testCost: at(8).testCost,
    accuracy: at(7).accuracy,
    testAccuracy: at(6).testAccuracy,
    epochs: 5,
  }
  for (const [rule, value] of Object.entries(rules)) {
    const isDown = /ost/.test(rule)
    const first = ends.find((end) => (isDown ? end[rule] <= value : end[rule] >= value))
    for (const speed of [0, 900]) {
      const session = await openSession(t, `${start}&speed=${speed}`)
      assert.ok((await session.run({ do: 'set', changes: { [`stop.${rule}`]: value } })).ok)
      await played(session)
      assert.deepEqual([session.frame.step, session.stopped.rule, session.stopped.value], [first.step, rule, value])
    }
  }
})

test('it stops when the test cost has not come down for so many epochs, and tells the best moment, which can be gone to', async (t) => {
  const query = 'data=circle&noise=0.4&samples=60&layers=8.tanh-8.tanh-1.sigmoid&optimizer=adam&rate=0.1&batch=10'
  const ends = await epochsOf(t, query, 120)
  const session = await openSession(t, `${query}&stopPatience=6`)
  assert.deepEqual(session.state.stop, { patience: 6 })
  await played(session)
  const { rule, best } = session.stopped
  const before = ends.filter(({ step }) => step <= session.frame.step)
  const lowest = before.reduce((a, b) => (b.testCost < a.testCost ? b : a))
  assert.deepEqual([rule, best], ['patience', { step: lowest.step, testCost: lowest.testCost }])
  assert.equal(before.length - before.indexOf(lowest) - 1, 6)
  await session.run({ do: 'goTo', step: best.step })
  assert.equal(session.frame.testCost, best.testCost)
  assert.deepEqual(session.state.stop, { patience: 6 })
})

test('a rule that is met already does not keep one from playing on; steps that are asked for are all taken', async (t) => {
  const session = await openSession(t, `${start}&stopEpochs=3`)
  await played(session)
  const { step } = session.frame
  await session.run({ do: 'step', count: 3 * step })
  assert.equal(session.frame.step, 4 * step)
  await session.run({ do: 'goTo', step: step - 1 })
  await played(session)
  assert.equal(session.frame.step, step)
  await session.run({ do: 'play' })
  await until(session, ({ frame }) => frame.step > 5 * step)
  await session.run({ do: 'pause' })
  assert.equal(session.stopped, null)
})

test('rules are no part of the run: nothing is to be undone, and they stay whatever moment is gone to', async (t) => {
  const session = await openSession(t, start)
  await session.run({ do: 'step', count: 30 })
  const there = weightsOf(session)
  await session.run({ do: 'set', changes: { 'stop.cost': 0.25, 'stop.epochs': 40 } })
  assert.deepEqual([session.edits.undo, weightsOf(session), session.log.isAtEnd], [null, there, true])
  await session.run({ do: 'goTo', step: 3 })
  assert.deepEqual(session.state.stop, { cost: 0.25, epochs: 40 })
  assert.match(session.link(), /stopCost=0\.25&stopEpochs=40/)
  await session.run({ do: 'set', changes: { 'stop.cost': null } })
  assert.doesNotMatch(session.link(), /stopCost/)
  const { ok, message } = await session.run({ do: 'set', changes: { 'stop.epochs': 0 } })
  assert.deepEqual([ok, /^stop\.epochs: must be a whole number/.test(message)], [false, true], message)
})
