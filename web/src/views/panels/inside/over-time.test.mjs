import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OverTime } from './over-time.ts'

test('moments are taken down in order; going back forgets what came after', () => {
  const over = new OverTime()
  for (const step of [0, 10, 20]) over.add('a', step, [step, 1], [2, 3])
  over.add('a', 10, [5, 1], [2, 3])
  assert.deepEqual(over.moments.step, [0, 10])
  assert.deepEqual(over.moments.norms, [
    [0, 5],
    [1, 1],
  ])
  assert.deepEqual(over.moments.ratios[1], [3, 3])
})

test('another network begins anew', () => {
  const over = new OverTime()
  over.add('a', 10, [1, 1], [1, 1])
  over.add('b', 0, [2], [3])
  assert.deepEqual(over.moments, { step: [0], norms: [[2]], ratios: [[3]] })
})

test('however long it trains, no more than a few hundred moments are kept, the newest among them', () => {
  const over = new OverTime()
  for (let step = 0; step < 5000; step++) over.add('a', step, [step], [step])
  assert.ok(over.moments.step.length <= 401)
  assert.equal(over.moments.step.at(-1), 4999)
  assert.equal(over.moments.step[0], 0)
})
