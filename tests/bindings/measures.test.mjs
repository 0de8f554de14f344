import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { loadMeasures } from '../../web/src/measures/measures.ts'

const measures = await loadMeasures(await readFile(new URL('../../web/generated/measures.wasm', import.meta.url)))

test('counts and scores of classes come as they are asked for', () => {
  const confusion = measures.confusion([0, 0, 1, 1, 2], [0, 1, 1, 1, 0], 3)
  assert.deepEqual(confusion, [
    [1, 1, 0],
    [0, 2, 0],
    [1, 0, 0],
  ])
  const [first, second, third] = measures.scores(confusion)
  assert.deepEqual(first, { precision: 0.5, recall: 0.5, f1: 0.5, rows: 2, taken: 2 })
  assert.deepEqual([second.precision, second.recall, second.f1], [2 / 3, 1, 0.8])
  assert.deepEqual([third.precision, third.recall, third.f1], [NaN, 0, 0])
  const macro = measures.macro(confusion)
  assert.equal(macro.accuracy, 3 / 5)
  assert.deepEqual([macro.precision, macro.precisionOf], [(0.5 + 2 / 3) / 2, 2])
  assert.deepEqual([...measures.classes([0.1, 0.9, 0.8, 0.2], 2)], [1, 0])
  assert.deepEqual([...measures.classes([0.1, 0.9], 1, 0.95)], [0, 0])
})

test('a ROC curve has its points, its area and its place at a threshold', () => {
  const roc = measures.roc([1, 0, 1, 0], [0.9, 0.8, 0.8, 0.1])
  assert.deepEqual(roc.thresholds, [Infinity, 0.9, 0.8, 0.1])
  assert.deepEqual(roc.falsePositiveRates, [0, 0, 0.5, 1])
  assert.deepEqual(roc.truePositiveRates, [0, 0.5, 1, 1])
  assert.equal(roc.area, 0.875)
  assert.deepEqual(measures.rates([1, 0, 1, 0], [0.9, 0.8, 0.8, 0.1], 0.5), { truePositive: 1, falsePositive: 0.5 })
  assert.deepEqual(measures.roc([1, 1], [0.2, 0.3]).thresholds, [])
})

test('probabilities are counted in bins', () => {
  const { error, bins } = measures.calibration([1, 0], [0.75, 0.25], 2)
  assert.equal(error, 0.25)
  assert.deepEqual(bins, [
    { low: 0, high: 0.5, count: 1, meanPredicted: 0.25, share: 0 },
    { low: 0.5, high: 1, count: 1, meanPredicted: 0.75, share: 1 },
  ])
})

test('amounts have their errors, and the rows with the largest', () => {
  assert.deepEqual(measures.fit([1, 3], [1, 2]), {
    r2: 0.5,
    meanAbsolute: 0.5,
    rootMeanSquare: Math.SQRT1_2,
    meanResidual: 0.5,
  })
  assert.deepEqual([...measures.residuals([1, 3], [1, 2])], [0, 1])
  assert.deepEqual(measures.worst([0.1, -5, 2], 2), [1, 2])
})

test('numbers of a layer are counted, measured and compared', () => {
  assert.deepEqual(measures.histogram([0, 0.4, 1], 0, 1, 2), [2, 1])
  assert.equal(measures.norm([3, 4]), 5)
  assert.equal(measures.relativeChange([3, 4], [3, 9]), 1)
  assert.equal(measures.within([-1, 0, 1], 0, 1), 2 / 3)
  assert.deepEqual(measures.twins([1, 2, 3, 4, 1, 2], 3, 1e-9), [[0, 2]])
})

test('a band is the median of curves with the middle half or all of them about it', () => {
  const curves = [1, 2, 3, 4, 5].map((cost) => [cost, 10 * cost])
  assert.deepEqual(measures.band(curves, 0.25, 0.75), { low: [2, 20], middle: [3, 30], high: [4, 40] })
  assert.deepEqual(measures.band([...curves, [6]], 0, 1), { low: [1, 10], middle: [3.5, 30], high: [6, 50] })
  assert.deepEqual(measures.band([], 0, 1), { low: [], middle: [], high: [] })
})

test('long lists find room, and what came before is not lost with it', () => {
  const many = Float64Array.from({ length: 400_000 }, (_, i) => i)
  assert.equal(measures.worst(many, 1)[0], many.length - 1)
  assert.deepEqual([...measures.residuals(many.subarray(0, 2), many.subarray(1, 3))], [-1, -1])
})

test('lists that do not belong together are refused, and the next call is as good as any', () => {
  assert.throws(() => measures.residuals([1], [1, 2]), RangeError)
  assert.throws(() => measures.calibration([1], [2], 10), RangeError)
  assert.deepEqual([...measures.residuals([1], [1])], [0])
})
