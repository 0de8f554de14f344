import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pace, stepOf, stepped, stepsOfKey } from './steps.ts'

test('a dial turns in hundredths of its power of ten, and up and down meet', () => {
  assert.deepEqual([0, 0.004, -0.35, 1, 9.5, -42, 2500, NaN].map(stepOf), [0.01, 0.01, 0.01, 0.01, 0.01, 0.1, 10, 0.01])
  assert.equal(stepped(0.1, 1, 0.1), 0.2)
  assert.equal(stepped(0.2, 1, 0.1), 0.3, 'not 0.30000000000000004')
  for (const value of [0.1, -0.35, 1 / 3, 7.77])
    assert.equal(stepped(stepped(value, 1, 0.01), -1, 0.01), Number(value.toPrecision(15)))
  assert.deepEqual(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'a'].map(stepsOfKey), [1, -1, 10, -10, 0])
  assert.deepEqual([{ shiftKey: true }, { altKey: true }, {}].map(pace), [10, 0.1, 1])
})
