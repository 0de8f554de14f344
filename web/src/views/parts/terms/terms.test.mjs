import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lightOf } from '../../panels/layer/matrix-light.js'
import { largestOf } from '../../plot/scale.js'
import { pace, stepOf, stepped, stepsOfKey } from '../dial/steps.js'
import { mostOf, orderOf, pageOf, sourceName, sumInWords, termsInto, termsOutOf, valuesInto } from './terms.js'

/** Two inputs, two neurons, one output; weights column by column. */
const frame = {
  input: Float64Array.of(2, -3),
  layers: [
    {
      units: 2,
      inputs: 2,
      weights: Float64Array.of(0.5, 1, -2, 4),
      bias: Float64Array.of(0.1, 0.2),
      activation: Float64Array.of(0.25, 0.75),
    },
    {
      units: 1,
      inputs: 2,
      weights: Float64Array.of(3, -8),
      bias: Float64Array.of(0),
      activation: Float64Array.of(0.5),
    },
  ],
}

test('the terms of a neuron are weight times what comes in, from column to row', () => {
  assert.deepEqual(termsInto(frame, null, { layer: 0, unit: 1 }), [
    { layer: 0, row: 1, column: 0, weight: 1, value: 2, product: 2 },
    { layer: 0, row: 1, column: 1, weight: 4, value: -3, product: -12 },
  ])
  assert.deepEqual(
    termsInto(frame, null, { layer: 1, unit: 0 }).map(({ product }) => product),
    [0.75, -6],
  )
})

test('standardised inputs go in as the network sees them', () => {
  const data = { inputScale: { mean: [1, -1], deviation: [0.5, 4] } }
  assert.deepEqual([...valuesInto(frame, data, 0)], [2, -0.5])
  assert.deepEqual([...valuesInto(frame, data, 1)], [0.25, 0.75])
})

test('what a neuron hands on leads to every neuron of the next layer, and from the last to none', () => {
  assert.deepEqual(
    termsOutOf(frame, null, { layer: -1, unit: 1 }).map(({ row, column, product }) => [row, column, product]),
    [
      [0, 1, 6],
      [1, 1, -12],
    ],
  )
  assert.deepEqual(termsOutOf(frame, null, { layer: 1, unit: 0 }), [])
})

test('a page and the sum of the others make up the whole, in either order', () => {
  const terms = [1, -5, 2, 0, 4].map((product, column) => ({
    layer: 0,
    row: 0,
    column,
    weight: product,
    value: 1,
    product,
  }))
  assert.deepEqual(orderOf(terms, 'given'), [0, 1, 2, 3, 4])
  assert.deepEqual(orderOf(terms, 'largest'), [1, 4, 2, 0, 3])
  const { shown, rest, others } = pageOf(terms, orderOf(terms, 'largest'), { first: 2, length: 2 })
  assert.deepEqual(
    shown.map(({ product }) => product),
    [2, 1],
  )
  assert.equal(rest, -1)
  assert.equal(others, 3)
  assert.equal(pageOf(terms, [0, 1, 2, 3, 4], { first: 40, length: 40 }).first, 0)
  assert.equal(mostOf(terms), 5)
  assert.equal(largestOf([0.5, -7, NaN]), 7)
})

test('a sum is put into words once in symbols and once in numbers', () => {
  const terms = termsInto(frame, null, { layer: 1, unit: 0 })
  assert.equal(
    sumInWords(terms, { others: 0, rest: 0, bias: 0.5, Z: -4.75 }, String),
    'Z1 = W1,1 · A1 + W2,1 · A2 + B1 = 3 · 0.25 + -8 · 0.75 + 0.5 = -4.75',
  )
  assert.match(
    sumInWords(terms.slice(0, 1), { others: 1, rest: -6, bias: 0.5, Z: -4.75 }, String),
    /A1 \+ … \+ B1 = .* \+ -6 \+ 0.5/,
  )
  assert.equal(sourceName(0, 3), 'In4')
})

test('a pointed weight lights its cell, and softly what it meets and what it adds to', () => {
  const weight = { layer: 0, row: 1, column: 3 }
  assert.equal(lightOf(weight, 0, 'W', 1, 3), 'lit')
  assert.equal(lightOf(weight, 0, 'W', 3, 1), '')
  assert.equal(lightOf(weight, 0, 'X', 3, 0), 'soft')
  assert.equal(lightOf(weight, 0, 'Z', 1, 0), 'soft')
  assert.equal(lightOf(weight, 0, 'Bias', 1, 0), '')
  assert.equal(lightOf(weight, 1, 'W', 1, 3), '', 'another layer')
})

test('a pointed bias, neuron or source lights its own', () => {
  assert.equal(lightOf({ layer: 0, row: 1, bias: true }, 0, 'Bias', 1, 0), 'lit')
  assert.equal(lightOf({ layer: 0, row: 1, bias: true }, 0, 'W', 1, 0), '')
  assert.equal(lightOf({ layer: 0, unit: 1 }, 0, 'Z', 1, 0), 'lit')
  assert.equal(lightOf({ layer: 0, unit: 1 }, 0, 'W', 1, 2), 'soft')
  assert.equal(lightOf({ layer: 0, unit: 1 }, 1, 'X', 1, 0), 'lit')
  assert.equal(lightOf({ layer: 0, unit: 1 }, 1, 'W', 0, 1), 'soft')
  assert.equal(lightOf({ layer: 0, unit: 1 }, 1, 'Z', 1, 0), '')
  assert.equal(lightOf(null, 0, 'W', 0, 0), '')
})

test('a dial turns in hundredths of its power of ten, and up and down meet', () => {
  assert.deepEqual([0, 0.004, -0.35, 1, 9.5, -42, 2500, NaN].map(stepOf), [0.01, 0.01, 0.01, 0.01, 0.01, 0.1, 10, 0.01])
  assert.equal(stepped(0.1, 1, 0.1), 0.2)
  assert.equal(stepped(0.2, 1, 0.1), 0.3, 'not 0.30000000000000004')
  for (const value of [0.1, -0.35, 1 / 3, 7.77])
    assert.equal(stepped(stepped(value, 1, 0.01), -1, 0.01), Number(value.toPrecision(15)))
  assert.deepEqual(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'a'].map(stepsOfKey), [1, -1, 10, -10, 0])
  assert.deepEqual([{ shiftKey: true }, { altKey: true }, {}].map(pace), [10, 0.1, 1])
})
