import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainObject, shown } from '../../web/src/network/refuse.ts'

/** Lists in lists, 5,000 deep. */
const deep = Array.from({ length: 5000 }).reduce((inner) => [inner], [])
const cyclic = { name: 'x' }
cyclic.self = cyclic
const wide = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => [`key${i}`, i]))
const mine = () => {
  throw new Error('mine')
}

const cases = [
  [3, '3'],
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [-Infinity, '-Infinity'],
  [3n, '3n'],
  [10n ** 100_000n, 'a large BigInt'],
  [undefined, 'undefined'],
  [null, 'null'],
  [Symbol('rows'), 'Symbol(rows)'],
  [() => 3, 'a function'],
  ['spiral', 'spiral'],
  ['10 numbers', '10 numbers'],
  ['3', '"3"'],
  ['-1e400', '"-1e400"'],
  ['', '""'],
  [' ', '" "'],
  ['null', '"null"'],
  ['NaN', '"NaN"'],
  ['3n', '"3n"'],
  ['{}', '"{}"'],
  ['two\nlines', '"two\\nlines"'],
  [['a', 'a'], '["a","a"]'],
  [[Number.NaN, -0, undefined, 3n, '3'], '[NaN,-0,undefined,3n,"3"]'],
  [{ layer: 0, bias: true }, '{"layer":0,"bias":true}'],
  [[], '[]'],
  [deep, '[[[[…]]]]'],
  [new Float64Array(1e6), 'Float64Array(1000000)'],
  [new Map(), '[object Map]'],
  [{ toJSON: mine }, '{"toJSON":a function}'],
  [Object.defineProperty({}, 'x', { get: mine, enumerable: true }), '{"x":…}'],
  [new Proxy({}, { ownKeys: mine }), 'an object'],
]
for (const [value, text] of cases)
  test(`a sentence shows ${text}`, () => {
    assert.equal(shown(value), text)
  })

test('what is long, wide or goes round in circles is shown by its beginning', () => {
  for (const value of ['x'.repeat(1e6), new Array(1e6).fill('word'), wide, cyclic, new Array(4e9)]) {
    const text = shown(value)
    assert.equal(text.length, 60)
    assert.ok(text.endsWith('…'))
  }
})

test('a plain object is read once, and anything else is refused', () => {
  assert.deepEqual(plainObject({ a: 1 }, 'options', ['a', 'b']), { a: 1 })
  assert.deepEqual(plainObject(Object.create(null), 'options', []), {})
  assert.throws(() => plainObject({ c: 1 }, 'options', ['a', 'b']), { message: 'options: has no setting c' })
  assert.throws(() => plainObject({ rat: 1 }, 'options', ['l1', 'rate']), {
    message: 'options: has no setting rat; did you mean rate?',
  })
  const throwing = Object.defineProperty({}, 'a', { get: mine, enumerable: true })
  for (const value of [null, undefined, 3, 'a', [], deep, new Map(), new Date(), () => 1, throwing])
    assert.throws(() => plainObject(value, 'options', ['a']), {
      name: 'TypeError',
      message: /^options: must be an object/,
    })
})
