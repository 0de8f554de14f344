import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termInNumbers } from './term.ts'

const written = (name, outputs, targets) =>
  termInNumbers(name, { outputs, targets, write: (value) => value.toFixed(2) })

test('a row’s own cost is written out with its numbers, classes as 0 and 1', () => {
  assert.equal(written('mse', [0.73], [1]), '(0.73 − 1)²')
  assert.equal(written('mse', [0.73], [0.5]), '(0.73 − 0.50)²')
  assert.equal(written('mseMany', [0.73, 0.2], [1, 0]), '((0.73 − 1)² + (0.20 − 0)²) / 2')
  assert.equal(written('quadratic', [2], [4.5]), '½ (2.00 − 4.50)²')
  assert.equal(written('huber', [2], [4.5]), 'Huber(2.00 − 4.50)')
  assert.equal(written('binaryCrossEntropy', [0.73], [1]), '−ln(0.73)')
  assert.equal(written('binaryCrossEntropy', [0.73], [0]), '−ln(1 − 0.73)')
  assert.equal(written('softmaxCrossEntropy', [0.1, 0.7, 0.2], [0, 1, 0]), '−ln(0.70)')
})

test('of many outputs only the first are written out, and a cost it does not know stays in words', () => {
  assert.equal(written('quadraticMany', [1, 2, 3, 4], [0, 0, 0, 0]), '½ ((1.00 − 0)² + (2.00 − 0)² + (3.00 − 0)² + …)')
  assert.equal(written('other', [1], [1]), '')
})
