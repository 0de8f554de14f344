import assert from 'node:assert/strict'
import { test } from 'node:test'
import { warningsOf } from './warnings.ts'

/** What is warned of: numbers in, warnings out. */

const unit = (zero = 0, ends = 0) => ({ zero, ends })
const layer = (gradientNorm = 1, units = [unit(), unit()], twins = []) => ({ gradientNorm, units, twins })

/** A network of two hidden layers in which all is well; each test says what is not. */
const facts = (change = {}) => ({
  layers: [layer(), layer(), layer()],
  history: { step: [0, 10, 20], cost: [1, 0.5, 0.2] },
  epoch: 20,
  finding: 'paused',
  isMuted: () => false,
  ...change,
})
const kinds = (change) => warningsOf(facts(change)).map(({ kind }) => kind)
const told = (change) => warningsOf(facts(change)).map(({ kind, layer, units }) => [kind, layer, units])
const curve = (cost) => ({ history: { step: cost.map((_, i) => 10 * i), cost } })

test('where all is well nothing is warned of', () => {
  assert.deepEqual(kinds(), [])
})

test('a neuron that puts out 0 for every row is dead, unless it is switched off; of outputs nothing is said', () => {
  const layers = [layer(1, [unit(), unit(1)]), layer(), layer(1, [unit(1)])]
  assert.deepEqual(told({ layers }), [['dead', 0, [1]]])
  assert.deepEqual(told({ layers, isMuted: (l, u) => l === 0 && u === 1 }), [])
  assert.deepEqual(told({ layers: [layer(1, [unit(0.99)]), layer(), layer()] }), [])
})

test('a neuron at the end of its range for nine rows in ten is saturated; an output may be', () => {
  assert.deepEqual(told({ layers: [layer(), layer(1, [unit(0, 0.9), unit(0, 0.89)]), layer(1, [unit(0, 1)])] }), [
    ['saturated', 1, [0]],
  ])
})

test('all neurons of the same weights are named, each once', () => {
  const twins = [
    [0, 2],
    [0, 3],
  ]
  assert.deepEqual(told({ layers: [layer(1, [unit(), unit(), unit(), unit()], twins), layer()] }), [
    ['twins', 0, [0, 2, 3]],
  ])
})

test('a gradient vanishes when it shrinks layer by layer to a hundredth, over two hidden layers or more', () => {
  const norms = (...list) => ({ layers: list.map((norm) => layer(norm)) })
  assert.deepEqual(kinds(norms(0.0009, 0.01, 0.1)), ['vanishing'])
  assert.deepEqual(kinds(norms(0.0011, 0.01, 0.1)), [])
  assert.deepEqual(kinds(norms(0.0001, 1)), [])
  assert.deepEqual(kinds(norms(0.0001, 1, 0.1)), [], 'it grows on the way')
  assert.deepEqual(kinds(norms(0, 0, 0)), [], 'nothing is left to learn')
  assert.equal(warningsOf(facts(norms(0.0005, 0.01, 0.1)))[0].value, 0.005)
})

test('a plateau is a cost that has hardly changed for a quarter of the training', () => {
  const flat = Array.from({ length: 60 }, (_, i) => (i < 20 ? 1 - i / 40 : 0.5))
  const [warning] = warningsOf(facts(curve(flat)))
  assert.deepEqual([warning.kind, warning.value, warning.step], ['plateau', 0.5, 450])
  assert.deepEqual(kinds(curve(flat.map((cost, i) => cost - i / 1000))), [], 'it still falls')
  assert.deepEqual(kinds(curve(flat.map((cost, i) => (i < 30 ? cost : 0.01)))), [], 'it has come down')
  assert.deepEqual(kinds({ ...curve(flat), epoch: 9 }), [], 'it is too early to tell')
})

test('a training that is where it began is stuck, as the story says too', () => {
  assert.deepEqual(kinds({ finding: 'stuck' }), ['stuck'])
})
