import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatTight } from '../../text/numbers.ts'
import { biasesOf, columnsOf, layoutGraph } from './layout.ts'
import { placeLabels, wiresOf } from './lines.ts'
import { backOf, boxOf, discsOf, stripesOf, thickness, veilsOf, wordsOf } from './overlay-marks.ts'

const place = (inputs, units, options = {}) =>
  layoutGraph(
    columnsOf(
      inputs,
      units.map((count) => ({ units: count })),
      options,
    ),
    900,
    { hasTile: (layer) => layer >= 0, ...options },
  )
const layout = place(2, [3, 1])

test('the area of a disc goes with the size of its value, over all layers', () => {
  const discs = discsOf(layout, [
    { layer: 0, values: [1, -4, 0] },
    { layer: 1, values: [16] },
  ])
  const area = discs.map(({ r }) => r * r)
  assert.ok(Math.abs(area[1] / area[0] - 4) < 1e-9)
  assert.ok(Math.abs(area[3] / area[1] - 4) < 1e-9)
  assert.deepEqual(
    discs.map(({ isHollow }) => isHollow),
    [false, true, false, false],
  )
})

test('NaN shows nothing, and without sign nothing is hollow', () => {
  const discs = discsOf(layout, [{ layer: 0, values: [NaN, -2, 3], isSigned: false }])
  assert.deepEqual(
    discs.map(({ words }) => words),
    ['−2.00', '3.00'],
  )
  assert.ok(discs.every(({ isHollow }) => !isHollow))
})

test('values of a page that is turned away, or of a layer that is gone, are left out', () => {
  const folded = place(40, [1])
  assert.equal(
    discsOf(folded, [
      { layer: -1, values: new Array(40).fill(1) },
      { layer: 7, values: [1] },
    ]).length,
    10,
  )
})

test('the number of a neuron stands in its own place, and no disc covers it', () => {
  for (const hasTile of [() => false, (layer) => layer >= 0]) {
    const drawn = layoutGraph(columnsOf(2, [{ units: 3 }, { units: 1 }]), 900, { hasTile })
    const discs = discsOf(
      drawn,
      [-1, 0, 1].map((layer) => ({ layer, values: [-0.1234, -0.0088, -5] })),
    )
    assert.equal(discs.length, 6)
    for (const { layer, unit, words, wordsX, wordsY } of discs) {
      const { x, y } = drawn.columns[layer + 1].places[unit]
      assert.equal(wordsX, x)
      assert.equal(wordsY > y, hasTile(layer))
      const back = backOf(words, wordsX, wordsY)
      for (const disc of discs) {
        const gap = Math.max(
          back.x - disc.x - disc.r,
          disc.x - disc.r - back.x - back.width,
          back.y - disc.y - disc.r,
          disc.y - disc.r - back.y - back.height,
        )
        assert.ok(gap >= 0, `${words} and the disc of ${disc.words}: ${gap} px`)
      }
    }
  }
})

test('the ground of a number is wide enough for it, and within a pill for the longest', () => {
  assert.ok(backOf('0.5', 0, 0).width >= 3 * 6.6)
  assert.ok(backOf('−0.0088', 0, 0).width <= 54)
})

test('a picture of inputs gets discs within its pixels, without numbers', () => {
  const discs = discsOf(place(64, [2], { imageSide: 8 }), [{ layer: -1, values: new Array(64).fill(1) }])
  assert.equal(discs.length, 64)
  assert.ok(discs.every(({ words, r }) => words === '' && r <= 10))
})

test('a bar lies on the wire of its parameter only, and no share, no bar', () => {
  const stripes = stripesOf(wiresOf(layout), [
    { layer: 0, row: 2, column: 1, share: 1, words: '0.5' },
    { layer: 1, row: 0, column: 0, share: 0, words: '0' },
    { layer: 0, row: 9, column: 1, share: 1, words: '' },
  ])
  assert.deepEqual(
    stripes.map(({ layer, row, column }) => [layer, row, column]),
    [[0, 2, 1]],
  )
  assert.ok(thickness(1) > thickness(0.5) && thickness(0) > 0)
})

test('few bars have their number beside them, the largest, away from what stands there', () => {
  const wires = wiresOf(place(4, [4, 1])).filter(({ layer }) => layer === 0)
  const stripes = wires.map((wire, i) => ({ ...wire, share: (i + 1) / wires.length, words: String(i) }))
  const words = wordsOf(stripes, [])
  assert.ok(words.length > 0 && words.length <= 6)
  assert.ok(words.every(({ wire }) => Number(wire.words) >= wires.length - 6))
  const taken = words.map(({ x, y }) => ({ x, y }))
  for (const { x, y } of wordsOf(stripes, taken))
    assert.ok(taken.every((other) => Math.abs(other.x - x) >= 52 || Math.abs(other.y - y) >= 18))
})

test('veils lie over every layer not reached and every wire to it, and never over one another', () => {
  assert.equal(veilsOf(layout, [-1, 0, 1]).length, 0)
  const veils = veilsOf(layout, [-1]).sort((a, b) => a.x - b.x)
  assert.equal(veils.length, 4)
  veils.slice(1).forEach((veil, i) => assert.ok(veil.x >= veils[i].x + veils[i].width - 1e-9))
  assert.equal(veilsOf(layout, [0, 1]).length, 2)
})

test('the box of a neuron holds its place; a pixel has none', () => {
  const box = boxOf(layout, { layer: 0, unit: 1 })
  const { x, y } = layout.columns[1].places[1]
  assert.ok(box.x < x && x < box.x + box.width && box.y < y && y < box.y + box.height)
  assert.equal(boxOf(place(64, [2], { imageSide: 8 }), { layer: -1, unit: 3 }), null)
  assert.equal(boxOf(layout, { layer: 5, unit: 0 }), null)
})

test('a number in few characters says something however small it is', () => {
  assert.equal(formatTight(0), '0')
  assert.equal(formatTight(0.008771355), '0.0088')
  assert.equal(formatTight(-0.0381), '−0.038')
  assert.equal(formatTight(-4.386e-4), '−4.4e−4')
  for (const value of [1e-9, -0.0099999, 0.095, -123.4, 1e7])
    assert.ok(formatTight(value).length <= 7, formatTight(value))
})

test('a bias stands before its neuron, and weights keep off it', () => {
  const size = { width: 48, height: 20 }
  const biases = biasesOf(layout, size)
  assert.deepEqual(
    biases.map(({ layer, row }) => [layer, row]),
    [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
    ],
  )
  for (const { layer, row, x } of biases) {
    const { x: neuron } = layout.columns[layer + 1].places[row]
    assert.ok(x + size.width / 2 < neuron)
  }
  for (const label of placeLabels(wiresOf(layout), size, biases)) {
    assert.ok(biases.every(({ x, y }) => Math.abs(label.x - x) >= size.width || Math.abs(label.y - y) >= size.height))
  }
})
