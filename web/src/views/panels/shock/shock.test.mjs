import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movable, movedBy, partsOf, verdictOn } from './parts.ts'
import { offsetsAround } from './plot.ts'

const smooth = {
  slope: 0.3,
  gradient: 0.3,
  slopeError: 1e-12,
  difference: 3e-9,
  tolerance: 1e-6,
  disagreement: 0.003,
  hasCorner: false,
  kinks: [],
}

test('the verdict tells agreement, corners, flat places and lost digits apart', () => {
  assert.equal(verdictOn(smooth, 'float64'), 'agree')
  assert.equal(verdictOn({ ...smooth, difference: 0, disagreement: 0 }, 'float64'), 'exact')
  assert.equal(verdictOn({ ...smooth, difference: 1e-4, tolerance: 1e-2 }, 'float32'), 'single')
  assert.equal(
    verdictOn({ ...smooth, difference: 1e-4, disagreement: 0.9 }, 'float64'),
    'limit',
    'the measurement is no better',
  )
  assert.equal(verdictOn({ ...smooth, difference: 1e-4, disagreement: 100 }, 'float64'), 'differ')
  assert.equal(
    verdictOn({ ...smooth, difference: NaN, disagreement: NaN }, 'float64'),
    'differ',
    'costs that are no numbers agree with nothing',
  )
  const corner = { ...smooth, slope: 0.15, gradient: 0, difference: 1, disagreement: 1e6, hasCorner: true }
  assert.equal(verdictOn({ ...corner, kinks: [{ layer: 0, unit: 1 }] }, 'float64'), 'corner')
  assert.equal(verdictOn(corner, 'float64'), 'sides')
  const flat = { ...smooth, slope: 1e-13, gradient: 0, difference: 1, disagreement: 0.1 }
  assert.equal(verdictOn(flat, 'float64'), 'flat', 'what is measured is rounding')
  assert.equal(
    verdictOn({ ...flat, kinks: [{ layer: 0, unit: 1 }] }, 'float64'),
    'flat',
    'a silent neuron has no corner to show',
  )
})

test('a corner that the measurement does not reach spoils nothing', () => {
  assert.equal(verdictOn({ ...smooth, kinks: [{ layer: 0, unit: 1 }] }, 'float64'), 'agree')
})

test('a relative difference is told as a part of a power of ten, never better than it is', () => {
  assert.equal(partsOf(3e-9), '10⁸')
  assert.equal(partsOf(1e-12), '10¹²')
  assert.equal(partsOf(0.02), '10')
  assert.equal(partsOf(0.7), '1')
})

test('what moved is listed by size, and counted against what could move', () => {
  const changes = [Float64Array.of(0, 0.2), Float64Array.of(-0.5, 0, 0.1)]
  assert.deepEqual(movedBy(changes), [
    { layer: 1, unit: 0, change: -0.5 },
    { layer: 0, unit: 1, change: 0.2 },
    { layer: 1, unit: 2, change: 0.1 },
  ])
  assert.equal(movable(changes, { layer: 0, row: 1, column: 0 }, true), 4)
  assert.equal(movable(changes, { layer: 1, row: 1, bias: true }, true), 1)
  assert.equal(movable(changes, { layer: 1, row: 1, bias: true }, false), 3, 'softmax')
})

test('the curve is drawn about the present value with the nudge well within', () => {
  for (const epsilon of [0.1, -0.8, 3, -25, 0]) {
    const offsets = offsetsAround(epsilon)
    assert.equal(offsets[(offsets.length - 1) / 2], 0)
    assert.ok(epsilon > offsets[0] && epsilon < offsets.at(-1))
  }
})
