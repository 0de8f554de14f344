import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flattenGradient, unitByUnit } from '../../../network/parameter-order.js'
import { addedTo, byChange, memoryOf, settingsOf } from '../../parts/optimizer-rule.js'
import { overlayOf } from './overlay.js'
import { stopsOf } from './stops.js'

const layers = [
  { units: 2, inputs: 3 },
  { units: 1, inputs: 2 },
]
const sgd = { name: 'sgd', uses: ['weightDecay'], memory: [], couplesWeightDecay: true }
const adam = {
  name: 'adam',
  uses: ['beta1', 'beta2', 'epsilon', 'weightDecay'],
  memory: [{ symbol: 'm' }, { symbol: 'v' }],
  couplesWeightDecay: true,
}
const training = { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0, l1: 0, l2: 0 }

test('parameters are read unit by unit, weights then bias, while the engine holds them column by column', () => {
  assert.deepEqual(unitByUnit(layers, 0), [0, 2, 4, 6, 1, 3, 5, 7])
  assert.deepEqual(unitByUnit(layers, 1), [8, 9, 10])
})

test('the gradient of the cost lies as the flat parameters do', () => {
  const gradients = [
    {
      weightGradient: [
        [0, 2, 4],
        [1, 3, 5],
      ],
      biasGradient: [6, 7],
    },
    { weightGradient: [[8, 9]], biasGradient: [10] },
  ]
  assert.deepEqual([...flatGradient(gradients)], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('the parameter that moves most comes first, equal ones in their order', () => {
  assert.deepEqual(byChange([0, 1, 2, 3], Float64Array.of(0, 0, 0, 0), Float64Array.of(1, -3, 1, 2)), [1, 3, 0, 2])
})

test('an optimizer remembers nothing, one number or two of each parameter', () => {
  const [before, after] = [
    { first: [1], second: [2] },
    { first: [3], second: [4] },
  ]
  assert.deepEqual(memoryOf(sgd, before, after), [])
  const unheardOf = { name: 'new', memory: [{ symbol: 'q' }] }
  assert.deepEqual(memoryOf(unheardOf, before, after), [{ symbol: 'q', before: [1], after: [3] }])
  assert.deepEqual(memoryOf(adam, before, after), [
    { symbol: 'm', before: [1], after: [3] },
    { symbol: 'v', before: [2], after: [4] },
  ])
})

test('the rule names the settings it uses, and no weight decay where there is none', () => {
  assert.deepEqual(
    settingsOf(adam, training).map(({ symbol, value }) => symbol + value),
    ['η0.1', 'β₁0.9', 'β₂0.99', 'ε1e-8'],
  )
  assert.deepEqual(
    settingsOf(sgd, { ...training, weightDecay: 0.5 }).map(({ symbol }) => symbol),
    ['η', 'λ'],
  )
})

test('penalties and coupled weight decay belong to the gradient, decay kept apart does not', () => {
  assert.deepEqual(addedTo(sgd, training), [])
  assert.deepEqual(addedTo(sgd, { ...training, l1: 1, l2: 1, weightDecay: 1 }), ['l1', 'l2', 'decay'])
  assert.deepEqual(addedTo({ ...adam, couplesWeightDecay: false }, { ...training, l2: 1, weightDecay: 1 }), ['l2'])
})

test('on the network stand the numbers of the stop: activations on the way forward, deltas on the way back', () => {
  const trace = {
    layers: [
      { activation: [[1, 2]], delta: [[3, 4]], weightGradient: [[0], [0]] },
      { activation: [[5]], delta: [[6]], weightGradient: [[0, 0]] },
    ],
  }
  const next = { trace, before: new Float64Array(7), after: Float64Array.of(1, -2, 9, 9, 0.5, 0, 9) }
  const [start, first, , cost, enters, back, update] = stopsOf(2).map((stop) => overlayOf(stop, next, 0, [9], 7))
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
  assert.equal(overlayOf(stopsOf(2)[1], next, 0, [9], 0).pulse, undefined)
  assert.equal(first.wires, undefined)
  assert.deepEqual(
    update.wires.map(({ layer, row, column, share, words }) => [layer, row, column, share, words]),
    [
      [0, 0, 0, 0.5, '+1.00'],
      [0, 1, 0, 1, '−2.00'],
      [1, 0, 0, 0.25, '+0.50'],
      [1, 0, 1, 0, '0'],
    ],
  )
  assert.equal(overlayOf(stopsOf(2).at(-1), { ...next, isDiverged: true }, 0, [9], 0).wires, undefined)
})
