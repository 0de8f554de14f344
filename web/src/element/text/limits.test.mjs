import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refusalOf } from '../../network/refuse.ts'
import { onStep, readTold, within } from './limits.ts'

const none = { min: null, max: null, step: null }
const limits = { min: '-2', max: '2', step: '0.1' }

test('changes with values are made at a press; one without a value is dragged between limits', () => {
  assert.equal(readTold('1.W1,1=0.5; 1.B2=0', none).limits, null)
  assert.deepEqual(readTold('1.W1,1', limits).limits, { min: -2, max: 2, step: 0.1 })
  assert.deepEqual(readTold('rate', { ...none, min: '0', max: '5' }).limits, { min: 0, max: 5, step: 0.05 })
})

test('what fits neither is refused', () => {
  for (const [changes, given] of [
    ['1.W1,1', none],
    ['1.W1,1', { ...none, min: '0' }],
    ['1.W1,1; 1.B1', limits],
    ['1.W1,1; 1.B1=2', limits],
    ['1.W1,1', { ...limits, max: '-2' }],
    ['1.W1,1', { ...limits, step: '0' }],
    ['1.W1,1', { ...limits, step: '5' }],
    ['1.W1,1', { ...limits, min: 'low' }],
  ])
    assert.throws(
      () => readTold(changes, given),
      (error) => refusalOf(error) !== null,
      `${changes} ${JSON.stringify(given)}`,
    )
})

test('a number on a step is within the limits, nearest of all, and short to write', () => {
  const told = { min: -2, max: 2, step: 0.1 }
  assert.deepEqual(
    [0.26, 0.3000000004, 7, -7, NaN, Infinity].map((value) => onStep(value, told)),
    [0.3, 0.3, 2, -2, 0, 2],
  )
  assert.equal(onStep(1, { min: 0, max: 1, step: 0.3 }), 0.9)
  fc.assert(
    fc.property(fc.double(), (value) => {
      const number = onStep(value, told)
      assert.ok(number >= told.min && number <= told.max)
      assert.ok(Math.abs(number - within(value, told)) <= 0.05 + 1e-9)
      assert.ok(String(number).length <= 4)
    }),
  )
})
