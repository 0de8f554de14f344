/** What is said of one quantity, and whether it adds up as it is written. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isExactAsWritten, sentenceOf } from './explained.ts'

/** One neuron of two inputs. */
const explained = ({ weights, bias, Z, input = [0.5, -2], name = 'sum' }, digits = 3) => ({
  network: {
    inputs: 2,
    layers: [{ units: 1, activation: 'leakyRelu' }],
    held: { locked: [], muted: [] },
    rows: 1,
  },
  values: {
    layers: [{ units: 1, inputs: 2, weights, bias: [bias] }],
    row: () => ({ input, layers: [{ Z: [Z], activation: [0.01 * Z] }] }),
  },
  name,
  at: { layer: 0, unit: 0 },
  write: (value) => String(Number(value.toPrecision(digits))).replace('-', '−'),
})

test('a sum is said once in letters and once in numbers', () => {
  const of = explained({ weights: [0.2, 0.3], bias: 0.1, Z: -0.4 })
  assert.equal(sentenceOf(of, { mostTerms: 8 }), 'Z1 = B1 · In1 + B2 · In2 + B0 = 0.2 · 0.5 + 0.3 · (−2) + 0.1 = −0.4')
  assert.ok(isExactAsWritten(of))
})

test('what is rounded where it is written may not add up in the last digit, and is told apart', () => {
  const weights = [1 / 3, 1 / 7]
  const Z = 0.5 / 3 - 2 / 7 + 0.1
  assert.ok(!isExactAsWritten(explained({ weights, bias: 0.1, Z })))
  assert.ok(isExactAsWritten(explained({ weights, bias: 0.1, Z }, 17)))
})

test('of a piecewise activation the numbers show the piece that holds', () => {
  const of = explained({ weights: [0.2, 0.3], bias: 0.1, Z: -0.4, name: 'activation' })
  assert.equal(sentenceOf(of, { mostTerms: 8 }), 'A1 = Z1 if Z1 > 0, else 0.01 · Z1 = 0.01 · (−0.4) = −0.004')
})
