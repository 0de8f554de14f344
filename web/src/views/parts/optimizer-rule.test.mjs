import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addedTo, settingsOf } from './optimizer-rule.ts'

const sgd = { name: 'sgd', uses: ['weightDecay'], memory: [], couplesWeightDecay: true }
const adam = {
  name: 'adam',
  uses: ['beta1', 'beta2', 'epsilon', 'weightDecay'],
  memory: ['m', 'v'],
  couplesWeightDecay: true,
}
const training = { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 1e-8, weightDecay: 0, l1: 0, l2: 0 }

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
