import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalog } from '../../../../../tests/web/session-helper.mjs'
import { termName } from '../../parts/cost-term/cost-term.js'
import { orderOf } from './order.js'
import { sentences } from './sentences.js'

test('rows stand as given, the worst first or the best first; equals keep their order', () => {
  const costs = Float64Array.of(0.2, 3, 0.1, 3)
  assert.deepEqual(orderOf(costs, 4, 'given'), [0, 1, 2, 3])
  assert.deepEqual(orderOf(costs, 4, 'worst'), [1, 3, 0, 2])
  assert.deepEqual(orderOf(costs, 4, 'best'), [2, 0, 1, 3])
})

test('rows whose cost is not known yet, or no number, come last', () => {
  assert.deepEqual(orderOf(Float64Array.of(NaN, 1, 2), 4, 'worst'), [2, 1, 0, 3])
  assert.deepEqual(orderOf([], 3, 'best'), [0, 1, 2])
})

test('every cost of the engine has a term of its own for every task', () => {
  for (const { name } of catalog.costs) {
    for (const task of ['binary', 'classes', 'regression']) {
      for (const outputs of [1, 3]) {
        const word = termName({ cost: name, task, outputs, activation: 'sigmoid' })
        assert.ok(sentences[word], word)
        assert.notEqual(word, 'other', name)
      }
    }
  }
})

test('the surprise about a class is of its output only where that is a share', () => {
  const network = { cost: 'softmaxCrossEntropy', task: 'classes', outputs: 3 }
  assert.equal(termName({ ...network, activation: 'softmax' }), 'softmaxCrossEntropy')
  assert.equal(termName({ ...network, activation: 'linear' }), 'softmaxCrossEntropyMany')
})

test('a cost that is a mean over the outputs is called one, where there are several', () => {
  for (const { name, isMeanOverOutputs } of catalog.costs) {
    const [one, many] = [1, 3].map(
      (outputs) => sentences[termName({ cost: name, task: 'regression', outputs, activation: 'sigmoid' })],
    )
    assert.equal(/mean/.test(many), isMeanOverOutputs, many)
    assert.doesNotMatch(one, /mean/)
  }
})
