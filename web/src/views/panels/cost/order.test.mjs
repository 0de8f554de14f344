import assert from 'node:assert/strict'
import { test } from 'node:test'
import { orderOf } from './order.ts'

test('rows stand as given, the worst first or the best first; equals keep their order', () => {
  const costs = Float64Array.of(0.2, 3, 0.1, 3)
  assert.deepEqual(orderOf(costs, 4, 'given'), [0, 1, 2, 3])
  assert.deepEqual(orderOf(costs, 4, 'worst'), [1, 3, 0, 2])
  assert.deepEqual(orderOf(costs, 4, 'best'), [2, 0, 1, 3])
})

test('rows whose cost is not known yet, or no number, come last', () => {
  assert.deepEqual(orderOf(Float64Array.of(NaN, 1, 2), 4, 'worst'), [2, 1, 0, 3])
  assert.deepEqual(orderOf([], 3, 'best'), [0, 1, 2])
})
