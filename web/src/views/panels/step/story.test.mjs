import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameStep } from './same-step.ts'
import { stopsOf } from './stops.ts'
import { storyOf } from './story.ts'

test('every stop but the first has its line, with the layer’s name and what comes next', () => {
  const lines = stopsOf(2).map((stop) => storyOf(stop, 2, '0.5'))
  assert.equal(lines[0], '')
  assert.match(lines[1], /layer 1 .*Next, they are passed on/)
  assert.match(lines[2], /the output .*Next, the prediction is compared with/)
  assert.match(lines[3], /0\.5/)
  assert.match(lines[4], /the output\..*Next, it is passed back/)
  assert.match(lines[5], /layer 1\..*Next, every parameter/)
  assert.equal(new Set(lines).size, lines.length)
})

test('the next step stays the same however it is looked at, and is another with any weight or setting', () => {
  const seen = (change = {}, weight = 1) => ({
    data: null,
    isRunning: false,
    state: { data: {}, network: {}, training: { batchSize: 1 }, held: {}, view: {}, ...change },
    frame: {
      step: 0,
      epoch: 0,
      hasDiverged: false,
      layers: [{ weights: Float64Array.of(weight), bias: Float64Array.of(0) }],
    },
  })
  assert.ok(isSameStep(seen({ view: { row: 3 } }), seen()))
  assert.ok(!isSameStep(seen({ training: { batchSize: 2 } }), seen()))
  assert.ok(!isSameStep(seen({}, 1.5), seen()))
  assert.ok(!isSameStep({ ...seen(), isRunning: true }, seen()))
  assert.ok(!isSameStep(seen(), null))
})
