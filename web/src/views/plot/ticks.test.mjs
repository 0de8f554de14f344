import assert from 'node:assert/strict'
import { test } from 'node:test'
import { share } from './axes.ts'
import { padded } from './padded.ts'
import { linearTicks, logTicks, roundUp } from './ticks.ts'

test('ticks are round numbers inside the axis, written with the same decimals', () => {
  const { values, format } = linearTicks(-0.08, 1.08, 6)
  assert.deepEqual(values, [0, 0.2, 0.4, 0.6, 0.8, 1])
  assert.deepEqual(values.map(format), ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0'])
})

test('negative ticks carry a true minus sign', () => {
  const { values, format } = linearTicks(-6, 6, 4)
  assert.deepEqual(values.map(format), ['−5', '0', '5'])
})

test('there are about as many ticks as asked for, at any magnitude', () => {
  for (const span of [1e-7, 0.003, 0.9, 17, 4321, 9e8]) {
    for (const count of [2, 5, 9]) {
      const { length } = linearTicks(0, span, count).values
      assert.ok(length >= count / 2.5 && length <= count + 2, `${length} ticks for ${count} over ${span}`)
    }
  }
})

test('however short an axis is drawn, two ticks tell its scale', () => {
  for (const [low, high] of [
    [-1.1, 1.1],
    [-0.7, 0.6],
    [0.4, 11.9],
    [-9.9, 9.9],
    [1e6, 1.9e6],
  ]) {
    const { length } = linearTicks(low, high, 2).values
    assert.ok(length >= 2 && length <= 5, `${length} ticks from ${low} to ${high}`)
  }
})

test('an axis without length has one tick', () => {
  assert.deepEqual(linearTicks(3, 3).values, [3])
})

test('a logarithmic axis is marked at powers of ten, and between them when it is short', () => {
  assert.deepEqual(logTicks(0.001, 1000).values, [0.001, 0.01, 0.1, 1, 10, 100, 1000])
  assert.deepEqual(logTicks(0.1, 10).values, [0.1, 0.2, 0.5, 1, 2, 5, 10])
})

test('a very long logarithmic axis skips powers', () => {
  assert.ok(logTicks(1e-30, 1).values.length <= 10)
})

test('rounding up gives a round number that is not smaller, and stays while a value grows a little', () => {
  for (const value of [1e-9, 0.012, 0.69, 1, 1.01, 7.6, 99, 12345]) {
    assert.ok(roundUp(value) >= value * 0.99999)
    assert.ok(roundUp(value) <= value * 2)
  }
  assert.equal(roundUp(1050), roundUp(1400))
})

test('air is left on both sides, and an interval of one value has a length', () => {
  assert.deepEqual(padded([3, 0, NaN, 10], 0.1), { low: -1, high: 11 })
  const { low, high } = padded([4], 0.05)
  assert.ok(low < 4 && high > 4)
  assert.deepEqual(padded([], 0.05), { low: 0, high: 1 })
})

test('every value has a finite place on every axis, however huge or small either is', () => {
  const widest = Object.values(padded([-1e308, 1.7e308], 0.5))
  for (const [low, high] of [[0, 1], [1e20, 1e20], [-1e308, 1e308], [5e-324, 1e-323], widest])
    for (const value of [0, 1, 1e20, -1e308, Infinity, -Infinity, NaN])
      assert.ok(Number.isFinite(share({ low, high, label: '' }, value)), `${value} on ${low} to ${high}`)
  assert.equal(share({ low: 2, high: 6, label: '' }, 3), 0.25)
  assert.equal(share({ low: 1, high: 100, label: '', isLog: true }, 10), 0.5)
})

test('ticks of any size take few characters, are told apart and read back', () => {
  for (const [low, high] of [
    [-1e5, 1e6],
    [0, 3.2e6],
    [-4e159, 4.4e160],
    [1e-300, 9e-300],
    [-3e-7, 2e-7],
    [0, 99_000],
  ]) {
    const { values, format } = linearTicks(low, high, 8)
    const words = values.map(format)
    assert.ok(values.length >= 3 && new Set(words).size === words.length, words.join(' '))
    for (const [i, word] of words.entries()) {
      assert.ok(word.length <= 9, word)
      assert.equal(Number(word.replaceAll('−', '-').replaceAll(',', '')), values[i])
    }
  }
})
