import assert from 'node:assert/strict'
import { test } from 'node:test'
import { largestOf } from '../../plot/scale.ts'
import { frameValues } from '../maths/values.ts'
import { mostOf, orderOf, pageOf, termsBackTo, termsInto, termsOutOf } from './terms.ts'

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
      delta: Float64Array.of(2, -1),
    },
    {
      units: 1,
      inputs: 2,
      weights: Float64Array.of(3, -8),
      bias: Float64Array.of(0),
      activation: Float64Array.of(0.5),
      delta: Float64Array.of(0.5),
    },
  ],
}

/** The frame as the table of quantities finds its numbers. */
const numbersIn = (data = null) => ({
  network: { inputs: 2, layers: frame.layers.map(({ units }) => ({ units })) },
  values: frameValues(frame, data),
})

test('the terms of a neuron are weight times what comes in, from column to row', () => {
  assert.deepEqual(termsInto(numbersIn(), { layer: 0, unit: 1 }), [
    { layer: 0, row: 1, column: 0, weight: 1, value: 2, product: 2 },
    { layer: 0, row: 1, column: 1, weight: 4, value: -3, product: -12 },
  ])
  assert.deepEqual(
    termsInto(numbersIn(), { layer: 1, unit: 0 }).map(({ product }) => product),
    [0.75, -6],
  )
})

test('standardised inputs go in as the network sees them', () => {
  const data = { inputScale: { mean: [1, -1], deviation: [0.5, 4] } }
  assert.deepEqual(
    termsInto(numbersIn(data), { layer: 0, unit: 0 }).map(({ value }) => value),
    [2, -0.5],
  )
})

test('what comes back to a neuron or an input is weight times delta of each neuron of the next layer', () => {
  assert.deepEqual(
    termsBackTo(numbersIn(), { layer: 0, unit: 1 }).map(({ weight, value, product }) => [weight, value, product]),
    [[-8, 0.5, -4]],
  )
  assert.deepEqual(
    termsBackTo(numbersIn(), { layer: -1, unit: 0 }).map(({ value }) => value),
    [2, -1],
  )
  assert.deepEqual(termsBackTo(numbersIn(), { layer: 1, unit: 0 }), [])
})

test('what a neuron hands on leads to every neuron of the next layer, and from the last to none', () => {
  assert.deepEqual(
    termsOutOf(numbersIn(), { layer: -1, unit: 1 }).map(({ row, column, product }) => [row, column, product]),
    [
      [0, 1, 6],
      [1, 1, -12],
    ],
  )
  assert.deepEqual(termsOutOf(numbersIn(), { layer: 1, unit: 0 }), [])
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
