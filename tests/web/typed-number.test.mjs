import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCount, formatNumber, formatShort } from '../../web/src/text/numbers.ts'
import { readNumber, typedNumber } from '../../web/src/text/read-number.ts'

const thin = '\u2009'

test('a number is read as it was meant, however people write it', () => {
  for (const [typed, value] of [
    ['12.5', 12.5],
    [' 12.5\n', 12.5],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e-3', 1e-3],
    ['1E5', 1e5],
    ['1e+21', 1e21],
    ['007', 7],
    ['0,5', 0.5],
    [',5', 0.5],
    ['3,14', 3.14],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1,5e3', 1500],
    ['1,234,567', 1234567],
    ['1,234.5', 1234.5],
    ['1.234.567', 1234567],
    ['1.234,5', 1234.5],
    [`1${thin}234${thin}567`, 1234567],
    ['1\u202f234\u202f567,5', 1234567.5],
    ["1'234'567", 1234567],
    ['1/3', 1 / 3],
    ['−1 / 3', -1 / 3],
    ['0,5/2', 0.25],
    ['１２．５', 12.5],
    ['\u200e−5', -5],
    ['–5', -5],
    ['1.2 × 10⁵', 1.2e5],
    ['1.2*10^-5', 1.2e-5],
    ['10⁻⁵', 1e-5],
  ])
    assert.equal(readNumber(typed).value, value, typed)
})

test('the page’s own read-outs paste back', () => {
  for (const [typed, value] of [
    ['−3.510e−5', -3.51e-5],
    ['2.1e6', 2.1e6],
    ['1.000e+5', 1e5],
    ['−12.4', -12.4],
    ['0.00', 0],
  ])
    assert.equal(readNumber(typed).value, value, typed)
})

test('what could mean two numbers is asked about, never guessed', () => {
  assert.deepEqual(readNumber('1,234'), { problem: 'comma', whole: '1234', decimal: '1.234' })
  assert.deepEqual(readNumber('−12,345e2'), { problem: 'comma', whole: '-12345e2', decimal: '-12.345e2' })
  assert.equal(readNumber('1,000').problem, 'comma')
  assert.equal(readNumber('1,234/2').problem, 'comma')
  for (const typed of ['12.4 %', '12.4%', '5‰']) assert.equal(readNumber(typed).problem, 'percent', typed)
  for (const typed of ['1 234', '1 2', '0.5 0.7']) assert.equal(readNumber(typed).problem, 'spaces', typed)
})

test('what is no number, or none that can be computed with, is refused for its own reason', () => {
  for (const [problem, ...list] of [
    ['empty', '', ' ', '\u200b'],
    ['cells', '1\t2', '1\n2', '1\r\n2'],
    ['notation', '0x10', '0b11', '0o7', '1_000', '-0X1F'],
    ['infinite', '∞', '−∞', 'Infinity', '-inf'],
    ['large', '1e400', '-1e309', '1e308/1e-308'],
    ['small', '1e-400', '1e-300/1e300'],
    ['division', '1/0', '0/0,0'],
    [
      'none',
      'many',
      '5 cm',
      'NaN',
      '–',
      '-',
      '.',
      ',',
      'e5',
      '1e',
      '1e5.5',
      '--3',
      '+-3',
      '1.2.3',
      '1,23,456',
      '0,123,456',
    ],
    [
      'none',
      '1/2/3',
      '1.24M',
      '(5)',
      '$5',
      '1e5e5',
      `1${thin}23`,
      `1${thin}234'567`,
      '9'.repeat(10_000),
      'true',
      '[3]',
    ],
  ]) {
    for (const typed of list) assert.equal(readNumber(typed).problem, problem, typed.slice(0, 40))
  }
})

test('every number that the page writes reads back as one that it writes the same', () => {
  const any = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer(),
  )
  fc.assert(
    fc.property(any, fc.integer({ min: 3, max: 15 }), (value, digits) => {
      for (const write of [(number) => formatNumber(number, digits), formatShort]) {
        const written = write(value)
        const read = readNumber(written)
        if (read.problem === undefined) assert.equal(write(read.value), written)
        else assert.ok(read.problem === 'large' && Math.abs(value) > 1e307, `${written}: ${read.problem}`)
      }
    }),
    {
      numRuns: 2000,
      examples: [
        [0.009499, 3],
        [0.0095, 3],
      ],
    },
  )
})

test('a count that the page writes reads back, or is asked about where its one comma could be a decimal one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(2_000_000_000), fc.nat(999_999), fc.nat(2000)), (count) => {
      const { value, problem, whole } = readNumber(formatCount(count))
      if (problem === undefined) assert.equal(value, count)
      else assert.deepEqual([problem, Number(whole)], ['comma', count])
      assert.equal(problem === 'comma', count >= 1000 && count < 1_000_000)
    }),
  )
})

test('no text whatever makes the reader fail, take long or give anything but a finite number', () => {
  const piece = fc.constantFrom(...'0123456789.,-−+eE/ %_x\t\n\u2009\u202f’∞×10^⁵', 'NaN', 'e5', '1,234')
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const { value, problem } = readNumber(typed)
      assert.ok(problem === undefined ? Number.isFinite(value) : value === undefined)
      assert.equal(typedNumber(typed), problem === undefined ? value : typed)
    }),
    { numRuns: 3000 },
  )
})
