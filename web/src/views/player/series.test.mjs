import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearest, trace } from './series.ts'

const plot = { px: (x) => x, py: (y) => y }

/** The strokes of a line as text: M for a start, L for a line on. */
function drawn(steps, values, isLog = false) {
  const path = []
  trace(
    { moveTo: (x, y) => path.push(`M${x},${y}`), lineTo: (x, y) => path.push(`L${x},${y}`) },
    plot,
    steps,
    values,
    isLog,
  )
  return path.join(' ')
}

test('the nearest step is found, also beyond both ends', () => {
  const steps = [0, 10, 20, 50]
  assert.deepEqual(
    [-5, 4, 6, 34, 36, 999].map((value) => nearest(steps, value)),
    [0, 0, 1, 2, 3, 3],
  )
})

test('no step is nearest in an empty history, and the only one in a history of one', () => {
  assert.equal(nearest([], 3), -1)
  assert.equal(nearest([7], 3), 0)
})

test('a line breaks where there is no number and goes on after it', () => {
  assert.equal(drawn([0, 1, 2, 3], [5, NaN, 6, 7]), 'M0,5 M2,6 L3,7')
})

test('a diverged cost leaves the line, it does not bend it', () => {
  assert.equal(drawn([0, 1, 2], [1, 2, Infinity]), 'M0,1 L1,2')
})

test('on a logarithmic axis zero has no place', () => {
  assert.equal(drawn([0, 1, 2], [1, 0, 2], true), 'M0,1 M2,2')
})
