import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import test from 'node:test'
import { buildTable } from '../../web/data/build-tables.mjs'
import { prepare } from '../../web/src/data/prepare.ts'
import { tables } from '../../web/src/data/tables.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { border, catalog, engine, stored } from './session-helper.mjs'

const prepared = (name, changes = {}) =>
  prepare(engine, { ...presetState(catalog, name, changes.target).data, ...changes }, buildTable, border.rows)
const column = ({ data, shape: [rows, columns] }, c) => Array.from({ length: rows }, (_, r) => data[r * columns + c])
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviation = (values) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`)

test('every csv has a card and is listed, and nothing else is', async () => {
  const files = await readdir(new URL('../../web/data/', import.meta.url))
  const csv = files
    .filter((file) => file.endsWith('.csv'))
    .map((file) => file.slice(0, -4))
    .sort()
  assert.deepEqual(csv, tables.map(({ name }) => name).sort())
  assert.deepEqual(
    files
      .filter((file) => file.endsWith('.card.json'))
      .map((file) => file.slice(0, -10))
      .sort(),
    csv,
  )
})

for (const { name, rows, features, classes, targets } of tables) {
  test(`${name} is what its entry and its card say`, async () => {
    const { card, columns } = await buildTable(name)
    for (const fact of ['title', 'about', 'source', 'citation', 'licence']) assert.ok(card[fact].length > 3, fact)
    assert.equal(typeof card.care, 'string')
    assert.deepEqual(
      Object.keys(card.units),
      columns.map((one) => one.name),
    )
    assert.equal(columns[0].values.length, rows)
    for (const { name: target, task, outputs } of targets) {
      const { info, train } = await prepared(name, { target })
      assert.equal(info.targetName, target)
      assert.equal(info.task, task)
      assert.equal(info.outputNames.length, outputs)
      assert.equal(train.Y.shape[1], outputs)
      assert.equal(info.train.X.shape[0] + info.test.X.shape[0] + info.dropped, rows)
    }
    const { info } = await prepared(name)
    assert.equal(info.featureNames.length, features)
    assert.equal(info.classes.length, classes)
  })
}

test('the medical tables say what they are for', async () => {
  for (const name of ['breast-cancer', 'diabetes']) {
    const { card } = await buildTable(name)
    assert.match(card.care, /patient records/)
    assert.match(card.care, /judge anybody’s health/)
  }
})

test('no table holds the engineered feature of the Boston houses', async () => {
  const texts = await Promise.all(
    tables.map(({ name }) => readFile(new URL(`../../web/data/${name}.csv`, import.meta.url), 'utf8')),
  )
  assert.ok(texts.every((text) => !/\bLSTAT\b/i.test(text)))
})

test('what the network sees is standardised by the training rows alone', async () => {
  const { info, train, test: held } = await prepared('wine')
  for (let c = 0; c < info.featureNames.length; c++) {
    const raw = column(info.train.X, c)
    near(info.inputScale.mean[c], mean(raw))
    near(info.inputScale.deviation[c], deviation(raw))
    near(mean(column(train.X, c)), 0)
    near(deviation(column(train.X, c)), 1)
    column(held.X, c).forEach((value, r) => near(value, (column(info.test.X, c)[r] - mean(raw)) / deviation(raw)))
  }
  assert.ok(Math.abs(mean(column(held.X, 0))) > 1e-6, 'the test set has its own mean')
})

test('nothing of the test rows leaks into the training rows', async () => {
  const table = await buildTable('iris')
  const withFirstColumn = (values) => async () => ({
    ...table,
    columns: table.columns.map((one, c) => (c ? one : { ...one, values })),
  })
  const { data } = presetState(catalog, 'iris')
  const numbers = table.columns[0].values.map((_, row) => row)
  const before = await prepare(engine, data, withFirstColumn(numbers), border.rows)
  const held = new Set(column(before.info.test.X, 0))
  assert.ok(held.size > 10)
  const after = await prepare(
    engine,
    data,
    withFirstColumn(numbers.map((row) => (held.has(row) ? 1e6 + row : row))),
    border.rows,
  )
  assert.deepEqual(after.train, before.train)
  assert.deepEqual(after.info.inputScale, before.info.inputScale)
})

test('a regression target of a table is scaled with the inputs and can be scaled back', async () => {
  const { info, train } = await prepared('diabetes')
  near(mean(train.Y.data), 0)
  near(deviation(train.Y.data), 1)
  train.Y.data.forEach((value, r) =>
    near(value * info.targetScale.deviation[0] + info.targetScale.mean[0], info.train.Y.data[r]),
  )
  const raw = await prepared('diabetes', { standardize: false })
  assert.deepEqual([raw.info.inputScale, raw.info.targetScale], [null, null])
  assert.deepEqual(raw.train, raw.info.train)
})

test('what was entered by hand to be predicted stays as it was entered, 0 and 1, while the inputs are standardised', async () => {
  const table = {
    inputs: ['x'],
    outputs: ['y'],
    rows: [
      [1, 0],
      [2, 1],
      [6, 1],
    ],
  }
  const { info, train } = await prepared('hand', { standardize: true, table: stored(table) })
  assert.equal(info.targetScale, null)
  assert.deepEqual([...train.Y.data].sort(), [0, 1, 1])
  near(mean(train.X.data), 0)
  near(deviation(train.X.data), 1)
})

test('rows with a missing value are left out and counted', async () => {
  assert.equal((await prepared('penguins')).info.dropped, 2)
  assert.equal((await prepared('penguins', { target: 'sex' })).info.dropped, 11)
})

test('categories become one input a class when they are chosen, and are left out otherwise', async () => {
  const plain = await prepared('penguins')
  assert.deepEqual(plain.info.featureNames, ['bill length', 'bill depth', 'flipper length', 'body mass'])
  const { info } = await prepared('penguins', { features: ['bill length', 'island', 'sex', 'year'] })
  assert.deepEqual(info.featureNames, [
    'island = Biscoe',
    'island = Dream',
    'island = Torgersen',
    'bill length',
    'sex = male',
    'year',
  ])
  const islands = [...Array(info.train.X.shape[0]).keys()].map((r) => {
    const at = r * info.featureNames.length + info.featureNames.indexOf('island = Biscoe')
    return info.train.X.data[at] + info.train.X.data[at + 1] + info.train.X.data[at + 2]
  })
  assert.ok(islands.every((sum) => sum === 1))
  assert.deepEqual(
    info.columns
      .filter(({ isUsed }) => isUsed)
      .map(({ name }) => name)
      .sort(),
    ['bill length', 'island', 'sex', 'year'],
  )
})

test('the target is never a feature', async () => {
  const { info } = await prepared('penguins', { target: 'body mass' })
  assert.deepEqual(info.featureNames, ['bill length', 'bill depth', 'flipper length'])
  await assert.rejects(
    prepared('penguins', { target: 'body mass', features: ['body mass'] }),
    /^RangeError: data\.features: must be among/,
  )
})

test('columns that are not there are refused', async () => {
  await assert.rejects(
    prepared('iris', { features: ['petal length', 'soul'] }),
    /data\.features: must be among .*, got soul$/,
  )
})

test('the positive class of two stands second, and is the output', async () => {
  const { info } = await prepared('breast-cancer')
  assert.deepEqual([info.classes, info.outputNames], [['benign', 'malignant'], ['malignant']])
  const all = [...info.train.Y.data, ...info.test.Y.data]
  assert.equal(all.filter((value) => value === 1).length, 212)
})

test('digits are pictures only while all pixels are in use', async () => {
  assert.equal((await prepared('digits')).info.imageSide, 8)
  assert.equal((await prepared('digits', { features: ['pixel 0,0', 'pixel 4,4'] })).info.imageSide, 0)
})

for (const option of catalog.datasets) {
  test(`the generator ${option.name} gives what the catalogue says, and the same rows for the same seed`, async () => {
    const { info, train } = await prepared(option.name)
    assert.deepEqual(info.featureNames, option.features)
    assert.equal(info.outputNames.length, option.outputs)
    assert.equal(info.train.X.shape[0] + info.test.X.shape[0], presetState(catalog, option.name).data.samples)
    assert.deepEqual((await prepared(option.name)).train, train)
    assert.notDeepEqual((await prepared(option.name, { seed: 2 })).train, train)
  })
}

test('the share held out is held out, of every class alike', async () => {
  const { info } = await prepared('iris', { testShare: 0.2 })
  assert.equal(info.test.X.shape[0], 30)
  for (let c = 0; c < 3; c++) assert.equal(column(info.test.Y, c).filter(Boolean).length, 10)
  assert.equal((await prepared('iris', { testShare: 0 })).test.X.shape[0], 0)
})
