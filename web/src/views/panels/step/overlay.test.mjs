import assert from 'node:assert/strict'
import { test } from 'node:test'
import { traceValues } from '../../parts/maths/values.ts'
import { overlayOf } from './overlay.ts'
import { stopsOf } from './stops.ts'

test('on the network stand the numbers of the stop and what they are: signals and activations on the way forward, errors passed back and deltas on the way back, changes in the end', () => {
  const trace = {
    layers: [
      { Z: [[0, 0]], activation: [[1, 2]], delta: [[3, 4]], slope: [[1, 1]] },
      { Z: [[0]], activation: [[5]], delta: [[6]], slope: [[1]] },
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
  const [start, first, , cost, enters, back, update] = stopsOf(2).map((stop) =>
    overlayOf(stop, numbersOf(step), 0, [9], 7),
  )
  assert.deepEqual(start.neurons, [{ layer: -1, values: [9], isSigned: false }])
  assert.equal(start.pulse, undefined)
  assert.deepEqual(
    first.neurons.map(({ values }) => values),
    [[9], [1, 2]],
  )
  assert.deepEqual(first.pulse, { layer: 0, direction: 'forward', token: 7 })
  assert.equal(cost.neurons.length, 3)
  assert.equal(back.colour, 'delta')
  assert.deepEqual(
    back.neurons.map(({ values }) => values),
    [[3, 4], [6]],
  )
  assert.deepEqual(back.pulse, { layer: 1, direction: 'backward', token: 7 })
  assert.equal(enters.pulse, undefined)
  assert.deepEqual(update.neurons, [])
  assert.equal(overlayOf(stopsOf(2)[1], numbersOf(step), 0, [9], 0).pulse, undefined)
  const told = ({ wires }) => wires.map(({ layer, row, column, words }) => [layer, row, column, words])
  assert.deepEqual(told(first), [
    [0, 0, 0, '4.50'],
    [0, 1, 0, '−9.00'],
  ])
  assert.equal(enters.wires, undefined, 'the error comes to the output over no wire')
  assert.deepEqual(told(back), [
    [1, 0, 0, '12.0'],
    [1, 0, 1, '1.50'],
  ])
  assert.deepEqual(
    [first, back, update].map(({ names }) => [names.wires, names.neurons]),
    [
      ['weight × activation', 'activation'],
      ['weight × delta', 'delta'],
      ['change', 'activation'],
    ],
  )
  assert.deepEqual(
    update.wires.map(({ layer, row, column, share, words }) => [layer, row, column, share, words]),
    [
      [0, 0, 0, 0.5, '+1.00'],
      [0, 1, 0, 1, '−2.00'],
      [1, 0, 0, 0.25, '+0.50'],
      [1, 0, 1, 0, '0'],
    ],
  )
  assert.equal(overlayOf(stopsOf(2).at(-1), numbersOf({ ...step, isDiverged: true }), 0, [9], 0).wires, undefined)
})
