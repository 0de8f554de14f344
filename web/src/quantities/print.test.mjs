/** How formulas are printed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { activationTrees } from './options/activations.ts'
import { costTrees } from './options/costs.ts'
import { optimizerTrees } from './options/optimizers.ts'
import { lineNotation, plainSymbol, wordsOf } from './plain.ts'
import { print } from './print.ts'
import { formulaOf } from './quantities.ts'
import { letter, minus, negative, number, over, plus, power, square, sum, times } from './tree.ts'

const [a, b, c] = ['a', 'b', 'c'].map(letter)
const letters = lineNotation(
  (leaf) => plainSymbol(leaf),
  (count) => `… ${count} more`,
)
const plain = (tree, options = {}) => wordsOf(print(tree, letters, { mostTerms: 8, ...options }))

const network = {
  inputs: 2,
  layers: [
    { units: 3, activation: 'tanh' },
    { units: 2, activation: 'sigmoid' },
  ],
  cost: 'mse',
  optimizer: 'adam',
  isPartner: false,
  adds: { l1: false, l2: true, weightDecay: false },
  held: { locked: [], muted: [] },
  rows: 4,
}

test('brackets stand where a formula would mean something else without them, and nowhere else', () => {
  assert.equal(plain(times(plus(a, b), c)), '(a + b) · c')
  assert.equal(plain(plus(times(a, b), c)), 'a · b + c')
  assert.equal(plain(minus(a, plus(b, c))), 'a − (b + c)')
  assert.equal(plain(minus(minus(a, b), c)), 'a − b − c')
  assert.equal(plain(over(a, times(b, c))), 'a / (b · c)')
  assert.equal(plain(over(minus(a, b), c)), '(a − b) / c')
  assert.equal(plain(square(minus(a, b))), '(a − b)²')
  assert.equal(plain(negative(plus(a, b))), '−(a + b)')
  assert.equal(plain(power(a, negative(b))), 'a^(−b)')
})

test('sums are written out, and go on where one stands within another', () => {
  const of = (count) => sum('k', count, (k) => times(letter(`w${k}`), letter(`a${k}`)))
  assert.equal(plain(plus(of(2), b)), 'w0 · a0 + w1 · a1 + b')
  assert.equal(plain(of(1)), 'w0 · a0')
  assert.equal(plain(of(5), { mostTerms: 3 }), 'w0 · a0 + w1 · a1 + … 3 more')
})

test('a long sum can have its terms in another order, and says what the others come to', () => {
  const values = [0.1, -5, 2, 0.5]
  const of = sum('k', 4, (unit) => ({ kind: 'quantity', name: 'activation', at: { layer: 0, unit } }))
  const operands = { quantity: (_, { unit }) => values[unit], setting: () => NaN }
  const notation = lineNotation(
    ({ at }) => String(values[at.unit]),
    (count, rest) => `${count} more: ${rest}`,
  )
  const printed = (order) => wordsOf(print(of, notation, { mostTerms: 3, operands, order }))
  assert.equal(printed([1, 2, 3, 0]), '-5 + 2 + 2 more: 0.6')
  assert.equal(printed(), '0.1 + -5 + 2 more: 2.5')
})

test('quantities have the letters of the tutorial', () => {
  const said = (name, at) => plain(formulaOf(network, name, at))
  assert.equal(said('sum', { layer: 0, unit: 1, row: 0 }), 'W1,2 · In1 + W2,2 · In2 + B2')
  assert.equal(said('sum', { layer: 1, unit: 0 }), 'W1,1 · A1 + W2,1 · A2 + W3,1 · A3 + B1')
  assert.equal(said('activation', { layer: 1, unit: 0, row: 0 }), '1 / (1 + e^(−Z1))')
  assert.equal(said('delta', { layer: 1, unit: 0, row: 2 }), 'dC/dA1 · f′(Z1)'.replaceAll('d', '∂'))
  assert.equal(said('arriving', { layer: 0, unit: 2, row: 2 }), 'W3,1 · delta1 + W3,2 · delta2')
  assert.equal(said('rowGradient', { layer: 0, unit: 2, from: 1, row: 2 }), 'delta3 · In2')
  assert.equal(said('usedGradient', { layer: 0, unit: 2, from: 1 }), '∂C/∂W2,3 + L2 · W2,3')
  assert.equal(said('cost', { layer: 1, unit: 0 }), '(C1 + C2 + C3 + C4) / 4')
  assert.equal(
    said('newValue', { layer: 0, unit: 2, from: 1 }),
    'W2,3 − η · (m2,3′ / (1 − β₁^t)) / (√(v2,3′ / (1 − β₂^t)) + ε)',
  )
})

test('the formula of every option is one that people would write', () => {
  const z = letter('z')
  const elementwise = Object.entries(activationTrees).filter(([, trees]) => 'value' in trees)
  assert.deepEqual(Object.fromEntries(elementwise.map(([name, { value }]) => [name, plain(value(z))])), {
    linear: 'z',
    sigmoid: '1 / (1 + e^(−z))',
    tanh: 'tanh(z)',
    relu: 'max(0, z)',
    leakyRelu: 'z if z > 0, else 0.01 · z',
    elu: 'z if z > 0, else e^z − 1',
    softplus: 'ln(1 + e^z)',
    gelu: 'z · Φ(z)',
    silu: 'z / (1 + e^(−z))',
  })
  const outputs = { a: () => a, y: () => letter('y'), count: 1, isPartner: true }
  assert.deepEqual(
    Object.fromEntries(Object.entries(costTrees).map(([name, { row }]) => [name, plain(row(outputs))])),
    {
      mse: '(a − y)²',
      quadratic: '(a − y)² / 2',
      binaryCrossEntropy: '−(y · ln(a) + (1 − y) · ln(1 − a))',
      softmaxCrossEntropy: '−y · ln(a)',
      huber: '(a − y)² / 2 if |a − y| < 1, else |a − y| − 0.5',
    },
  )
  const place = Object.fromEntries(
    ['p', 'g', 'first', 'second', 'newFirst', 'newSecond'].map((name) => [name, letter(name)]),
  )
  assert.equal(plain(optimizerTrees.sgd.newValue(place)), 'p − η · g')
  assert.equal(plain(optimizerTrees.rmsprop.newFirst(place)), 'ρ · first + (1 − ρ) · g²')
  assert.equal(plain(optimizerTrees.adagrad.newValue(place)), 'p − η · g / (√(newFirst) + ε)')
})

test('a number has a minus of its own', () => {
  assert.equal(plain(number(-0.5)), '−0.5')
})

test('parameters of one neuron alone are those of a regression: B0 is its bias, B2 the weight of its second input', () => {
  const at = { layer: 0, unit: 0 }
  const named = (name, from, units = 1) =>
    plainSymbol(
      { kind: 'quantity', name, at: { ...at, from } },
      { layers: [{ units, activation: 'tanh' }], memory: [] },
    )
  assert.deepEqual(
    [named('bias'), named('weight', 1), named('newValue'), named('gradient', 1)],
    ['B0', 'B2', 'B0′', '∂C/∂B2'],
  )
  assert.deepEqual([named('bias', undefined, 2), named('weight', 1, 2)], ['B1', 'W2,1'])
})
