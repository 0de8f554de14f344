import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rounded } from './ground.ts'
import { Ink } from './ink.ts'
import {
  missingLevels,
  ownTable,
  trainingRows,
  withClassName,
  withLevels,
  withoutClass,
  withoutRows,
  withRanges,
  withRow,
  withRows,
} from './own-table.ts'
import { sprayed } from './spray.ts'

const flat = (rows) => ({ data: Float64Array.from(rows.flat()), shape: [rows.length, rows[0]?.length ?? 0] })

/** Data of two features and three classes: two training rows, one test row. */
const info = {
  task: 'classes',
  classes: ['a', 'b', 'c'],
  targetName: '',
  targetUnit: '',
  featureNames: ['x1', 'x2'],
  featureUnits: ['cm', ''],
  outputNames: ['a', 'b', 'c'],
  imageSide: 0,
  train: {
    X: flat([
      [1, 2],
      [3, 4],
    ]),
    Y: flat([
      [0, 1, 0],
      [0, 0, 1],
    ]),
  },
  test: { X: flat([[5, 6]]), Y: flat([[1, 0, 0]]) },
}

test('the spray leaves the same points for the same seed, others for another, and none beyond its radius', () => {
  const spray = (seed) => sprayed({ x: 100, y: 50 }, { count: 200, radius: 12, seed })
  assert.deepEqual(spray(7), spray(7))
  assert.notDeepEqual(spray(7), spray(8))
  assert.equal(spray(7).length, 200)
  for (const { x, y } of spray(7)) assert.ok(Math.hypot(x - 100, y - 50) <= 12)
  const [left, above] = [spray(7).filter(({ x }) => x < 100), spray(7).filter(({ y }) => y < 50)]
  for (const side of [left, above]) assert.ok(side.length > 60 && side.length < 140, `${side.length} of 200`)
})

test('data becomes a table of its own: the test rows first, classes by their index', () => {
  const table = ownTable(info, 'class')
  assert.deepEqual(table, {
    inputs: ['x1', 'x2'],
    outputs: ['class'],
    about: { x1: { unit: 'cm' }, class: { levels: ['a', 'b', 'c'] } },
    test: 1,
    rows: [
      [5, 6, 0],
      [1, 2, 1],
      [3, 4, 2],
    ],
  })
})

test('amounts stay what they are, and an output that is called like an input gets another name', () => {
  const numbers = {
    ...info,
    task: 'regression',
    classes: [],
    targetName: 'x1',
    outputUnits: ['kg'],
    outputNames: ['x1'],
    train: { X: flat([[1, 2]]), Y: flat([[0.25]]) },
    test: { X: flat([]), Y: flat([]) },
  }
  const { inputs, outputs, about, rows, test: count } = ownTable(numbers, 'class')
  assert.deepEqual([inputs, outputs, rows, count], [['x1', 'x2'], ["x1'"], [[1, 2, 0.25]], 0])
  assert.deepEqual(about["x1'"], { unit: 'kg' })
})

test('what is drawn joins the training rows; what is erased leaves the set that it was in', () => {
  const table = withRows(ownTable(info, 'class'), [[7, 8, 0]])
  assert.deepEqual(table.rows.at(-1), [7, 8, 0])
  assert.deepEqual([table.test, trainingRows(table)], [1, 3])
  const less = withoutRows(table, new Set([0, 2]))
  assert.deepEqual([less.test, trainingRows(less)], [0, 2])
  assert.deepEqual(less.rows, [
    [1, 2, 1],
    [7, 8, 0],
  ])
  assert.deepEqual(withRow(table, 1, [9, 9, 1]).rows[1], [9, 9, 1])
  assert.equal(table.rows[1][0], 1)
})

test('classes without a point are known, and classes get names of their own', () => {
  const table = withLevels({ ...ownTable(info, 'class'), rows: [[1, 2, 1]] }, ['a', 'rest', 'c', 'd'])
  assert.deepEqual(missingLevels(table, table.about.class.levels), ['a', 'c', 'd'])
  assert.deepEqual(table.about.x1, { unit: 'cm' })
})

test('the plane keeps what is in sight, and grows for a point beyond it', () => {
  const ranges = [
    [0, 10],
    [0, 10],
  ]
  const within = withRanges(ownTable(info, 'class'), ranges)
  assert.deepEqual([within.about.x1.range, within.about.x2.range], ranges)
  const beyond = withRanges(withRows(within, [[-10, 5, 0]]), ranges)
  assert.deepEqual(
    [beyond.about.x1.range, beyond.about.x2.range],
    [
      [-11, 10],
      [0, 10],
    ],
  )
})

test('a drawn number has as many digits as its place tells', () => {
  assert.equal(rounded(0.123456, { low: -1, high: 1 }), 0.123)
  assert.equal(rounded(123.456, { low: 0, high: 5000 }), 123)
  assert.equal(rounded(1.23456e-7, { low: 0, high: 1e-6 }), 1.23e-7)
})

test('an image comes back from the ink as it went in', () => {
  const values = Array.from({ length: 64 }, (_, i) => i % 17)
  assert.deepEqual(new Ink(8, values).values, values)
})

test('a stroke is a pixel and a half thick, dark within, and can be wiped', () => {
  const ink = new Ink(8, new Array(64).fill(0))
  const [from, to] = [
    { x: 0.5625, y: 0.1 },
    { x: 0.5625, y: 0.9 },
  ]
  ink.stroke(from, to)
  const row = ink.values.slice(32, 40)
  assert.equal(row[4], 16)
  assert.equal(row[0] + row[1] + row[2] + row[6] + row[7], 0)
  assert.ok(ink.values.every((value) => Number.isInteger(value) && value >= 0 && value <= 16))
  ink.stroke(from, to, true)
  assert.deepEqual(ink.values, new Array(64).fill(0))
})

test('what is fitted is as high as the image, and in its middle', () => {
  const ink = new Ink(8, new Array(64).fill(0))
  ink.fit()
  assert.deepEqual(ink.values, new Array(64).fill(0))
  ink.stroke({ x: 0.1, y: 0.1 }, { x: 0.1, y: 0.4 })
  ink.fit()
  const rows = Array.from({ length: 8 }, (_, row) => ink.values.slice(8 * row, 8 * row + 8))
  for (const row of rows) assert.ok(Math.max(...row) > 0)
  const columns = [0, 1, 2, 3, 4, 5, 6, 7].map((c) => rows.reduce((sum, row) => sum + row[c], 0))
  assert.equal(columns[0] + columns[7], 0)
  assert.ok(columns[3] > 80 && columns[4] > 80, `${columns}`)
})

test('without a class its rows are gone, also of the test set, and the classes after it move up', () => {
  const table = {
    inputs: ['x'],
    outputs: ['kind'],
    about: { x: { unit: 'cm' }, kind: { levels: ['a', 'b', 'c'] } },
    test: 2,
    rows: [
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 1],
      [5, 2],
      [6, null],
    ],
  }
  assert.deepEqual(withoutClass(table, 1), {
    ...table,
    about: { x: { unit: 'cm' }, kind: { levels: ['a', 'c'] } },
    test: 1,
    rows: [
      [2, 1],
      [3, 0],
      [5, 1],
      [6, null],
    ],
  })
  assert.deepEqual(withClassName(table, 2, 'd').about.kind.levels, ['a', 'b', 'd'])
})
