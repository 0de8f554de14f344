import assert from 'node:assert/strict'
import { test } from 'node:test'
import { costInNumbers } from './term.ts'

/** The cost of one row with these outputs and targets. */
function written(cost, outputs, targets, activation = 'linear') {
  const layers = [{ units: outputs.length, activation }]
  const isPartner = activation === 'softmax'
  const network = { inputs: 1, layers, cost, isPartner, rows: 1, held: { locked: [], muted: [] } }
  const values = { row: () => ({ target: targets, layers: [{ activation: outputs }] }) }
  const at = { layer: 0, unit: 0, row: 0 }
  return costInNumbers({ network, values, at, write: (value) => value.toFixed(2) })
}

test('a row’s own cost is written out with its numbers, classes as 0 and 1', () => {
  assert.equal(written('mse', [0.73], [1]), '(0.73 − 1)²')
  assert.equal(written('mse', [0.73], [0.5]), '(0.73 − 0.50)²')
  assert.equal(written('mse', [0.73, 0.2], [1, 0]), '((0.73 − 1)² + (0.20 − 0)²) / 2')
  assert.equal(written('quadratic', [2], [4.5]), '(2.00 − 4.50)² / 2')
  assert.equal(written('huber', [2], [4.5]), '|2.00 − 4.50| − 0.5')
  assert.equal(written('huber', [2], [2.5]), '(2.00 − 2.50)² / 2')
  assert.equal(written('binaryCrossEntropy', [0.73], [1]), '−ln(0.73)')
  assert.equal(written('binaryCrossEntropy', [0.73], [0]), '−ln(1 − 0.73)')
  assert.equal(written('binaryCrossEntropy', [0.73], [0.4]), '−(0.40 · ln(0.73) + (1 − 0.40) · ln(1 − 0.73))')
  assert.equal(written('softmaxCrossEntropy', [0.1, 0.7, 0.2], [0, 1, 0], 'softmax'), '−ln(0.70)')
  assert.equal(written('softmaxCrossEntropy', [1, 2], [0, 1]), '−ln(e^2.00 / (e^1.00 + e^2.00))')
})

test('of many outputs only the first are written out', () => {
  const line = written('quadratic', [1, 2, 3, 4, 5], [0, 0, 0, 0, 0])
  assert.equal(line, '((1.00 − 0)² + (2.00 − 0)² + (3.00 − 0)² + …) / 2')
})
