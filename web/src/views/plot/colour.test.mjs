import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classStyles, cssOf, divergingTable, markPath, mix, pixel, scaleOf, shadeOf } from './colour.ts'

const [brown, white, teal] = [
  [154, 91, 18],
  [255, 255, 255],
  [1, 102, 94],
]

test('a mix of two colours runs from the one to the other', () => {
  assert.deepEqual(mix(brown, teal, 0), brown)
  assert.deepEqual(mix(brown, teal, 1), teal)
})

test('a pixel reads back as the colour it was made of', () => {
  assert.equal(cssOf(pixel([1, 102, 94])), 'rgb(1 102 94)')
})

test('a diverging table has its pure colours at the ends and nearly none in the middle', () => {
  const table = divergingTable(brown, white, teal)
  assert.equal(table.length, 256)
  assert.equal(cssOf(table[0]), 'rgb(154 91 18)')
  assert.equal(cssOf(table[255]), 'rgb(1 102 94)')
  assert.ok((table[127] & 255) > 240)
})

test('values beyond the scale, and none at all, still have a shade', () => {
  const scale = { low: -1, high: 1 }
  assert.deepEqual(
    [-9, -1, 1, 9].map((value) => shadeOf(value, scale)),
    [0, 0, 255, 255],
  )
  assert.equal(shadeOf(NaN, scale), 0)
})

test('zero is in the middle of every activation scale', () => {
  const scales = [
    [0, 1],
    [-1, 1],
    [0, Infinity],
    [-0.17, Infinity],
    [-Infinity, Infinity],
  ].map((range) => scaleOf(range, [3, -7, NaN, Infinity]))
  for (const { low, high } of scales) assert.equal(low + high, 0)
  assert.deepEqual(
    scales.map(({ high }) => high),
    [1, 1, 7, 7, 7],
  )
})

test('a map of zeros has a scale too', () => {
  const { low, high } = scaleOf([0, Infinity], [0, 0])
  assert.ok(high > low)
})

test('every class has a shape of its own until they repeat', () => {
  const shapes = Array.from({ length: classStyles + 1 }, (_, i) => markPath(i, 4))
  assert.equal(new Set(shapes).size, classStyles)
  assert.equal(shapes[classStyles], shapes[0])
})
