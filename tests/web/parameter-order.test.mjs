import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitByUnit } from '../../web/src/network/parameter-order.ts'

const layers = [
  { units: 2, inputs: 3 },
  { units: 1, inputs: 2 },
]

test('parameters are read unit by unit, weights then bias, while the engine holds them column by column', () => {
  assert.deepEqual(unitByUnit(layers, 0), [0, 2, 4, 6, 1, 3, 5, 7])
  assert.deepEqual(unitByUnit(layers, 1), [8, 9, 10])
})
