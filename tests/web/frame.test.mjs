import assert from 'node:assert/strict'
import test from 'node:test'
import { buffersOf, packFrame, unpackFrame } from '../../web/src/session/frame.ts'

const floats = (...numbers) => Float64Array.from(numbers)
const maps = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 0.5)
const frame = () => ({
  step: 3,
  epoch: 0.5,
  cost: 0.1,
  testCost: NaN,
  penalty: 0,
  accuracy: 1,
  testAccuracy: NaN,
  r2: NaN,
  testR2: NaN,
  hasDiverged: true,
  samplesPerSecond: 10,
  stepsPerSecond: 1,
  samples: 1,
  layers: [
    {
      units: 2,
      inputs: 2,
      activationName: 'tanh',
      weights: floats(1, 2, 3, 4),
      bias: floats(5, 6),
      Z: floats(7, 8),
      activation: floats(9, 10),
      delta: floats(11, 12),
      slope: floats(0.5, 0.25),
    },
    {
      units: 1,
      inputs: 2,
      activationName: 'sigmoid',
      weights: floats(13, 14),
      bias: floats(15),
      Z: floats(16),
      activation: floats(17),
      delta: floats(18),
      slope: floats(0.75),
    },
  ],
  input: floats(19, 20),
  target: floats(1),
  costSlope: floats(-0.5),
  maps: {
    resolution: 2,
    extent: [0, 1, 0, 1],
    layers: [[maps.slice(0, 4), maps.slice(4, 8)], [maps.slice(8, 12)]],
    outputResolution: 1,
    outputs: [maps.slice(12)],
    numbers: maps.slice(),
  },
  predictions: { train: floats(0.1, 0.2, 0.3), test: floats() },
  confusion: {
    train: [
      [1, 2],
      [3, 4],
    ],
    test: [
      [0, 0],
      [0, 0],
    ],
  },
})

test('a frame comes out of its buffers as it went in', () => {
  assert.deepEqual(unpackFrame(packFrame(frame())), frame())
})

test('a frame without maps, predictions and classes is a frame too', () => {
  const plain = { ...frame(), maps: null, predictions: null, confusion: null }
  assert.deepEqual(unpackFrame(packFrame(plain)), plain)
})

test('a packed frame survives being transferred', () => {
  const packed = packFrame(frame())
  const received = structuredClone(packed, { transfer: buffersOf(packed) })
  assert.equal(packed.numbers.length, 0, 'given away, not copied')
  assert.deepEqual(unpackFrame(received), frame())
})
