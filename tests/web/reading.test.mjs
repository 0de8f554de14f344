import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { chosenTable, firstChoices, mistakesIn, outlook } from '../../web/src/data/reading/choices.ts'
import { numberIn } from '../../web/src/data/reading/numbers.ts'
import { readInSlices, readTable } from '../../web/src/data/reading/read.ts'
import { listed } from './flat-tables.mjs'

const folder = new URL('fixtures/odd-tables/', import.meta.url)

/** The table of a file. */
function odd(name) {
  const { reading, refused } = readTable(Uint8Array.from(readFileSync(new URL(name, folder))).buffer)
  assert.equal(refused, undefined)
  return reading
}

const read = (text, options) => readTable(text, options).reading
const namesOf = ({ columns }) => columns.map(({ name }) => name)
const column = ({ columns }, name) => columns.find((one) => one.name === name)
const valuesOf = (reading, name) => [...column(reading, name).values]
const wordsOf = (reading, name) => valuesOf(reading, name).map((level) => column(reading, name).levels[level] ?? null)
const finding = ({ findings }, code, name) => findings.find((one) => one.code === code && one.column === name)
const linesOf = ({ places }) => places.map(({ line }) => line)

test('c01: semicolons between cells, commas within names', () => {
  const reading = odd('c01-semicolon-commas-in-header.csv')
  assert.deepEqual(namesOf(reading), [
    'Mass (kg, dry)',
    'Length (cm, max)',
    'Age (years, estimated)',
    'Kind (wild, tame)',
  ])
  assert.deepEqual([reading.rows, reading.layout.delimiter], [6, ';'])
  assert.deepEqual(
    reading.columns.map(({ kind, unit }) => [kind, unit]),
    [
      ['number', 'kg'],
      ['number', 'cm'],
      ['number', 'years'],
      ['category', ''],
    ],
  )
  assert.deepEqual(column(reading, 'Kind (wild, tame)').levels, ['tame', 'wild'])
})

test('c03: an empty line, names, units, decimal commas, separators at the end, dates and accents', () => {
  const reading = odd('c03-blankfirst-units-trailing.csv')
  assert.equal(reading.rows, 4)
  assert.deepEqual(valuesOf(reading, 'V%'), [36.5, 40.1, 22, 25.4])
  assert.deepEqual(linesOf(finding(reading, 'unitsLine')), [3])
  assert.deepEqual(
    ['P', 'MO', 'V%', 'Argila', 'pH'].map((name) => column(reading, name).unit),
    ['mg/dm³', 'g/dm³', '%', 'g/Kg', ''],
  )
  assert.equal(namesOf(reading).length, 7)
  assert.equal(finding(reading, 'emptyColumns').count, 1)
  assert.equal(column(reading, 'Data').kind, 'date')
  assert.equal(firstChoices(reading)[1].role, 'out')
})

test('c03b: latin-1 is named, and its letters are right', () => {
  const reading = odd('c03b-latin1.csv')
  assert.equal(finding(reading, 'encoding').values.name, 'windows-1252')
  assert.deepEqual(namesOf(reading), ['Größe', 'Art'])
  assert.deepEqual(wordsOf(reading, 'Art'), ['süß', 'süß', 'groß', 'groß'])
  assert.deepEqual(valuesOf(reading, 'Größe'), [1.5, 2.5, 3.5, 4.5])
})

test('c04: spaces before quotes', () => {
  const reading = odd('c04-space-before-quote.csv')
  assert.deepEqual([reading.rows, ...namesOf(reading)], [4, 'a', 'b', 'label'])
  assert.deepEqual(wordsOf(reading, 'label'), ['x', 'x', 'y', 'y'])
})

test('c05b: UTF-16 is converted, and named', () => {
  const reading = odd('c05b-utf16le.csv')
  assert.equal(finding(reading, 'encoding').values.name, 'UTF-16LE')
  assert.deepEqual(valuesOf(reading, 'x'), [1, 2, 5, 6])
  assert.deepEqual(wordsOf(reading, 'kind'), ['a', 'a', 'b', 'b'])
})

test('c07: lines of commas alone are left out, and counted', () => {
  const reading = odd('c07-comma-only-tail.csv')
  assert.equal(reading.rows, 4)
  assert.equal(finding(reading, 'emptyLines').count, 2000)
  assert.deepEqual(column(reading, 'kind').levels, ['a', 'b'])
})

test('c09: which of the strange numbers are numbers', () => {
  const reading = odd('c09-nan-plus-inf.csv')
  assert.deepEqual(valuesOf(reading, 'x'), [2, NaN, 3, 4, NaN, 0.5, 5, -0, NaN, NaN, 7])
  assert.equal(column(reading, 'x').missing, 1)
  assert.deepEqual(finding(reading, 'notNumber', 'x').places, [
    { line: 10, value: '0x10' },
    { line: 11, value: '1_000' },
  ])
  assert.deepEqual(finding(reading, 'infinite', 'x').places, [{ line: 6, value: '1e309' }])
  assert.deepEqual(finding(reading, 'infinite', 'y').places, [
    { line: 4, value: '+Infinity' },
    { line: 5, value: '-Inf' },
  ])
  const choices = firstChoices(reading)
  assert.deepEqual(outlook(reading, choices, true), { problems: [], rows: 5, missing: 1, mistaken: 5 })
  assert.deepEqual(listed(chosenTable(reading, choices)), [
    [2, 1],
    [null, 2],
    [0.5, 6],
    [5, 7],
    [-0, 8],
    [7, 11],
  ])
})

test('c11: groups of thousands, decimal commas, and a percentage of which is said how it is read', () => {
  const reading = odd('c11-thousands-and-percent.csv')
  assert.deepEqual(valuesOf(reading, 'price'), [1000.92, 2500.1, 12345, 900])
  assert.deepEqual(valuesOf(reading, 'share'), [23.78, 30, 5.5, 7.25])
  assert.deepEqual(finding(reading, 'percent', 'share').values, { written: '23,78%', read: '23.78' })
  assert.equal(column(reading, 'share').unit, '%')
})

test('c13: a list of JSON objects', () => {
  const reading = odd('c13-json-colours.json')
  assert.ok(finding(reading, 'json'))
  const choices = firstChoices(reading)
  assert.equal(choices.filter(({ role }) => role === 'input').length, 3)
  assert.deepEqual([reading.rows, column(reading, 'color').levels.length], [4, 2])
  assert.equal(finding(reading, 'constant', 'g').values.value, '0')
})

test('c15: true and false, however they are written, are two classes', () => {
  const reading = odd('c15-booleans.csv')
  assert.deepEqual(wordsOf(reading, 'ok'), ['false', 'true', 'false', 'true', 'false', 'true'])
  assert.equal(reading.columns[reading.target].name, 'ok')
})

test('a number is read the same whatever the language of the machine', () => {
  const points = {
    1.5: 1.5,
    '+2.0': 2,
    '.5': 0.5,
    '5.': 5,
    '1e3': 1000,
    '1,234.5': 1234.5,
    '1 234': 1234,
    '−3': -3,
    '$1,200': 1200,
    '12%': 12,
  }
  for (const [cell, value] of Object.entries(points)) assert.equal(numberIn(cell, '.'), value, cell)
  const commas = { '1,5': 1.5, '1.234,5': 1234.5, '1 234,5': 1234.5, '-,5': -0.5, '12,5 €': 12.5 }
  for (const [cell, value] of Object.entries(commas)) assert.equal(numberIn(cell, ','), value, cell)
  for (const cell of ['', 'x', '1,5', '0x10', '1_000', '1e', '.', '1.2.3', '12,34.5', '$', '%', '1/3', '=1+1', '$1€'])
    assert.ok(Number.isNaN(numberIn(cell, '.')), cell)
  for (const cell of ['Infinity', 'inf', '1e309', '∞']) assert.equal(numberIn(cell, '.'), Infinity, cell)
})

test('what could mean two numbers is said, and can be set right', () => {
  const text = 'a;b\n"1,234";2\n"5,678";3\n"9,012";4\n'
  const first = read(text)
  assert.deepEqual(finding(first, 'eitherComma', 'a').values, { written: '1,234', read: '1234' })
  const other = read(text, { decimal: ',' })
  assert.deepEqual(valuesOf(other, 'a'), [1.234, 5.678, 9.012])
  assert.equal(finding(other, 'eitherComma', 'a'), undefined)
})

test('a table without names has columns by number; that can be set right, too', () => {
  const text = '1,2,a\n3,4,b\n5,6,a\n'
  assert.deepEqual(namesOf(read(text, { nameless: 'Spalte {number}' })), ['Spalte 1', 'Spalte 2', 'Spalte 3'])
  assert.deepEqual(namesOf(read(text, { hasHeader: true })), ['1', '2', 'a'])
  assert.equal(read('low,high\nmid,low\nmid,high\nlow,high\n').layout.hasHeader, false)
})

test('lines before the names are left out, and named', () => {
  const reading = read('Survey of 2024\n# made by hand\n\na,b,kind\n1,2,x\n3,4,y\n5,6,x\n')
  assert.deepEqual(namesOf(reading), ['a', 'b', 'kind'])
  assert.deepEqual(linesOf(finding(reading, 'preamble')), [1, 2])
  assert.deepEqual([...reading.lines], [5, 6, 7])
})

for (const [what, mark] of [
  ['tabs', '\t'],
  ['bars', '|'],
  ['semicolons', ';'],
  ['commas', ','],
])
  test(`${what} between cells are found`, () => {
    const reading = read(
      [
        ['a', 'b', 'kind'],
        ['1', '2', 'x'],
        ['3', '4', 'y'],
      ]
        .map((row) => row.join(mark))
        .join('\n'),
    )
    assert.deepEqual([reading.layout.delimiter, ...namesOf(reading)], [mark, 'a', 'b', 'kind'])
  })

test('spaces between cells are found where nothing else is', () => {
  const reading = read('  a   b  kind\n 1.5  2  x\n 13  4  y\n')
  assert.deepEqual([reading.layout.delimiter, ...namesOf(reading)], [' ', 'a', 'b', 'kind'])
  assert.deepEqual(valuesOf(reading, 'a'), [1.5, 13])
})

test('where the brackets of a name hold its unit and nothing else, the column is called without them', () => {
  const reading = read(
    'height [cm];speed (km/h);Mass (kg, dry);share (%);P(A);kind [cm]\n' +
      ['1,5;x;3;4 %;1;p', '1,5;7;3;5 %;1;q', '1,5;8;4;6 %;2;p', '1,5;9;5;7 %;3;q'].join('\n'),
  )
  assert.deepEqual(
    reading.columns.map(({ name, unit }) => [name, unit]),
    [
      ['height', 'cm'],
      ['speed', 'km/h'],
      ['Mass (kg, dry)', 'kg'],
      ['share', '%'],
      ['P(A)', ''],
      ['kind [cm]', ''],
    ],
  )
  for (const [code, name] of [
    ['decimalComma', 'height'],
    ['constant', 'height'],
    ['notNumber', 'speed'],
    ['percent', 'share'],
  ])
    assert.ok(finding(reading, code, name), `${code} is of ${name}`)
  assert.equal(mistakesIn(reading, firstChoices(reading)).length, 1)
  const { about, inputs } = chosenTable(reading, firstChoices(reading))
  assert.deepEqual([inputs[0], about.height.unit], ['height', 'cm'])
})

test('two columns are never called the same since their units are taken off', () => {
  const named = (header) => namesOf(read(`${header}\n${'1,2,3\n'.repeat(3)}`))
  assert.deepEqual(named('height [cm],height [in],mass [kg]'), ['height [cm]', 'height [in]', 'mass'])
  assert.deepEqual(named('Height,height [cm],y'), ['Height', 'height [cm]', 'y'])
  assert.deepEqual(named('height [cm],height (cm),y'), ['height [cm]', 'height (cm)', 'y'])
  assert.deepEqual(named('[cm],a (cm),y'), ['[cm]', 'a', 'y'])
})

test('a line of units, and what is said of names, go with names without their units', () => {
  const units = read('height [cm],mass (g)\ncm,g\n1,2\n2,4\n3,3\n')
  assert.deepEqual(
    units.columns.map(({ name, unit }) => `${name} in ${unit}`),
    ['height in cm', 'mass in g'],
  )
  const { places } = read('a!b [cm],y\n1,2\n2,4\n').findings.find(({ code }) => code === 'namesChanged')
  assert.deepEqual(places, [{ line: 0, value: 'a-b' }])
})

test('numbers that only count rows, names of rows, dates and long texts are kept out', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) =>
      `${i},name ${i},2024-01-${String((i % 28) + 1).padStart(2, '0')},${i % 25} words,${i * 1.5},${i % 2 ? 'x' : 'y'}`,
  )
  const reading = read(`id,name,day,remark,size,kind\n${rows.join('\n')}`)
  assert.deepEqual(
    reading.columns.map(({ kind }) => kind),
    ['identifier', 'identifier', 'date', 'text', 'number', 'category'],
  )
  assert.deepEqual(
    firstChoices(reading).map(({ role }) => role),
    ['out', 'out', 'out', 'out', 'input', 'output'],
  )
  for (const code of ['identifier', 'date', 'text']) assert.ok(reading.findings.some((one) => one.code === code))
})

test('a target of few whole numbers may be a class or an amount: it is asked, and stands in the way until it is said', () => {
  const reading = read(`x,y\n${Array.from({ length: 30 }, (_, i) => `${i * 1.5},${i % 3}`).join('\n')}`)
  const [input, output] = firstChoices(reading)
  assert.deepEqual([input.as, output.as], ['number', null])
  assert.deepEqual(outlook(reading, [input, output], true).problems, [{ code: 'classOrAmount', column: 'y' }])
  const classes = [input, { ...output, as: 'category' }]
  assert.deepEqual(outlook(reading, classes, true).problems, [])
  const table = chosenTable(reading, classes)
  assert.deepEqual(table.about, { y: { levels: ['0', '1', '2'] } })
  assert.deepEqual(listed(table).slice(0, 3), [
    [0, 0],
    [1.5, 1],
    [3, 2],
  ])
})

test('what is done where a value is missing decides how many rows remain', () => {
  const reading = read('a,b,kind\n1,2,x\nNA,4,y\n5,,x\n7,8,\n9,1,y\n')
  const choices = firstChoices(reading)
  assert.deepEqual(outlook(reading, choices, true), { problems: [], rows: 2, missing: 3, mistaken: 0 })
  const kept = choices.map((choice, c) => (c === 0 ? { ...choice, missing: 'mean' } : choice))
  assert.equal(outlook(reading, kept, true).rows, 3)
  assert.deepEqual(chosenTable(reading, kept).about.a, { missing: 'mean' })
  const without = choices.map((choice, c) => (c === 1 ? { ...choice, role: 'out' } : choice))
  assert.equal(outlook(reading, without, true).rows, 3)
  assert.deepEqual(chosenTable(reading, without).ignored, ['b'])
})

test('mistakes in a column that is left out stand in nobody’s way', () => {
  const reading = read('a,b,kind\n1,2,x\n3,four,y\n5,6,x\n7,8,y\n')
  const choices = firstChoices(reading)
  assert.equal(mistakesIn(reading, choices).length, 1)
  assert.deepEqual(outlook(reading, choices, false).problems, [{ code: 'mistakes' }])
  assert.deepEqual([outlook(reading, choices, true).rows, outlook(reading, choices, true).mistaken], [3, 1])
  const without = choices.map((choice, c) => (c === 1 ? { ...choice, role: 'out' } : choice))
  assert.deepEqual(mistakesIn(reading, without), [])
})

test('all mistakes of a file are in one list, the first of each with its line', () => {
  const rows = Array.from({ length: 30 }, (_, i) => (i % 3 ? `${i},${i + 1}` : `oops,${i}`))
  const reading = read(`a,b\n1,2\n3,4,5\n6,1e999\n${rows.join('\n')}\n`)
  const mistakes = reading.findings.filter(({ isMistake }) => isMistake)
  assert.deepEqual(
    mistakes.map(({ code, count }) => [code, count]),
    [
      ['ragged', 1],
      ['notNumber', 10],
      ['infinite', 1],
    ],
  )
  assert.deepEqual(linesOf(mistakes[1]), [5, 8, 11, 14, 17])
  assert.ok(reading.findings.slice(0, 3).every(({ isMistake }) => isMistake))
})

test('penguins are read as everybody has them', () => {
  const reading = read(readFileSync(new URL('../../web/data/penguins.csv', import.meta.url), 'utf8'))
  assert.equal(reading.columns[reading.target].name, 'species')
  assert.deepEqual(column(reading, 'species').levels, ['Adelie', 'Chinstrap', 'Gentoo'])
  assert.deepEqual(
    reading.columns.map(({ unit }) => unit),
    ['', '', 'mm', 'mm', 'mm', 'g', '', ''],
  )
  assert.deepEqual(outlook(reading, firstChoices(reading), false), {
    problems: [],
    rows: 333,
    missing: 11,
    mistaken: 0,
  })
})

test('the histogram of a column counts every value that is there, once', () => {
  const text = `a,b,kind\n${Array.from({ length: 100 }, (_, i) => `${i},${i % 10 ? 7 : 'NA'},${'xyz'[i % 3]}`).join('\n')}`
  const { columns } = read(text)
  assert.deepEqual(
    columns.map(({ bars }) => bars.length),
    [16, 1, 3],
  )
  for (const { bars, values, missing } of columns)
    assert.equal(
      bars.reduce((sum, count) => sum + count, 0),
      values.length - missing,
    )
  assert.deepEqual(columns[2].bars, [34, 33, 33])
  const wide = read('a,b\n-1.7e308,1\n0,2\n1.7e308,3\n').columns[0]
  assert.deepEqual([wide.bars[0], wide.bars[15]], [1, 1])
})

test('a table is read in slices with the same result, and one of many rows in many', () => {
  const slicesOf = (text) => {
    const slices = readInSlices(text)
    let [count, slice] = [1, slices.next()]
    for (; !slice.done; count++) slice = slices.next()
    return { count, result: slice.value }
  }
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `${i}.25,${i % 7}.125,${'abc'[i % 3]},${'x'.repeat(40)}${i % 5}`,
  )
  const text = ['a,b,c,d', ...rows].join('\n')
  const { count, result } = slicesOf(text)
  assert.deepEqual([result.reading.rows, result.reading.lines.at(-1)], [20_000, 20_001])
  assert.deepEqual(result, readTable(text))
  assert.ok(count > text.length / 300_000 + 4)
  assert.equal(slicesOf('').result.refused.code, 'empty')
})

test('a text in which nothing parts cells is refused before its quotes are looked at', () => {
  assert.deepEqual(readTable(`\n\n${'"x" '.repeat(1000)}\n"y" z\n`).refused, { code: 'oneColumn', values: { line: 3 } })
})
