import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addedTo, byChange, memoryOf, settingsOf } from './optimizer-rule.ts'

const sgd = { name: 'sgd', uses: ['weightDecay'], memory: [], couplesWeightDecay: true }
const adam = {
  name: 'adam',
  uses: ['beta1', 'beta2', 'epsilon', 'weightDecay'],
  memory: ['m', 'v'],
  couplesWeightDecay: true,
}
const training = { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0, l1: 0, l2: 0 }

test('the parameter that moves most comes first, equal ones in their order', () => {
  assert.deepEqual(byChange([0, 1, 2, 3], Float64Array.of(0, 0, 0, 0), Float64Array.of(1, -3, 1, 2)), [1, 3, 0, 2])
})

test('an optimizer remembers nothing, one number or two of each parameter', () => {
  const [before, after] = [
    { first: [1], second: [2] },
    { first: [3], second: [4] },
  ]
  assert.deepEqual(memoryOf(sgd, before, after), [])
  const unheardOf = { name: 'new', memory: ['q'] }
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
