import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceValues } from '../../parts/maths/values.ts'
import { filmOf, momentAt, positionOf, readPlace } from './film.ts'
import { overlayOf } from './overlay.ts'

const trace = {
  layers: [
    { Z: [[0.1, 0.2]], activation: [[1, 2]], delta: [[3, 4]], slope: [[1, 1]], weightGradient: [[0.5], [-2]] },
    { Z: [[0.3]], activation: [[5]], delta: [[6]], slope: [[1]], weightGradient: [[7, -8]] },
  ],
}
const layers = [
  { units: 2, inputs: 1, weights: [0.5, -1], bias: [0, 0] },
  { units: 1, inputs: 2, weights: [2, 0.25], bias: [0] },
]
const step = { after: Float64Array.of(1.5, -3, 9, 9, 2.5, 0.25, 9), isDiverged: false }
const numbersOf = (step) => ({
  network: { inputs: 1, layers },
  values: { ...traceValues({ layers }, { X: [[9]], Y: [[0]], costSlope: [[0]], ...trace }), step },
})
const film = filmOf([2, 1])
const at = (place, of = step) =>
  overlayOf({ ...momentAt(film, positionOf(film, readPlace(place))), numbers: numbersOf(of), sample: 0, input: [9] })
const onNeurons = ({ neurons }) => neurons.map(({ layer, values, symbol }) => [symbol ?? layer, [...values]])
const onWires = ({ wires }) => wires.map(({ layer, row, column, words }) => [layer, row, column, words])

test('forward the signals come neuron by neuron, each adds up to Z, and that becomes the activation', () => {
  const sum = at('forward.1~3')
  assert.deepEqual(onNeurons(sum), [
    [-1, [9]],
    [0, [1, NaN]],
    ['Z', [NaN, 0.2]],
  ])
  assert.deepEqual(onWires(sum), [[0, 1, 0, '−9.00']])
  assert.ok(sum.wires[0].isNegative)
  assert.deepEqual(sum.unit, { layer: 0, unit: 1 })
  assert.deepEqual(at('forward.1~1').waiting, [{ layer: 0, unit: 1 }])
  assert.deepEqual(onNeurons(at('forward.1~4')), [
    [-1, [9]],
    [0, [1, 2]],
  ])
  const rest = at('forward.1')
  assert.deepEqual([rest.waiting, rest.unit], [[], undefined])
  assert.deepEqual(onWires(rest), [
    [0, 0, 0, '4.50'],
    [0, 1, 0, '−9.00'],
  ])
})

test('backward errors come back, add up and become delta; each weight has its wish', () => {
  assert.equal(at('backward.2').wires, undefined, 'the error comes to the output over no wire')
  const arriving = at('backward.1~1')
  assert.deepEqual(onNeurons(arriving), [
    [0, [NaN, NaN]],
    ['Σ', [12, NaN]],
    [1, [6]],
  ])
  assert.deepEqual(onWires(arriving), [[1, 0, 0, '12.0']])
  assert.deepEqual(onWires(at('backward.1')), [
    [1, 0, 0, '12.0'],
    [1, 0, 1, '1.50'],
  ])
  assert.deepEqual(onWires(at('backward.1~6')), [
    [0, 0, 0, '−0.50'],
    [0, 1, 0, '+2.00'],
  ])
  assert.equal(arriving.colour, 'delta')
})

test('wishes go against delta: of the outputs, then of each neuron that they reach, against what reaches it', () => {
  const wishes = (place) => at(place).wishes.map(({ layer, values }) => [layer, [...values]])
  assert.deepEqual(wishes('forward.2'), [])
  assert.deepEqual(wishes('cost'), [[1, [-6]]])
  assert.deepEqual(wishes('backward.1~3'), [
    [1, [-6]],
    [0, [-3, NaN]],
    [0, [NaN, -1.5]],
  ])
  assert.deepEqual(wishes('backward.1'), [
    [1, [-6]],
    [0, [-3, -4]],
  ])
  assert.deepEqual(wishes('update'), [])
})

test('an update begins with all wishes and ends with the changes', () => {
  assert.deepEqual(
    onWires(at('update~1')).map(([, , , words]) => words),
    ['−0.50', '+2.00', '−7.00', '+8.00'],
  )
  const { neurons, wires } = at('update')
  assert.deepEqual(neurons, [])
  assert.deepEqual(
    wires.map(({ layer, row, column, share, words }) => [layer, row, column, share, words]),
    [
      [0, 0, 0, 0.5, '+1.00'],
      [0, 1, 0, 1, '−2.00'],
      [1, 0, 0, 0.25, '+0.50'],
      [1, 0, 1, 0, '0'],
    ],
  )
  assert.equal(at('update', { ...step, isDiverged: true }).wires, undefined)
})

test('within a beat nothing changes but how far something has run', () => {
  for (const { start, end } of film.beats) {
    const shown = [0.2, 0.5, 1].map((share) => {
      const moment = momentAt(film, start + share * (end - start))
      return overlayOf({ ...moment, numbers: numbersOf(step), sample: 0, input: [9] })
    })
    const still = shown.map(({ run, ...rest }) => ({ ...rest, run: run && { ...run, share: 1 } }))
    assert.deepEqual(still[0], still[2])
    assert.deepEqual(still[1], still[2])
    if (shown[2].run) assert.equal(shown[2].run.share, 1)
  }
})
