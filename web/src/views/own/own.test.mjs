import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import papa from 'papaparse'
import { flatTable, listed } from '../../../../tests/web/flat-tables.mjs'
import { border, catalog, engine } from '../../../../tests/web/session-helper.mjs'
import { buildTable } from '../../../data/build-tables.mjs'
import { columnsOf } from '../../data/hand.ts'
import { prepare } from '../../data/prepare.ts'
import { linesIn } from '../../data/reading/lines.ts'
import { edit } from '../../state/commands.ts'
import { presetState } from '../../state/presets.ts'
import { csvOf } from '../../text/csv.ts'
import { decoded, encoded, formColumns, rangeOf } from './encode.ts'
import { newRows } from './new-rows.ts'
import {
  levelsIn,
  roleOf,
  withCell,
  withColumn,
  withKind,
  withMissing,
  withName,
  withoutColumn,
  withoutRow,
  withRole,
  withRows,
} from './table-edits.ts'

const rows = [
  [1, 2, 3],
  [4, 5, 6],
]
const table = flatTable({ inputs: ['In1', 'In2'], outputs: ['Out1'], rows })
/** The same with lists, which are easier read. */
const plain = (table) => ({ ...table, rows: listed(table) })
const nameOf = (number) => `In${number}`

test('a column more stands at the end of its side, under a free name, filled with zeros', () => {
  assert.deepEqual(plain(withColumn(table, 'inputs', nameOf)), {
    inputs: ['In1', 'In2', 'In3'],
    outputs: ['Out1'],
    rows: [
      [1, 2, 0, 3],
      [4, 5, 0, 6],
    ],
  })
  assert.deepEqual(withColumn(withName(table, 'Out1', 'In3'), 'inputs', nameOf).inputs, ['In1', 'In2', 'In4'])
  assert.deepEqual(listed(withColumn(table, 'outputs', (number) => `Out${number}`)), [
    [1, 2, 3, 0],
    [4, 5, 6, 0],
  ])
})

test('a column goes with its values and what is known of it', () => {
  assert.deepEqual(plain(withoutColumn({ ...table, about: { In1: { unit: 'cm' } } }, 'In1')), {
    inputs: ['In2'],
    outputs: ['Out1'],
    rows: [
      [2, 3],
      [5, 6],
    ],
  })
})

test('a column of another name or role keeps its cells and what is known of it', () => {
  const about = { In2: { unit: 'cm' } }
  const renamed = withName({ ...table, about }, 'In2', '__proto__')
  assert.deepEqual(
    [renamed.inputs, Object.entries(renamed.about)],
    [['In1', '__proto__'], [['__proto__', { unit: 'cm' }]]],
  )
  const turned = withRole({ ...table, about }, 'In1', 'ignored')
  assert.deepEqual([turned.inputs, turned.ignored, listed(turned)[1]], [['In2'], ['In1'], [5, 6, 4]])
  assert.equal(roleOf(turned, 'In1'), 'ignored')
  assert.deepEqual(withRole(turned, 'In1', 'outputs').outputs, ['Out1', 'In1'])
})

test('whatever roles columns are given, each row keeps every cell beneath its name', () => {
  const role = fc.constantFrom('inputs', 'outputs', 'ignored')
  const steps = fc.array(fc.tuple(fc.constantFrom('In1', 'In2', 'Out1'), role), { maxLength: 8 })
  fc.assert(
    fc.property(steps, (all) => {
      const after = all.reduce((now, [name, to]) => withRole(now, name, to), table)
      for (const [r, row] of rows.entries())
        for (const [c, name] of columnsOf(table).entries())
          assert.equal(listed(after)[r][columnsOf(after).indexOf(name)], row[c])
    }),
  )
})

test('a category takes the place of whatever was to be predicted', () => {
  const after = withRole({ ...table, about: { In1: { levels: ['a', 'b'] } } }, 'In1', 'outputs')
  assert.deepEqual([after.inputs, after.outputs], [['In2', 'Out1'], ['In1']])
})

test('few numbers can be classes, and are the same numbers again', () => {
  const few = flatTable({
    ...table,
    rows: [
      [10, 2, 3],
      [2, null, 3],
      [10, 2, 4],
    ],
  })
  assert.deepEqual(levelsIn(few, 'In1'), ['2', '10'])
  const classes = withKind(few, 'In1', true)
  assert.deepEqual(
    listed(classes).map(([cell]) => cell),
    [1, 0, 1],
  )
  assert.deepEqual(withKind(classes, 'In1', false), few)
  assert.deepEqual(withMissing(few, 'In2', 'mean').about, { In2: { missing: 'mean' } })
})

test('rows and cells are changed in a copy', () => {
  assert.deepEqual(listed(withCell(table, 1, 0, NaN)), [rows[0], [null, 5, 6]])
  assert.deepEqual(listed(withRows(table, 4)), [...rows, rows[1], rows[1]])
  assert.deepEqual(listed(withoutRow(table, 0)), [rows[1]])
  assert.deepEqual([withoutRow({ ...table, test: 1 }, 0).test, withoutRow({ ...table, test: 1 }, 1).test], [0, 1])
  assert.deepEqual(listed(table), rows)
})

/** Three columns, of which one is a category and one may be missing. */
const own = {
  inputs: ['island', 'bill', 'sex'],
  outputs: ['mass'],
  about: {
    island: { levels: ['Biscoe', 'Dream', 'Torgersen'] },
    bill: { unit: 'mm', missing: 'mean' },
    sex: { levels: ['female', 'male'], missing: 'column' },
  },
  rows: [
    [0, 40, 0, 3000],
    [1, null, 1, 4000],
    [2, 50, null, 5000],
  ],
}

async function infoOf(given) {
  const { data } = edit(presetState(catalog, 'xor'), { do: 'openTable', table: given }, border).state
  return (await prepare(engine, { ...data, testShare: 0 }, buildTable, border.rows)).info
}

test('what is typed becomes the inputs that the same row of the data gives', async () => {
  const info = await infoOf(own)
  const columns = formColumns(info)
  own.rows.forEach((row, r) => {
    const inputs = Array.from(info.train.X.data.subarray(r * 6, r * 6 + 6))
    assert.deepEqual(encoded(columns, row.slice(0, 3)), inputs)
    assert.deepEqual(encoded(columns, decoded(info, columns, r)), inputs)
  })
  assert.deepEqual(rangeOf(info, columns, 1), [40, 50])
  assert.equal(rangeOf(info, columns, 2), null)
  assert.equal(encoded([{ name: 'x', levels: [], missing: 'drop' }], [null]), null)
})

test('pasted rows are found by the names of their columns, in any order', async () => {
  const columns = formColumns(await infoOf(own))
  const { inputs, mistakes } = newRows(
    linesIn('Sex;note;BILL (mm);Island\nmale;"a;b";41,5;Dream\n\n;;;Biscoe\n'),
    columns,
    100,
  )
  assert.deepEqual(mistakes, [])
  assert.deepEqual(inputs, [
    [0, 1, 0, 41.5, 1, 0],
    [1, 0, 0, 45, 0, 1],
  ])
})

test('a column of pasted rows is found with its unit in brackets and without, whichever way it is called itself', () => {
  const column = (name, unit) => ({ name, unit, levels: [], missing: 'drop' })
  const inputs = (header, ...columns) => newRows(linesIn(`${header}\n1;2`), columns, 9).inputs
  for (const name of ['height', 'height [cm]'])
    for (const header of ['height', 'Height [cm]', 'height (cm)', 'height(cm)'])
      assert.deepEqual(inputs(`other;${header}`, column(name, 'cm')), [[2]], `${name} under ${header}`)
  assert.deepEqual(inputs('other;height [in]', column('height', 'cm')), [], 'another unit is another column')
  const two = [column('height [cm]', 'cm'), column('height [in]', 'in')]
  assert.deepEqual(inputs('height (in);height (cm)', ...two), [[2, 1]])
  assert.deepEqual(inputs('height;height (cm)', ...two), [], 'which of them is height cannot be known')
})

test('all mistakes of pasted rows are told with their lines, the first five in words', async () => {
  const columns = formColumns(await infoOf(own))
  const wrong = (pasted) => newRows(linesIn(pasted), columns, 3).mistakes
  assert.match(wrong('island,bill,sex\nMars,40,male')[0], /^Line 2: island is Mars, but the network knows only Biscoe/)
  assert.match(wrong('island,bill,sex\nDream,long,male')[0], /^Line 2: bill is long, which is not a number/)
  assert.match(wrong('island,bill,sex\n,40,male')[0], /^Line 2: island is missing/)
  assert.deepEqual(wrong('island,bill\nDream,40'), ['These columns are not in the header: sex.'])
  assert.match(wrong('island,bill,sex')[0], /at least one row/)
  assert.match(wrong(`island,bill,sex${'\nDream,1,male'.repeat(4)}`)[0], /at most 3/)
  assert.match(wrong(`island,bill,sex${'\nMars,x,no'.repeat(3)}`).at(-1), /4 more mistakes/)
})

test('a mistake of pasted rows is told by its line in the text, empty ones counted', async () => {
  const columns = formColumns(await infoOf(own))
  const { mistakes } = newRows(linesIn('island,bill,sex\n\nDream,long,male'), columns, 3)
  assert.match(mistakes[0], /^Line 3: bill is long/)
})

test('rows of one column are told apart by their lines alone; an open quotation mark leaves none', () => {
  assert.deepEqual(linesIn('x\n1\n\n 2 '), [
    { cells: ['x'], line: 1 },
    { cells: ['1'], line: 2 },
    { cells: ['2'], line: 4 },
  ])
  assert.equal(linesIn('a,b\n"1,2'), null)
  assert.deepEqual(linesIn(''), [])
})

test('a file of predictions is read back as it was', () => {
  const cells = fc
    .string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '=', 'ä'), minLength: 1 })
    .map((cell) => `x${cell}x`)
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, cells), { minLength: 2, maxLength: 5 }), (rows) => {
      const file = csvOf([['a', 'b', 'p'], ...rows.map((row, i) => [...row, i / 3])])
      const [, ...lines] = papa.parse(file, { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data
      assert.deepEqual(
        lines.map(([a, b, p]) => [a, b, Number(p)]),
        rows.map((row, i) => [...row, i / 3]),
      )
    }),
  )
})

test('no text of a file is computed by a spreadsheet; numbers stay what they are', () => {
  const cells = ['=1+1', '@x', '-cmd', '-3.5', '-3,5', '+1e-3', '1,000', -2, NaN, null]
  assert.equal(csvOf([cells]), `'=1+1,'@x,'-cmd,-3.5,"-3,5",+1e-3,"1,000",-2,,\r\n`)
})
