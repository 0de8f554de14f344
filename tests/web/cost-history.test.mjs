import assert from 'node:assert/strict'
import test from 'node:test'
import { CostHistory } from '../../web/src/run/cost-history.ts'

const moment = (step) => ({ step, cost: 1 / (step + 1), testCost: 2 / (step + 1), accuracy: 0.5, testAccuracy: 0.4 })
const filled = (steps, most) => {
  const history = new CostHistory(undefined, most)
  for (const step of steps) history.add(moment(step))
  return history
}
const range = (count, stride = 1) => Array.from({ length: count }, (_, i) => i * stride)

test('a short history holds every moment', () => {
  assert.deepEqual(filled(range(50)).lists.step, range(50))
})

test('a long history stays short, rises, and keeps its first and newest moment', () => {
  for (const count of [99, 100, 101, 1234, 50_000]) {
    const { step, cost, testCost } = filled(range(count, 7), 100).lists
    assert.ok(step.length < 100 && step.length >= 40, `${step.length} points`)
    assert.deepEqual([step[0], step.at(-1)], [0, (count - 1) * 7])
    assert.ok(step.every((value, i) => i === 0 || value > step[i - 1]))
    step.forEach((value, i) => assert.deepEqual([cost[i], testCost[i]], [moment(value).cost, moment(value).testCost]))
  }
})

test('a long history is spread evenly over its steps', () => {
  const { step } = filled(range(20_000), 100).lists
  const gaps = step.slice(1, -1).map((value, i) => value - step[i])
  assert.ok(Math.max(...gaps) <= 4 * Math.min(...gaps), `gaps from ${Math.min(...gaps)} to ${Math.max(...gaps)}`)
})

test('going back to a step forgets what came after it', () => {
  const history = filled(range(10))
  history.add({ ...moment(4), cost: 99 })
  assert.deepEqual(history.lists.step, [0, 1, 2, 3, 4])
  assert.equal(history.lists.cost[4], 99)
})
