import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { placeCard, sharedArea } from './place.ts'

const bounds = { x: 0, y: 0, width: 600, height: 400 }
const card = { width: 180, height: 130 }
const neuron = { width: 54, height: 28 }
const placed = (around) => ({ ...card, ...placeCard(card, { points: [], others: [], bounds, ...around }) })

const boxes = fc
  .record({ x: fc.integer({ min: 0, max: 546 }), y: fc.integer({ min: 0, max: 372 }) })
  .map((at) => ({ ...at, ...neuron }))

test('the card never covers what it is about, and stays in the picture', () => {
  fc.assert(
    fc.property(boxes, fc.array(boxes, { maxLength: 20 }), (target, others) => {
      const box = placed({ target, others })
      assert.equal(sharedArea(box, target), 0)
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 600 && box.y + box.height <= 400)
    }),
  )
})

test('the card stands at the side where no other neuron is', () => {
  const target = { x: 280, y: 180, ...neuron }
  const right = { x: 344, y: 60, width: 250, height: 300 }
  const box = placed({ target, others: [right] })
  assert.equal(sharedArea(box, right), 0)
})

test('the card leaves the wires of its neuron in view where it can', () => {
  const target = { x: 280, y: 180, ...neuron }
  const points = Array.from({ length: 20 }, (_, i) => ({ x: 10 + 14 * i, y: 194 }))
  const box = placed({ target, points })
  assert.ok(points.every(({ x, y }) => sharedArea(box, { x, y, width: 1, height: 1 }) === 0))
})

test('the card of a wire covers neither of the neurons that it joins where there is room for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 340 }), fc.integer({ min: 30, max: 340 }), (from, to) => {
      const ends = [
        { x: 60, y: from, ...neuron },
        { x: 480, y: to, ...neuron },
      ]
      const target = { x: 274, y: (from + to) / 2 + 4, width: 52, height: 20 }
      const box = placed({ target, ends })
      for (const end of ends) assert.equal(sharedArea(box, end), 0)
    }),
  )
})

test('without room for both the card stays in the picture', () => {
  const tight = { x: 0, y: 0, width: 190, height: 140 }
  const { x, y } = placed({ target: { x: 60, y: 50, ...neuron }, bounds: tight })
  assert.ok(x >= 0 && y >= 0 && x <= 10 && y <= 10)
})
