import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lightOf } from './matrix-light.ts'

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
