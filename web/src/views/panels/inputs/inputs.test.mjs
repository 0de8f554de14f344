import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { extentsOf } from '../../../network/rows.ts'
import { sliderRange, writtenValue } from './range.ts'

test('a slider covers its extent in round steps', () => {
  assert.deepEqual(sliderRange([0.5, 5.5]), { low: 0.5, high: 5.5, step: 0.1 })
  fc.assert(
    fc.property(
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      (low, span) => {
        const range = sliderRange([low, low + span])
        const count = (range.high - range.low) / range.step
        assert.ok(range.low <= low + 1e-3 * range.step && range.high >= low + span - 1e-3 * range.step)
        assert.ok(count > 49 && count < 504, `${count} steps`)
      },
    ),
  )
})

test('a value that never changes still gets a slider about it', () => {
  const { low, high, step } = sliderRange([0.05, 0.05])
  assert.ok(low < 0.05 && high > 0.05 && step > 0)
})

test('a value stands in its field without idle digits', () => {
  assert.equal(writtenValue(0.1 + 0.2, 4), '0.3')
  assert.equal(writtenValue(0.123456789, 9), '0.123456789')
  assert.equal(writtenValue(39.1, 3), '39.1')
})

test('extents are those of each column', () => {
  assert.deepEqual(extentsOf({ data: Float64Array.of(1, 9, 5, -2), shape: [2, 2] }), [
    [1, 5],
    [-2, 9],
  ])
})
