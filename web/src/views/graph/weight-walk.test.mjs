import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstWeight, nextWeight } from './weight-walk.ts'

const layers = [
  { units: 3, inputs: 2 },
  { units: 2, inputs: 3 },
]

test('one arrow key leads over every weight and bias of the network, and the other all the way back', () => {
  const way = [firstWeight({ layer: 0, unit: 0 })]
  for (let next; (next = nextWeight(layers, way.at(-1), 'ArrowDown')); ) way.push(next)
  assert.equal(way.length, 3 * (2 + 1) + 2 * (3 + 1))
  assert.equal(new Set(way.map((one) => JSON.stringify(one))).size, way.length)
  const back = [way.at(-1)]
  for (let next; (next = nextWeight(layers, back.at(-1), 'ArrowLeft')); ) back.push(next)
  assert.deepEqual(back, way.toReversed())
})

test('Home and End lead to the first weight of a neuron and to its bias, other keys nowhere', () => {
  const at = { layer: 1, row: 1, column: 1 }
  assert.deepEqual(nextWeight(layers, at, 'Home'), { layer: 1, row: 1, column: 0 })
  assert.deepEqual(nextWeight(layers, at, 'End'), { layer: 1, row: 1, bias: true })
  assert.equal(nextWeight(layers, at, 'x'), null)
})

test('the way of an input begins at the first weight that leads away from it', () => {
  assert.deepEqual(firstWeight({ layer: -1, unit: 1 }), { layer: 0, row: 0, column: 1 })
})
