import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatNumber, formatShare, formatShort } from '../../web/src/text/numbers.ts'

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

/** A number read by a reader who knows the real minus. @param {string} written */
const read = (written) => Number(written.replaceAll('−', '-').replaceAll(',', ''))
/** Every finite number but 0, tiny, plain and huge ones alike. */
const numbers = fc
  .oneof(fc.double({ noNaN: true, min: -1e308, max: 1e308 }), fc.double({ noNaN: true, min: -10, max: 10 }))
  .filter((value) => value !== 0)

test('a number in few characters has at most seven, keeps its sign, and only 0 reads as 0', () => {
  fc.assert(
    fc.property(numbers, (value) => {
      const written = formatShort(value)
      assert.ok(written.length <= 7, `${value} is ${written}`)
      assert.equal(Math.sign(read(written)), Math.sign(value), `${value} is ${written}`)
      assert.ok(Math.abs(read(written) / value - 1) < 0.51, `${value} is ${written}`)
    }),
    { numRuns: 5000 },
  )
  for (const [value, written] of [
    [0, '0.00'],
    [-0, '0.00'],
    [0.0034567, '0.0035'],
    [3.5e-6, '3.5e−6'],
    [-0.00096, '−9.6e−4'],
    [-0.000996, '−0.0010'],
    [-3.5e-12, '−4e−12'],
    [9.6e-10, '1.0e−9'],
    [5e-324, '5e−324'],
    [-1e160, '−1e160'],
    [0.999, '1.00'],
    [-0.053, '−0.05'],
    [99949.6, '99950'],
    [2123456, '2.1e6'],
    [NaN, '–'],
    [-Infinity, '−∞'],
  ])
    assert.equal(formatShort(value), written)
})

test('a number with digits never reads as 0 either, and reads back to what it is', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 3, max: 15 }), (value, digits) => {
      const back = read(formatNumber(value, digits))
      assert.ok(back === value || Math.abs(back / value - 1) < 10 ** (1 - digits), `${value} is ${back}`)
    }),
  )
  assert.equal(formatNumber(-0), '0.000')
})

test('only no share at all reads as 0.0%, only the whole as 100.0%', () => {
  for (const [share, written] of [
    [0, '0.0%'],
    [-0, '0.0%'],
    [1e-9, '<\u00a00.1%'],
    [0.0005, '0.1%'],
    [0.5, '50.0%'],
    [0.99951, '>\u00a099.9%'],
    [1, '100.0%'],
    [NaN, '–'],
  ])
    assert.equal(formatShare(share), written)
})
