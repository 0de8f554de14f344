import assert from 'node:assert/strict'
import { test } from 'node:test'
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
