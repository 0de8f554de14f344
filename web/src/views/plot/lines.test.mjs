import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawLine } from './lines.ts'

/** The strokes of a line as text: M for a start, L for a line on. */
function drawn(steps, values, isLog = false) {
  const path = []
  const context = {
    moveTo: (x, y) => path.push(`M${x},${y}`),
    lineTo: (x, y) => path.push(`L${x},${y}`),
    beginPath() {},
    stroke() {},
    setLineDash() {},
  }
  const plot = { context, palette: { css: () => 'red' }, px: (x) => x, py: (y) => y, y: { low: 1, high: 9, isLog } }
  drawLine(plot, { colour: 'cost' }, steps, values)
  return path.join(' ')
}

test('a line breaks where there is no number and goes on after it', () => {
  assert.equal(drawn([0, 1, 2, 3], [5, NaN, 6, 7]), 'M0,5 M2,6 L3,7')
})

test('a diverged cost leaves the line, it does not bend it', () => {
  assert.equal(drawn([0, 1, 2], [1, 2, Infinity]), 'M0,1 L1,2')
})

test('on a logarithmic axis zero has no place', () => {
  assert.equal(drawn([0, 1, 2], [1, 0, 2], true), 'M0,1 M2,2')
})
