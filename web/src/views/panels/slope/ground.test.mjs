import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groundOf, isAbout, isSameGround } from './ground.ts'

const revision = { data: 1, network: 2, training: 3, parameters: 4 }
const [a, b] = [
  { layer: 0, row: 0, column: 0 },
  { layer: 0, row: 0, bias: true },
]
const wanted = { a, b, range: { a: [0, 1], b: [0, 1] }, which: {} }
const session = (weights, { step = 0, training = {}, ...change } = {}) => ({
  isRunning: false,
  revision,
  state: { training: { cost: 'mse', batchSize: 1, shuffle: true, learningRate: 1, ...training }, held: { muted: [] } },
  frame: { step, layers: [{ units: 1, inputs: 2, weights: Float64Array.from(weights), bias: Float64Array.of(0) }] },
  ...change,
})
const isSame = (one, other, details = wanted) => isSameGround(groundOf(one, details), groundOf(other, details))

test('a surface stays while its two parameters alone move, and is another with any other weight, cost or data', () => {
  const before = session([0.5, 2])
  assert.ok(isSame(before, session([0.7, 2])))
  assert.ok(isSame(before, session([0.5, 2], { training: { learningRate: 2 } })))
  assert.ok(!isSame(before, session([0.5, 2.5])))
  assert.ok(!isSame(before, session([0.5, 2], { training: { cost: 'mae' } })))
  assert.ok(!isSame(before, session([0.5, 2], { revision: { ...revision, data: 9 } })))
})

test('that of a batch is another with each step', () => {
  const ofBatch = { ...wanted, which: { isBatch: true } }
  assert.ok(isSame(session([0.5, 2]), session([0.5, 2], { step: 1 })))
  assert.ok(!isSame(session([0.5, 2]), session([0.5, 2], { step: 1 }), ofBatch))
})

test('an answer belongs to it when it is about the frame; while it trains the weights may be of another moment', () => {
  const ground = groundOf(session([0.5, 2]), wanted)
  const later = { ...revision, parameters: 5 }
  assert.ok(isAbout(ground, session([0.5, 2]), revision))
  assert.ok(!isAbout(ground, session([0.5, 2]), later))
  assert.ok(isAbout(ground, session([0.7, 2], { revision: later }), later), 'a step along the surface')
  assert.ok(!isAbout(ground, session([0.5, 3], { revision: later }), later))
  assert.ok(isAbout(ground, session([0.5, 3], { isRunning: true }), later))
  assert.ok(!isAbout(ground, session([0.5, 3], { isRunning: true }), { ...later, training: 6 }))
})
