import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalog } from '../../../../../tests/web/session-helper.mjs'
import { termName } from './cost-term.ts'
import { sentences } from './sentences.ts'

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
