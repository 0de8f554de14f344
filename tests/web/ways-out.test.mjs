import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf } from '../../web/src/views/timeline/outcome.ts'
import { openSession, until } from './session-helper.mjs'

/** What is offered where numbers have grown beyond all bounds. */

const line = (targetOf) => ({
  inputs: ['x'],
  outputs: ['y'],
  rows: Array.from({ length: 80 }, (_, i) => [i / 40 - 1, targetOf(i)]),
})

/** A training that overflows. @returns the last way out */
async function wayOut(t, { table, ...data }, training = {}) {
  const session = await openSession(t)
  const state = {
    data: { name: 'hand', standardize: true, testShare: 0, ...data, table },
    network: { layers: [{ units: 1, activation: 'linear' }] },
    training: { cost: 'mse', optimizer: 'sgd', learningRate: 2.5, batchSize: 0, ...training },
  }
  const { ok, message } = await session.run({ do: 'load', state })
  assert.ok(ok, message)
  await session.run({ do: 'step', count: 2000 })
  assert.ok(session.frame.hasDiverged)
  const { offer, others } = await outcomeOf(session)
  assert.match(offer.label, /^Back to step \d+, cost /)
  const [way] = others
  const before = JSON.stringify(session.state)
  way.act()
  await until(session, () => !session.frame.hasDiverged && JSON.stringify(session.state) !== before)
  return { label: way.label, state: session.state }
}

test('targets that are large are standardised, those of one’s own too', async (t) => {
  const { label, state } = await wayOut(t, { table: line((i) => 1e4 * i), standardize: false })
  assert.match(label, /^Back to step \d+ with standardised data$/)
  assert.deepEqual([state.data.standardize, state.data.standardizeTargets], [true, true])
})

test('the error of a target far from all others is clipped', async (t) => {
  const table = line((i) => (i === 40 ? 1e6 : i))
  const { label, state } = await wayOut(t, { table, standardizeTargets: true })
  assert.match(label, /with the Huber cost/)
  assert.equal(state.training.cost, 'huber')
})

test('where nothing is out of the ordinary the rate is lowered', async (t) => {
  const { label, state } = await wayOut(t, { table: line((i) => i), standardizeTargets: true })
  assert.match(label, /with a learning rate of 0.25$/)
  assert.equal(state.training.learningRate, 0.25)
})
