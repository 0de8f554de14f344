import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import fc from 'fast-check'
import { prepare } from '../../web/src/data/prepare.ts'
import { goalOf, sizeOf } from '../../web/src/data/sources.ts'
import { plainState } from '../../web/src/state/border.ts'
import { edit } from '../../web/src/state/commands.ts'
import { encodeLink, longestLink } from '../../web/src/state/link.ts'
import { presetState } from '../../web/src/state/presets.ts'
import { decodeLink } from '../../web/src/state/read-link.ts'
import { completeState } from '../../web/src/state/state.ts'
import { flatTable } from './flat-tables.mjs'
import { border, catalog, engine, openSession, stored, tableOf } from './session-helper.mjs'

/** Six penguins, one without a sex and one without a mass. */
const birds = {
  inputs: ['island', 'bill', 'sex'],
  outputs: ['species'],
  ignored: ['id'],
  about: {
    island: { levels: ['Biscoe', 'Dream', 'Torgersen'] },
    bill: { unit: 'mm', missing: 'mean' },
    sex: { levels: ['female', 'male'], missing: 'column' },
    species: { levels: ['Adelie', 'Gentoo'] },
  },
  rows: [
    [0, 40, 0, 0, 1],
    [1, null, 1, 0, 2],
    [2, 38, null, 0, 3],
    [0, 46, 1, 1, 4],
    [0, 48, 0, 1, null],
    [0, 50, 1, null, 6],
  ],
}

const opened = (table) => edit(presetState(catalog, 'xor'), { do: 'openTable', table }, border).state

const preparedOf = (table, data = {}) =>
  prepare(engine, { ...opened(table).data, ...data }, () => assert.fail('no table is fetched'), border.rows)

const rowsOf = ({ data, shape: [, columns] }) =>
  Array.from({ length: data.length / columns }, (_, r) => Array.from(data.subarray(r * columns, (r + 1) * columns)))

test('a table of one’s own becomes inputs named like those of shipped tables', async () => {
  const { info } = await preparedOf(birds, { testShare: 0 })
  assert.deepEqual(info.featureNames, [
    'island = Biscoe',
    'island = Dream',
    'island = Torgersen',
    'bill',
    'sex = male',
    'sex is missing',
  ])
  assert.deepEqual(info.featureUnits, ['', '', '', 'mm', '', ''])
  assert.deepEqual([info.task, info.classes, info.outputNames], ['binary', ['Adelie', 'Gentoo'], ['Gentoo']])
  assert.equal(info.targetName, 'species')
})

test('a row without its target is left out; what else is missing is made up for as asked', async () => {
  const { info } = await preparedOf(birds, { testShare: 0 })
  assert.equal(info.dropped, 1)
  assert.deepEqual(rowsOf(info.train.X), [
    [1, 0, 0, 40, 0, 0],
    [0, 1, 0, 43, 1, 0],
    [0, 0, 1, 38, 0, 1],
    [1, 0, 0, 46, 1, 0],
    [1, 0, 0, 48, 0, 0],
  ])
  const [, bill, sex, id] = [...info.columns]
  assert.deepEqual([bill.mean, bill.empty, sex.empty, id.isUsed], [43, 1, 1, false])
  const dropped = await preparedOf({ ...birds, about: { species: birds.about.species, ...levels() } }, { testShare: 0 })
  assert.deepEqual([dropped.info.dropped, dropped.info.train.X.shape], [3, [3, 5]])
})

const levels = () => ({ island: birds.about.island, sex: { levels: birds.about.sex.levels } })

test('the mean that stands for what is missing is that of the training rows alone', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i % 4 ? i : null, i % 2])
  const table = { inputs: ['x'], outputs: ['y'], about: { x: { missing: 'mean' } }, rows }
  const { info } = await preparedOf(table)
  const known = info.train.X.data.filter((value) => Number.isInteger(value) && value % 4)
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  assert.ok(Math.abs(info.columns[0].mean - mean) < 1e-12, `${info.columns[0].mean} is not ${mean}`)
  assert.ok(info.test.X.data.includes(info.columns[0].mean))
})

test('what is to be predicted follows the targets, and what cannot be is refused in a sentence', async (test) => {
  const goal = (outputs, about) =>
    goalOf(catalog, { name: 'hand', target: null, table: { inputs: ['x'], outputs, about } })
  const three = { levels: ['a', 'b', 'c'] }
  assert.deepEqual(goal(['y']), { name: '', task: 'regression', outputs: 1 })
  assert.deepEqual(goal(['y', 'z']), { name: '', task: 'regression', outputs: 2 })
  assert.deepEqual(goal(['y'], { y: three }), { name: '', task: 'classes', outputs: 3 })
  assert.deepEqual(goal(['y'], { y: { levels: ['a', 'b'] } }), { name: '', task: 'binary', outputs: 1 })
  assert.throws(() => goal(['y', 'z'], { y: three, z: three }), /one category at a time/)
  assert.throws(() => goal(['y', 'z'], { z: three }), /one category at a time/)
  assert.throws(() => goal(['y'], { y: { levels: ['a'] } }), /at least two levels/)
  const session = await openSession(test)
  const { frame } = session
  const table = { ...birds, outputs: ['species', 'id'], ignored: undefined }
  assert.equal((await session.run({ do: 'openTable', table })).ok, false)
  assert.equal(session.frame, frame)
  assert.equal(sizeOf(opened(birds).data, catalog, border.rows).inputs, 6)
})

test('opening a table begins afresh with what suits it, and one undo brings back what was trained', async (test) => {
  const session = await openSession(test, 'data=moons')
  await session.run({ do: 'step', count: 5 })
  const before = [session.frame.cost, session.frame.step]
  assert.ok((await session.run({ do: 'openTable', table: birds })).ok, session.notice?.message)
  const { network, training, data } = session.state
  assert.deepEqual(network.layers, [
    { units: 8, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ])
  assert.deepEqual([training.cost, training.optimizer, data.standardize], ['binaryCrossEntropy', 'adam', true])
  assert.equal(session.frame.step, 0)
  assert.deepEqual(tableOf(session), birds)
  assert.ok((await session.run({ do: 'step', count: 20 })).ok)
  assert.ok((await session.run({ do: 'undo' })).ok)
  assert.deepEqual([session.frame.cost, session.frame.step, session.state.data.name], [...before, 'moons'])
  await session.run({ do: 'redo' })
  assert.deepEqual(tableOf(session), birds)
})

test('rows that come flat are the same table as lists of numbers', () => {
  assert.deepEqual(opened(flatTable(birds)).data.table, opened(birds).data.table)
})

test('flat rows are looked at like lists, cell by cell', () => {
  const { rows } = flatTable(birds)
  const withCell = (at, value) => ({ ...birds, rows: { ...rows, data: rows.data.with(at, value) } })
  const refused = (table, path) =>
    assert.throws(
      () => opened(table),
      ({ refusal }) => refusal.path === path,
    )
  refused(withCell(1, Infinity), 'data.table.rows.0.1')
  refused(withCell(5, 3), 'data.table.rows.1.0')
  for (const shape of [[5, 5], [6, 4], [0, 5], [-6, -5], [1e6, 5], [NaN, 5], null])
    refused({ ...birds, rows: { ...rows, shape } }, 'data.table.rows')
  refused({ ...birds, rows: { ...rows, data: [...rows.data] } }, 'data.table.rows')
})

test('several numbers are standardised each by its own mean and deviation, and undone so', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => [i, 1000 + i, i / 100])
  const { info, train } = await preparedOf({ inputs: ['x'], outputs: ['grams', 'metres'], rows })
  const { mean, deviation } = info.targetScale
  for (let at = 0; at < train.Y.data.length; at++) {
    const raw = train.Y.data[at] * deviation[at % 2] + mean[at % 2]
    assert.ok(Math.abs(raw - info.train.Y.data[at]) < 1e-9)
  }
  const plain = completeState(
    { v: 1, data: { name: 'hand', table: { inputs: ['x'], outputs: ['y'], rows: [[1, 2]] } } },
    border,
  )
  assert.equal(plain.data.standardizeTargets, undefined)
  const scaled = await prepare(engine, { ...plain.data, standardize: true }, null, border.rows)
  assert.equal(scaled.info.targetScale, null)
})

test('a table in which every row lacks something is refused', async () => {
  await assert.rejects(
    preparedOf({
      inputs: ['x'],
      outputs: ['y'],
      rows: [
        [null, 1],
        [1, null],
      ],
    }),
    /nothing is missing/,
  )
})

test('cells and levels are checked, whatever columns are called', () => {
  const one = { inputs: ['__proto__'], outputs: ['<b>'], rows: [[1, 2]] }
  const about = (name, value) => Object.fromEntries([[name, value]])
  assert.deepEqual(stored({ ...one, about: about('__proto__', { unit: 'g' }) }).about, [['__proto__', { unit: 'g' }]])
  assert.deepEqual(Object.getPrototypeOf(stored({ ...one, about: about('__proto__', {}) })), Object.prototype)
  assert.throws(() => stored({ ...one, about: about('toString', {}) }), /no setting/)
  assert.throws(() => stored({ ...one, ignored: ['<b>'] }), /once/)
  assert.throws(() => stored({ ...one, rows: [[1, 'x']] }), /finite number or null/)
  assert.throws(() => stored({ ...one, rows: [[1, NaN]] }), /finite number or null/)
  const category = { ...one, rows: [[1, 1]], about: about('<b>', { levels: ['=1+1', 'no'] }) }
  assert.deepEqual(stored(category).about[0][1].levels, ['=1+1', 'no'])
  for (const wrong of [2, -1, 0.5]) assert.throws(() => stored({ ...category, rows: [[1, wrong]] }), /level/)
  assert.throws(() => stored({ ...one, about: about('<b>', { levels: ['a', 'a'] }) }), /different/)
  assert.throws(() => stored({ ...one, about: about('<b>', { levels: ['a', 'b'], missing: 'mean' }) }), /no mean/)
})

/** Names as headers of files have them, also those that every object has. */
const anyName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', '<b>', '=1+1', 'a b', '*', '"', "'", '&', '%41', 'ä', '😀', 'a.b'),
  fc.stringMatching(/^[^~!]{1,12}$/u),
)
const anyWord = fc.oneof(anyName, fc.constantFrom('~', '!', '*t', 'a~b', 'x!*'))

const anyTable = fc
  .record({
    names: fc.uniqueArray(anyName, { minLength: 2, maxLength: 6 }),
    count: fc.integer({ min: 1, max: 5 }),
    abouts: fc.array(
      fc.record({
        unit: fc.option(anyWord, { nil: undefined }),
        levels: fc.option(fc.uniqueArray(anyWord, { minLength: 2, maxLength: 4 }), { nil: undefined }),
        missing: fc.constantFrom(undefined, 'column'),
      }),
      { minLength: 6, maxLength: 6 },
    ),
    numbers: fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 30, maxLength: 30 }),
    ignored: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ names, count, abouts, numbers, ignored }) => {
    const isLevel = (c) => c > 0 && abouts[c].levels
    const cell = (value, c) => {
      if (Number.isNaN(value)) return null
      return isLevel(c) ? Math.trunc(Math.abs(value) % abouts[c].levels.length) : value + 0
    }
    const about = names.map((name, c) => [name, isLevel(c) ? abouts[c] : { ...abouts[c], levels: undefined }])
    const cut = Math.max(2, names.length - ignored)
    return {
      // the second column alone is to be predicted
      inputs: [names[0]],
      outputs: [names[1]],
      ignored: [...names.slice(2, cut), ...names.slice(cut)],
      about: Object.fromEntries(about),
      rows: Array.from({ length: count }, (_, r) => names.map((_, c) => cell(numbers[r * 6 + c] ?? NaN, c))),
    }
  })

test('whatever table is given goes through JSON and back', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const state = opened(table)
      const again = completeState(JSON.parse(JSON.stringify(plainState(state, border.rows))), border)
      assert.deepEqual(again, state)
    }),
  )
})

test('whatever table is given goes through a link and back, if it is short enough', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const state = opened(table)
      const link = encodeLink(state, border)
      assert.ok(link.length <= longestLink)
      assert.deepEqual(decodeLink(link, border), state)
    }),
  )
})

test('links of plain numbers are as they always were, and a cell of one may be empty', () => {
  const table = {
    inputs: ['a', 'b'],
    outputs: ['c'],
    rows: [
      [1, 2, 3],
      [4, 5, 6],
    ],
  }
  const state = completeState({ v: 1, data: { table } }, border)
  assert.equal(
    encodeLink(state, border),
    'data=hand&rows=a~b!c!1~2~3!4~5~6&layers=2.sigmoid-1.sigmoid'.replace('&layers=2.sigmoid-1.sigmoid', ''),
  )
  const { data } = decodeLink('data=hand&rows=a~b!c!1~~3!4~5~6', border)
  assert.ok(Number.isNaN(border.rows.get(data.table.rows).data[1]))
})

test('categories, means, their columns and standardised numbers are those of scikit-learn', async () => {
  const known = JSON.parse(await readFile(new URL('../reference/preparation.json', import.meta.url), 'utf8'))
  const about = {
    island: birds.about.island,
    bill: { missing: 'column' },
    sex: { levels: birds.about.sex.levels },
  }
  const table = { inputs: ['island', 'bill', 'sex'], outputs: ['mass', 'wing'], about, rows: known.rows }
  const { info, train } = await preparedOf(table, { testShare: 0 })
  const near = (rows, expected) =>
    rows.flat().forEach((value, at) => {
      assert.ok(Math.abs(value - expected.flat()[at]) < 1e-12, `${value} is not ${expected.flat()[at]}`)
    })
  near(rowsOf(info.train.X), known.raw)
  near(rowsOf(train.X), known.scaled)
  near(rowsOf(train.Y), known.targets)
  near([info.targetScale.mean, info.targetScale.deviation], [known.mean, known.deviation])
})

const setTable = (session, table) => session.run({ do: 'set', changes: { 'data.table': table } })

/** The weights of the first layer, by the names of the inputs. */
const weightsByInput = ({ data, frame }) => {
  const [{ weights, units }] = frame.layers
  return Object.fromEntries(
    data.featureNames.map((name, at) => [name, Array.from(weights.subarray(at * units, (at + 1) * units))]),
  )
}

test('columns that change their role or kind leave the weights of the others as they are', async (test) => {
  const session = await openSession(test)
  await session.run({ do: 'openTable', table: birds })
  await session.run({ do: 'step', count: 10 })
  const before = weightsByInput(session)
  // the number is ignored, and one of the ignored columns is used instead
  const rows = birds.rows.map(([island, bill, sex, species, id]) => [island, sex, id, species, bill])
  const turned = { ...birds, inputs: ['island', 'sex', 'id'], ignored: ['bill'], rows }
  assert.ok((await setTable(session, turned)).ok, session.notice?.message)
  const after = weightsByInput(session)
  for (const name of ['island = Biscoe', 'island = Torgersen', 'sex = male', 'sex is missing'])
    assert.deepEqual(after[name], before[name], name)
  assert.equal(after.bill, undefined)
  assert.equal(after.id.length, 8)
  assert.equal(session.frame.step, 10)
  // another level stands before the others
  const island = { levels: ['Anvers', ...birds.about.island.levels] }
  const wider = {
    ...turned,
    about: { ...turned.about, island },
    rows: rows.map(([cell, ...others]) => [cell + 1, ...others]),
  }
  assert.ok((await setTable(session, wider)).ok, session.notice?.message)
  assert.deepEqual(weightsByInput(session)['island = Dream'], before['island = Dream'])
  await session.run({ do: 'undo' })
  await session.run({ do: 'undo' })
  assert.deepEqual(weightsByInput(session), before)
  assert.deepEqual(tableOf(session), birds)
})

test('a column that is renamed beside ignored ones keeps its weights', async (test) => {
  const session = await openSession(test)
  await session.run({ do: 'openTable', table: birds })
  const before = weightsByInput(session)
  const { bill, ...about } = birds.about
  await setTable(session, { ...birds, inputs: ['island', 'beak', 'sex'], about: { ...about, beak: bill } })
  assert.deepEqual(weightsByInput(session).beak, before.bill)
})

test('another kind of target brings the output and cost that suit it, and leaves the hidden layer', async (test) => {
  const session = await openSession(test)
  await session.run({ do: 'openTable', table: birds })
  await session.run({ do: 'step', count: 5 })
  const before = weightsByInput(session)
  const rows = birds.rows.map(([island, bill, sex, species, id]) => [island, sex, bill, species, id])
  const amount = { ...birds, inputs: ['island', 'sex'], outputs: ['bill'], ignored: ['species', 'id'], rows }
  assert.ok((await setTable(session, amount)).ok, session.notice?.message)
  const { network, training, data } = session.state
  assert.deepEqual(network.layers.at(-1), { units: 1, activation: 'linear' })
  assert.deepEqual([training.cost, data.standardizeTargets], ['mse', true])
  assert.deepEqual(weightsByInput(session)['island = Dream'], before['island = Dream'])
  assert.deepEqual([session.data.targetName, session.data.targetUnit], ['bill', 'mm'])
})

test('a value that is taken out of a cell leaves the page on a row that is there', async (test) => {
  const session = await openSession(test)
  const table = {
    inputs: ['x'],
    outputs: ['y'],
    rows: [
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  }
  await session.run({ do: 'openTable', table })
  await session.run({ do: 'set', changes: { 'data.testShare': 0 } })
  await session.run({ do: 'set', changes: { 'view.row': 2 } })
  assert.ok(
    (
      await setTable(session, {
        ...table,
        rows: [
          [1, 1],
          [null, 2],
          [3, 3],
        ],
      })
    ).ok,
    session.notice?.message,
  )
  assert.deepEqual([session.data.dropped, session.data.train.X.shape[0], session.state.view.row], [1, 2, 0])
})

test('columns that are called like what every object has are learnt and edited as any other', async (test) => {
  const session = await openSession(test)
  const about = Object.fromEntries([
    ['__proto__', { levels: ['a', 'b', 'c'] }],
    ['constructor', { levels: ['=1+1', '<b>'] }],
  ])
  const rows = Array.from({ length: 12 }, (_, i) => [i % 3, i, i % 2])
  const table = { inputs: ['__proto__', 'toString'], outputs: ['constructor'], about, rows }
  assert.ok((await session.run({ do: 'openTable', table })).ok, session.notice?.message)
  assert.deepEqual(session.data.classes, ['=1+1', '<b>'])
  assert.ok((await session.run({ do: 'step', count: 4 })).ok)
  const { cost } = session.frame
  assert.ok((await session.run({ do: 'set', changes: { 'training.learningRate': 0.02 } })).ok, session.notice?.message)
  assert.deepEqual([session.frame.step, session.frame.cost], [4, cost])
  assert.ok((await session.run({ do: 'undo' })).ok)
  assert.deepEqual([session.frame.step, session.frame.cost], [4, cost])
  assert.deepEqual(tableOf(session), table)
})
