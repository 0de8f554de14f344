import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { flatten, unflatten } from '../../web/src/network/layer-parameters.ts'
import {
  addLayer,
  keepParameters,
  removeLayer,
  removeUnit,
  resizeLayer,
  unchanged,
} from '../../web/src/state/layer-edits.ts'

const inputs = 3
const layers = [
  { units: 4, activation: 'tanh' },
  { units: 2, activation: 'relu' },
  { units: 1, activation: 'sigmoid' },
]
const sameInputs = Array.from({ length: inputs }, (_, unit) => ({ layer: -1, unit }))

/** Parameters that say where they stand: 'old' ones are positive, fresh ones negative, all different. */
function numbered(shape, sign, count = inputs) {
  let value = 0
  return shape.map(({ units }, l) => {
    const width = l ? shape[l - 1].units : count
    return {
      weights: Array.from({ length: units }, () => Array.from({ length: width }, () => sign * ++value)),
      bias: Array.from({ length: units }, () => sign * ++value),
    }
  })
}
const before = numbered(layers, 1)
const keep = ({ layers: next, origins }) => keepParameters(before, numbered(next, -1), origins, sameInputs)

test('an unchanged network keeps every weight', () => {
  assert.deepEqual(keep(unchanged(layers)), before)
})

test('a unit more keeps every old weight and takes fresh ones for its own', () => {
  const [first, second, third] = keep(resizeLayer(layers, 1, 3))
  assert.deepEqual(first, before[0])
  assert.deepEqual(second.weights.slice(0, 2), before[1].weights)
  assert.deepEqual(second.bias.slice(0, 2), before[1].bias)
  assert.ok(second.weights[2].every((weight) => weight < 0) && second.bias[2] < 0)
  assert.deepEqual(third.weights[0].slice(0, 2), before[2].weights[0])
  assert.ok(third.weights[0][2] < 0)
})

test('the unit that is removed takes its row and its column with it, no other', () => {
  const [first, second, third] = keep(removeUnit(layers, 0, 1))
  const without = (list) => list.filter((_, i) => i !== 1)
  assert.deepEqual(first, { weights: without(before[0].weights), bias: without(before[0].bias) })
  assert.deepEqual(second.weights, before[1].weights.map(without))
  assert.deepEqual(second.bias, before[1].bias)
  assert.deepEqual(third, before[2])
})

test('a layer put in between keeps the layers before it and all biases', () => {
  const kept = keep(addLayer(layers, 1))
  assert.deepEqual(kept[0], before[0])
  assert.ok(kept[1].weights.flat().every((weight) => weight < 0))
  assert.ok(kept[2].weights.flat().every((weight) => weight < 0))
  assert.deepEqual(kept[2].bias, before[1].bias)
  assert.deepEqual(kept[3], before[2])
})

test('a layer taken out leaves the others as they are where their units still meet', () => {
  const kept = keep(removeLayer(layers, 1))
  assert.deepEqual(kept[0], before[0])
  assert.ok(kept[1].weights.flat().every((weight) => weight < 0))
  assert.deepEqual(kept[1].bias, before[2].bias)
})

test('an input less takes only its own column', () => {
  const { origins } = unchanged(layers)
  const kept = keepParameters(before, numbered(layers, -1, 2), origins, [sameInputs[0], sameInputs[2]])
  assert.deepEqual(
    kept[0].weights,
    before[0].weights.map(([a, , c]) => [a, c]),
  )
  assert.deepEqual(kept.slice(1), before.slice(1))
})

test('the output layer can neither be removed nor resized, nor a layer be put behind it', () => {
  assert.throws(() => removeLayer(layers, 2), /^RangeError: network\.layers\.2: must be a hidden layer/)
  assert.throws(() => resizeLayer(layers, 2, 5), /must be a hidden layer/)
  assert.throws(() => addLayer(layers, 3), /^RangeError: at: must be a place before the output/)
  for (const at of [-1, 1.5, NaN, '1', undefined]) assert.throws(() => removeLayer(layers, at), RangeError)
  assert.throws(() => removeUnit([{ units: 1, activation: 'tanh' }, layers[2]], 0, 0), /at least one unit/)
})

test('any edit gives parameters of the new shape, each kept one an old one', () => {
  const edits = fc.constantFrom(
    (shape, a) => addLayer(shape, a % shape.length),
    (shape, a) => removeLayer(shape, a % shape.length),
    (shape, a, b) => resizeLayer(shape, a % shape.length, b + 1),
    (shape, a, b) => removeUnit(shape, a % shape.length, b),
  )
  fc.assert(
    fc.property(edits, fc.nat(9), fc.nat(9), (edit, a, b) => {
      let result
      try {
        result = edit(layers, a, b)
      } catch (error) {
        return assert.ok(error instanceof RangeError)
      }
      const kept = keep(result)
      const old = new Set(flatten(before))
      assert.ok(flatten(kept).every((value) => value < 0 || old.has(value)))
      assert.deepEqual(
        kept.map(({ bias }) => bias.length),
        result.layers.map(({ units }) => units),
      )
    }),
  )
})

test('nested and flat parameters are two forms of the same, the flat one in the order of the engine', () => {
  const parameters = [
    {
      weights: [
        [1, 3, 5],
        [2, 4, 6],
      ],
      bias: [7, 8],
    },
    { weights: [[9, 10]], bias: [11] },
  ]
  const shape = [
    { units: 2, activation: 'tanh' },
    { units: 1, activation: 'tanh' },
  ]
  assert.deepEqual([...flatten(parameters)], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  assert.deepEqual(unflatten(flatten(parameters), shape), parameters)
  assert.throws(
    () => unflatten(new Float64Array(10), shape),
    /^RangeError: parameters: must fit the layers, got 10 numbers/,
  )
})
