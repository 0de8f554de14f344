import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOutput, asSeen, inTargetUnit } from '../../web/src/network/units.ts'
import { classOf, shareOf, verdictOf, verdictsOf } from '../../web/src/network/verdict.ts'

test('one output above a half is the second class', () => {
  assert.deepEqual(
    [[0.2], [0.5], [0.51]].map((outputs) => classOf('binary', outputs)),
    [0, 0, 1],
  )
})

test('of several outputs the largest is the class', () => {
  assert.equal(classOf('classes', [0.1, 0.7, 0.2]), 1)
  assert.equal(classOf('classes', [-3, -2, -9]), 1)
})

test('the two shares of a two-class network add up to one', () => {
  assert.equal(shareOf('binary', [0.25], 1) + shareOf('binary', [0.25], 0), 1)
})

test('a verdict on a class says whether it is right, and how much was missing', () => {
  assert.deepEqual(verdictOf({ task: 'classes' }, [0.25, 0.75, 0], [1, 0, 0]), {
    predicted: 1,
    actual: 0,
    isRight: false,
    miss: 0.75,
  })
  assert.deepEqual(verdictOf({ task: 'binary' }, [0.75], [1]), { predicted: 1, actual: 1, isRight: true, miss: 0.25 })
})

test('a verdict on a number is its distance', () => {
  assert.equal(verdictOf({ task: 'regression', targetScale: null }, [120], [150]).miss, 30)
})

test('a number is predicted in the unit of the target', () => {
  const data = { task: 'regression', targetScale: { mean: [150], deviation: [20] } }
  assert.deepEqual(verdictOf(data, [-0.5], [150]), { predicted: 140, actual: 150, isRight: true, miss: 10 })
})

test('of several numbers each is predicted in its own unit', () => {
  const data = { task: 'regression', targetScale: { mean: [150, 4], deviation: [20, 0.5] } }
  assert.deepEqual(verdictOf(data, [-0.5, 2], [150, 4], 1), { predicted: 5, actual: 4, isRight: true, miss: 1 })
  assert.equal(verdictOf(data, [-0.5, 2], [150, 4]).miss, 10)
})

test('a value of the target and the output that stands for it lead to each other', () => {
  for (const data of [{ targetScale: null }, { targetScale: { mean: [150], deviation: [20] } }]) {
    assert.equal(inTargetUnit(data, asOutput(data, 170)), 170)
  }
})

test('a feature is seen standardised where the data are', () => {
  assert.equal(asSeen({ inputScale: { mean: [0, 40], deviation: [1, 5] } }, 1, 50), 2)
  assert.equal(asSeen({ inputScale: null }, 1, 50), 50)
})

test('every row gets its verdict, and predictions of other data get none', () => {
  const data = { task: 'classes', train: { Y: { data: Float64Array.of(1, 0, 0, 1), shape: [2, 2] } } }
  const verdicts = verdictsOf(data, 'train', Float64Array.of(0.9, 0.1, 0.8, 0.2))
  assert.deepEqual(
    verdicts.map(({ isRight }) => isRight),
    [true, false],
  )
  assert.deepEqual(verdictsOf(data, 'train', Float64Array.of(0.9)), [])
})
