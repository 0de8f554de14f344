import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber } from '../../web/src/text/numbers.js'

test('a number has as many digits as wanted, also where rounding carries it over a power of ten', () => {
  for (const [value, written] of [
    [0.2983711, '0.2984'],
    [12.4, '12.40'],
    [0, '0.000'],
    [-0.00999999983, '−0.01000'],
    [0.999996, '1.000'],
    [99.9996, '100.0'],
    [99999.6, '1.000e+5'],
    [0.00099999, '0.001000'],
  ])
    assert.equal(formatNumber(value), written)
})

test('what is no number, or beyond all bounds, is told by a sign', () => {
  assert.deepEqual(
    [NaN, Infinity, -Infinity].map((value) => formatNumber(value)),
    ['–', '∞', '−∞'],
  )
})
