import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readingsOf } from '../../web/src/import/layers.ts'
import { readPasted } from '../../web/src/import/pasted.ts'
import { readSafetensors } from '../../web/src/import/safetensors.ts'

/** Weights from elsewhere: what people paste, and files of safetensors. */

const weights = [
  [1, 2],
  [3, 4],
  [5, 6],
]
const second = [[7, 8, 9]]
const network = [
  { weights, bias: [0.5, -0.5, 0.25] },
  { weights: second, bias: [0.125] },
]
const ends = { inputs: 2, outputs: 1 }

const layersIn = (text) => {
  const [reading, ...others] = readingsOf(readPasted(text), ends)
  assert.equal(others.length, 0, text)
  return reading.layers
}

const forms = {
  'arrays of NumPy, as code': `W1 = np.array([[1., 2.], [3., 4.], [5., 6.]])
    b1 = np.array([0.5, -.5, 2.5e-1])
    W2 = array([[7, 8, 9]], dtype=float32)
    b2 = array([0.125])`,
  'arrays of NumPy, as they are printed': '[[1. 2.]\n [3. 4.]\n [5. 6.]]\n[ 0.5  -0.5   0.25]\n[[7. 8. 9.]]\n[0.125]',
  'a list of arrays':
    '[array([[1, 2],\n       [3, 4], [5, 6]]), array([0.5, -0.5, 0.25]), array([[7, 8, 9]]), array([0.125])]',
  'nested lists': '[[[1,2],[3,4],[5,6]], [0.5,-0.5,0.25], [[7,8,9]], [0.125]]',
  'a state_dict as PyTorch prints it': `OrderedDict([('0.weight', tensor([[1., 2.],
        [3., 4.],
        [5., 6.]])), ('0.bias', tensor([ 0.5000, -0.5000,  0.2500])), ('2.weight', tensor([[7., 8., 9.]], device='cuda:0')), ('2.bias', tensor([0.1250], requires_grad=True))])`,
  'a state_dict of a later Python': `OrderedDict({'fc1.weight': tensor([[1., 2.], [3., 4.], [5., 6.]]), 'fc1.bias': tensor([0.5, -0.5, 0.25]), 'fc2.weight': tensor([[7., 8., 9.]]), 'fc2.bias': tensor([0.125])})`,
  'rows of MATLAB': 'W1 = [1 2; 3 4; 5 6];\nb1 = [0.5; -0.5; 0.25];\nW2 = [7, 8, 9];\nb2 = [0.125];',
  'a row an input': '[[1, 3, 5], [2, 4, 6]] [0.5, -0.5, 0.25] [[7], [8], [9]] [0.125]',
}

for (const [form, text] of Object.entries(forms))
  test(`${form} are read as the layers that they are`, () => {
    assert.deepEqual(layersIn(text), network)
  })

test('where both ways fit nobody guesses: the reader is asked; names of PyTorch tell', () => {
  const square = '[[1, 2], [3, 4]] [0, 0] [[5, 6], [7, 8]] [0, 0]'
  const both = readingsOf(readPasted(square), { inputs: 2, outputs: 2 })
  assert.deepEqual(
    both.map(({ orientation }) => orientation),
    ['neurons', 'inputs'],
  )
  assert.deepEqual(both[1].layers[0].weights, [
    [1, 3],
    [2, 4],
  ])
  const named = "('0.weight', tensor([[1., 2.], [3., 4.]])), ('0.bias', tensor([0., 0.]))"
  assert.equal(readingsOf(readPasted(named), { inputs: 2, outputs: 2 }).length, 1)
})

test('biases that are left out are 0', () => {
  const [reading] = readingsOf(readPasted('[1 2; 3 4; 5 6] [7 8 9]'), ends)
  assert.equal(reading.withoutBias, 2)
  assert.deepEqual(reading.layers[1], { weights: second, bias: [0] })
})

test('what is no network of this data is refused, each with its reason', () => {
  const refused = {
    noArrays: ['', 'hello', '{}', '[]', '<b>', '=1+1'],
    truncated: ['tensor([[0.1, ..., 0.2]])', '[1 2 … 3]'],
    notFinitePasted: ['[[nan, 1]]', '[1, -inf]', '[1e999]'],
    notANumber: ['[1, x]', '[1, 2', '[[1], [0x10]]'],
    ragged: ['[[1, 2], 3]', '[[]]'],
    deep: ['[[[[[[[[[[1]]]]]]]]]]'],
    notJoined: ['[[1, 2], [3, 4], [5, 6]] [1, 2]  [[1, 2, 3, 4]]'],
    otherEnds: ['[[1, 2, 3]] [1]'],
  }
  for (const [code, texts] of Object.entries(refused))
    for (const text of texts)
      assert.throws(() => readingsOf(readPasted(text), ends), { name: 'Unreadable', code }, `${code}: ${text}`)
})

test('whatever is pasted is read or refused, and soon', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    ';',
    ',',
    ' ',
    '\n',
    '1',
    '-2.5e3',
    'nan',
    "'0.weight'",
    'tensor(',
    '=',
    'x',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      try {
        for (const { shape, data } of readPasted(pieces.join(''))) {
          assert.equal(
            shape.reduce((a, b) => a * b),
            data.length,
          )
          assert.ok(data.every(Number.isFinite))
        }
      } catch (error) {
        assert.equal(error.name, 'Unreadable', error.stack)
      }
    }),
    { numRuns: 2000 },
  )
  for (const text of [
    '['.repeat(1e6),
    '[1'.repeat(1e6),
    '[1 '.padEnd(2e6, '2 '),
    "'a', ".repeat(2e5),
    `${'x'.repeat(1e6)}[1]`,
  ])
    try {
      readPasted(text)
    } catch (error) {
      assert.equal(error.name, 'Unreadable')
    }
})

/** A file of safetensors. @param header its text, or an object @param length as it says it is */
function fileOf(header, numbers, { Type = Float32Array, length } = {}) {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const bytes = new Uint8Array(Type.from(numbers).buffer)
  const file = new Uint8Array(8 + text.length + bytes.length)
  new DataView(file.buffer).setBigUint64(0, BigInt(length ?? text.length), true)
  file.set(text, 8)
  file.set(bytes, 8 + text.length)
  return file.buffer
}

const at = (dtype, shape, from, to) => ({ dtype, shape, data_offsets: [from, to] })

test('a file of safetensors is read, in whichever order its tensors lie', () => {
  for (const [dtype, Type, size] of [
    ['F32', Float32Array, 4],
    ['F64', Float64Array, 8],
  ]) {
    const header = {
      __metadata__: { format: 'pt' },
      'fc1.bias': at(dtype, [3], 0, 3 * size),
      'fc1.weight': at(dtype, [3, 2], 3 * size, 9 * size),
      'fc10.bias': at(dtype, [1], 9 * size, 10 * size),
      'fc10.weight': at(dtype, [1, 3], 10 * size, 13 * size),
    }
    const numbers = [0.5, -0.5, 0.25, 1, 2, 3, 4, 5, 6, 0.125, 7, 8, 9]
    const [reading] = readingsOf(readSafetensors(fileOf(header, numbers, { Type })), ends)
    assert.deepEqual(reading.layers, network)
  }
})

const one = at('F32', [2], 0, 8)

const hostile = {
  'nothing at all': ['noHeader', new ArrayBuffer(0)],
  'seven bytes': ['noHeader', new ArrayBuffer(7)],
  'a header of nothing': ['noHeader', new ArrayBuffer(64)],
  'a header of 100 MB': ['longHeader', fileOf('{}', [1], { length: 100_000_000 })],
  'a header of 2^64 - 1 bytes': ['longHeader', fileOf('{}', [1], { length: 2n ** 64n - 1n })],
  'a header that is longer than the file': ['cutHeader', fileOf('{}', [1], { length: 900 })],
  'a header that is no JSON': ['noHeader', fileOf('{"a":', [1])],
  'a header that is a list': ['noHeader', fileOf('[1, 2]', [1])],
  'a header that begins with blanks': ['noHeader', fileOf(' {"a":{}}', [1])],
  'no tensors': ['noArrays', fileOf({}, [])],
  'a name twice': [
    'twice',
    fileOf(`{"a":${JSON.stringify(one)},"\\u0061":${JSON.stringify(at('F32', [2], 8, 16))}}`, [1, 2, 3, 4]),
  ],
  'offsets twice': ['twice', fileOf('{"a":{"dtype":"F32","shape":[1],"shape":[2],"data_offsets":[0,8]}}', [1, 2])],
  'a gap': ['gap', fileOf({ a: at('F32', [1], 4, 8) }, [1, 2])],
  'an overlap': ['overlap', fileOf({ a: at('F32', [2], 0, 8), b: at('F32', [2], 4, 12) }, [1, 2, 3])],
  'the same place twice': ['overlap', fileOf({ a: one, b: one }, [1, 2])],
  'bytes that are missing': ['cutOff', fileOf({ a: at('F32', [4], 0, 16) }, [1, 2])],
  'bytes that are too many': ['rest', fileOf({ a: one }, [1, 2, 3])],
  'another length than its shape': ['otherLength', fileOf({ a: at('F32', [3], 0, 8) }, [1, 2])],
  'a shape whose product overflows': ['otherLength', fileOf({ a: at('F32', [2 ** 40, 2 ** 40], 0, 8) }, [1, 2])],
  'offsets the wrong way round': ['otherLength', fileOf({ a: at('F32', [2], 8, 0) }, [1, 2])],
  'a negative offset': ['noPlace', fileOf({ a: at('F32', [2], -8, 0) }, [1, 2])],
  'an offset that is no whole number': ['noPlace', fileOf({ a: at('F32', [1], 0, 4.5) }, [1])],
  'a huge offset': ['noPlace', fileOf({ a: at('F32', [1], 1e300, 1e300) }, [1])],
  'a shape that is no list': ['noPlace', fileOf({ a: { ...one, shape: 2 } }, [1, 2])],
  'a tensor that is null': ['noPlace', fileOf({ a: null }, [1, 2])],
  'half precision': ['otherType', fileOf({ a: at('F16', [4], 0, 8) }, [1, 2])],
  'a type that objects inherit': ['otherType', fileOf({ a: at('constructor', [2], 0, 8) }, [1, 2])],
  'numbers that are none': ['notFinite', fileOf({ a: one }, [1, NaN])],
  'numbers without end': ['notFinite', fileOf({ a: one }, [Infinity, 1])],
}

for (const [what, [code, file]] of Object.entries(hostile))
  test(`safetensors with ${what} are refused`, () => {
    assert.throws(() => readSafetensors(file), { name: 'Unreadable', code })
  })

test('a file of safetensors with any bytes changed or cut off is read or refused', () => {
  const whole = new Uint8Array(fileOf({ a: one, 'b.weight': at('F32', [1, 2], 8, 16) }, [1, 2, 3, 4]))
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length))
  fc.assert(
    fc.property(change, fc.boolean(), ([place, byte, length], isCut) => {
      const bytes = isCut ? whole.slice(0, length) : whole.slice()
      if (!isCut) bytes[place] = byte
      try {
        readingsOf(readSafetensors(bytes.buffer), ends)
      } catch (error) {
        assert.equal(error.name, 'Unreadable', error.stack)
      }
    }),
    { numRuns: 1000 },
  )
})
