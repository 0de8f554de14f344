import assert from 'node:assert/strict'
import { test } from 'node:test'
import { betasOf, bySize, halfwayOf, interceptOf } from './betas.ts'

const raw = { inputScale: null, targetScale: null }
const scaled = { inputScale: { mean: [10, -1], deviation: [4, 0.5] }, targetScale: { mean: [150], deviation: [20] } }
const layer = { weights: Float64Array.of(0.8, -1.2), bias: Float64Array.of(0.3) }
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`)

test('where nothing is standardised a beta is its own unit’s', () => {
  for (const { beta, perUnit, odds, oddsPerUnit } of betasOf(raw, layer)) {
    assert.equal(perUnit, beta)
    assert.equal(odds, Math.exp(beta))
    assert.equal(oddsPerUnit, odds)
  }
  assert.equal(interceptOf(raw, layer), 0.3)
})

test('betas and intercept in own units say the same as the network does of standardised numbers', () => {
  const [a, b] = betasOf(scaled, layer)
  for (const [x, y] of [
    [12, 3],
    [-4, 0.5],
    [10, -1],
  ]) {
    const output = 0.3 + (0.8 * (x - 10)) / 4 - (1.2 * (y + 1)) / 0.5
    near(interceptOf(scaled, layer) + a.perUnit * x + b.perUnit * y, output * 20 + 150)
  }
})

test('features stand by the size of their beta, whatever its sign', () => {
  assert.deepEqual(bySize(betasOf(raw, layer)), [1, 0])
})

test('at the halfway point the log-odds are 0', () => {
  const one = { weights: Float64Array.of(1.5), bias: Float64Array.of(-4) }
  near(halfwayOf(raw, one), 4 / 1.5)
  const x = halfwayOf({ inputScale: { mean: [10], deviation: [4] } }, one)
  near(-4 + (1.5 * (x - 10)) / 4, 0)
  assert.ok(Number.isNaN(halfwayOf(raw, { weights: [0], bias: [1] })))
})
