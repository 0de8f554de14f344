import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { reachedAt, startInEpoch, stepByOf, stopAfterKey, stopIndexOf, stopsOf } from './stops.ts'

const names = (layers) => stopsOf(layers).map(({ kind, layer }) => (layer < 0 ? kind : `${kind} ${layer}`))

test('a step goes forward through the layers, to the cost, back through them and to the update', () => {
  assert.deepEqual(names(2), ['start', 'forward 0', 'forward 1', 'cost', 'backward 1', 'backward 0', 'update'])
  assert.deepEqual(names(1), ['start', 'forward 0', 'cost', 'backward 0', 'update'])
})

test('the phases come one after the other, whatever the number of layers', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), (layers) => {
      const phases = stopsOf(layers).map(({ phase }) => phase)
      assert.deepEqual(phases, phases.toSorted())
      assert.deepEqual([...new Set(phases)], [0, 1, 2, 3])
      assert.equal(phases.length, 2 * layers + 3)
    }),
  )
})

test('keys walk along the stops and stay at both ends', () => {
  assert.equal(stopAfterKey('ArrowRight', 3, 7), 4)
  assert.equal(stopAfterKey('ArrowRight', 6, 7), 6)
  assert.equal(stopAfterKey('ArrowLeft', 0, 7), 0)
  assert.equal(stopAfterKey('Home', 5, 7), 0)
  assert.equal(stopAfterKey('End', 5, 7), 6)
  assert.equal(stopAfterKey('a', 5, 7), undefined)
})

test('in another network the reader stays at the same stop, or at the first of its phase', () => {
  const [small, large] = [stopsOf(1), stopsOf(3)]
  assert.equal(large[stopIndexOf(large, small[1])].kind, 'forward')
  assert.equal(stopIndexOf(small, large[2]), 0)
  assert.deepEqual(small[stopIndexOf(small, large[5])], { kind: 'backward', phase: 2, layer: 0 })
  assert.deepEqual(small[stopIndexOf(small, large.at(-1))], small.at(-1))
  assert.equal(stopIndexOf(small, undefined), 0)
})

test('the signal fills the network from the left, the error from the right', () => {
  const reached = stopsOf(2).map((stop) => reachedAt(stop, 2))
  assert.deepEqual(reached, [[-1], [-1, 0], [-1, 0, 1], [-1, 0, 1], [1], [0, 1], [-1, 0, 1]])
})

test('a batch size says how the reader steps', () => {
  assert.deepEqual([0, 1, 2, 32].map(stepByOf), ['epoch', 'sample', 'batch', 'batch'])
})

test('the place in an epoch is a whole number of rows, however the share is rounded', () => {
  assert.deepEqual(startInEpoch(0, 7), { epoch: 1, seen: 0 })
  assert.deepEqual(startInEpoch(2, 7), { epoch: 3, seen: 0 })
  for (let seen = 0; seen < 49; seen++) assert.deepEqual(startInEpoch(5 + seen / 49, 49), { epoch: 6, seen })
})
