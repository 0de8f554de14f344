import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dataNames } from '../../web/src/data/sources.ts'
import { givenTable, plainState } from '../../web/src/state/border.ts'
import { fields } from '../../web/src/state/fields.ts'
import { encodeLink, longestLink } from '../../web/src/state/link.ts'
import { nearMisses } from '../../web/src/state/link-pairs.ts'
import { firstState, presetState } from '../../web/src/state/presets.ts'
import { decodeLink, longestRead } from '../../web/src/state/read-link.ts'
import { completeState } from '../../web/src/state/state.ts'
import { border, catalog, stored } from './session-helper.mjs'
import { anyState } from './states.mjs'

const roundTrip = (state) => decodeLink(encodeLink(state, border), border)

test('the preset of every data set is a link that says nothing but its name', () => {
  for (const name of dataNames(catalog)) assert.equal(encodeLink(presetState(catalog, name), border), `data=${name}`)
})

test('a link without data is of what a page opens on; each that is made names its data, so that none hangs on that', () => {
  const first = firstState(catalog)
  assert.deepEqual(
    decodeLink('rate=0.3', border),
    completeState({ ...first, training: { ...first.training, learningRate: 0.3 } }, border),
  )
  assert.equal(encodeLink(first, border), 'data=circle&layers=3.tanh-1.sigmoid&optimizer=sgd&rate=0.5&l2=0&batch=20')
  assert.deepEqual(roundTrip(first), first)
  assert.throws(() => decodeLink('features=x1', border), /generator/)
})

test('a link is readable', () => {
  const state = completeState(
    {
      v: 1,
      data: { name: 'spiral', noise: 0.1 },
      training: { learningRate: 0.3, shuffle: false },
      step: 120,
      network: {
        layers: [
          { units: 8, activation: 'relu' },
          { units: 1, activation: 'sigmoid' },
        ],
        seed: 7,
      },
    },
    border,
  )
  assert.equal(
    encodeLink(state, border),
    'data=spiral&noise=0.1&layers=8.relu-1.sigmoid&seed=7&rate=0.3&shuffle=false&step=120',
  )
})

test('any state comes back from its link exactly', () => {
  fc.assert(
    fc.property(anyState(catalog), (state) => assert.deepEqual(roundTrip(state), state)),
    { numRuns: 300 },
  )
})

test('weights come back bit for bit in float64, and rounded once in float32', () => {
  const layers = [
    { units: 2, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ]
  const parameters = [
    {
      weights: [
        [0.1, -1 / 3],
        [Math.PI, 5e-324],
      ],
      bias: [1e300, -0],
    },
    { weights: [[-2.5, 1]], bias: [0.2] },
  ]
  const state = (precision, own) =>
    completeState({ v: 1, data: { name: 'xor' }, network: { layers, precision }, parameters: own }, border)
  assert.deepEqual(roundTrip(state('float64', parameters)).parameters, parameters)
  const small = [
    {
      weights: [
        [0.1, -1 / 3],
        [Math.PI, 0],
      ],
      bias: [1e30, 0],
    },
    parameters[1],
  ]
  assert.deepEqual(roundTrip(state('float32', small)).parameters[0].weights[0], [Math.fround(0.1), Math.fround(-1 / 3)])
})

const sealedLink = () => {
  const layers = [
    { units: 2, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ]
  const parameters = [
    {
      weights: [
        [0.1, -0.2],
        [0.3, 0.4],
      ],
      bias: [0, 1],
    },
    { weights: [[-2.5, 1]], bias: [0.2] },
  ]
  return encodeLink(completeState({ v: 1, data: { name: 'xor' }, network: { layers }, parameters }, border), border)
}

test('weights stand after the #, with their number and checksum', () => {
  const link = sealedLink()
  assert.match(link, /^data=xor&layers=2\.tanh-1\.sigmoid#weights=9\.[\w-]{96}\.[\da-z]{6}$/)
  const state = decodeLink(link, border)
  for (const same of [
    `?${link}`,
    link.replace('#', '&'), // where the host has the fragment for itself
    link.replace('#', '%23'), // as messengers do
    link.replace(/weights=9\.([\w-]+)\..*/, 'weights=$1'), // by hand, and as links were before
    `${link}#?secret=aBc123`, // as WordPress does
    `${link}&secret=aBc123`,
  ])
    assert.deepEqual(decodeLink(same, border), state, same)
})

test('weights that were cut off or altered anywhere are refused as incomplete', () => {
  const link = sealedLink()
  const start = link.indexOf('#weights=') + '#weights='.length
  const refused = (text) =>
    assert.throws(
      () => decodeLink(text, border),
      { name: /^(Range|Type)Error$/, message: /^parameters: must (be|fit) / },
      text,
    )
  for (let end = start; end < link.length; end++) refused(link.slice(0, end))
  for (let i = start; i < link.length; i++) {
    const other = link[i] === 'x' ? 'y' : 'x'
    refused(link.slice(0, i) + other + link.slice(i + 1))
    refused(link.slice(0, i) + link.slice(i + 1))
  }
  assert.throws(() => decodeLink(link.slice(0, -20), border), {
    message: 'parameters: must be complete: 9 numbers that come to their checksum, got 7 numbers',
  })
  assert.throws(() => decodeLink(link.replace(/#weights=9\../, '#weights=9.B'), border), /checksum, got others$/)
})

test('the seal of a link is whole or refused', () => {
  const link = 'data=xor&step=20&seal=1.k3f9ab'
  assert.equal(decodeLink(link, border).seal, '1.k3f9ab')
  for (let end = link.indexOf('seal=') + 5; end < link.length; end++)
    assert.throws(
      () => decodeLink(link.slice(0, end), border),
      /^RangeError: seal: must be complete, such as 1\.k3f9ab/,
    )
})

test('a # that is no fragment of ours is part of a value', () => {
  assert.throws(() => decodeLink('data=penguins&target=# of rings', border), /got # of rings$/)
  assert.throws(() => decodeLink('data=xor#1.W1,1=0.5', border), /^RangeError: data\.name: /)
})

test('names of columns with spaces and commas come back', () => {
  const data = { name: 'digits', features: ['pixel 0,0', 'pixel 3,4'] }
  assert.deepEqual(roundTrip(completeState({ v: 1, data }, border)).data.features, data.features)
})

test('a link without a state says so, and keys of other software count for nothing', () => {
  for (const query of ['', '?', '?secret=abc', '#?secret=x&utm_source=y&fbclid=z'])
    assert.equal(decodeLink(query, border), null)
  assert.equal(decodeLink('?data=xor&secret=abc&utm_campaign=q', border).data.name, 'xor')
})

test('keys that are not ours are ignored, whoever put them there', () => {
  const foreign =
    'ref=x&igshid=1&msclkid=2&v=3&s=4&forceview=1&p=12&theme=dark&constructor=x&__proto__=1&%E0%A4%A=1&=&a&?&amp;&amp;?&%'
  assert.equal(decodeLink(`?${foreign}`, border), null)
  assert.deepEqual(
    decodeLink(`?${foreign}&data=xor&rate=0.3&utm_source=y`, border),
    decodeLink('?data=xor&rate=0.3', border),
  )
})

test('a key that is nearly ours is told, and what it was meant to be', () => {
  for (const [key, meant] of [
    ['learningrate', 'rate'],
    ['LearningRate', 'rate'],
    ['learning-rate', 'rate'],
    ['Rate', 'rate'],
    ['layer', 'layers'],
    ['layesr', 'layers'],
    ['batchsize', 'batch'],
    ['batch_size', 'batch'],
    ['nois', 'noise'],
    ['optimiser', 'optimizer'],
    ['initializer', 'init'],
    ['weight', 'weights'],
    ['steps', 'step'],
  ])
    assert.deepEqual(nearMisses(`?data=xor&${key}=1`), [{ key, meant }], key)
})

test('a link that is cut off anywhere says so, unless what is left is whole', () => {
  const links = [
    'data=xor&layers=3.tanh-1.sigmoid&optimizer=adam&scope=batch&tab=neuron&at=backward.1&select=0.1',
    'data=circle&standardize=true&init=heNormal&precision=float32&cost=mse&log=true',
    'data=sine&cost=huber&locked=0.1.b&muted=0.1&parameter=0.1.0&own=0.5!0.7&tab=compare',
    'data=penguins&target=species&tab=cost',
    'start=tutorial&shuffle=false',
  ]
  /** What is left of a value and is one too: fewer digits, units alone. */
  const wholes = /^(own=0\.5!0(\.7?)?|own=0\.5!0\.|layers=3\.tanh-1|data=\w+|start=\w+)$/
  for (const link of links)
    for (let end = link.indexOf('&') + 2; end < link.length; end++) {
      const cut = link.slice(0, end)
      const last = cut.slice(cut.lastIndexOf('&') + 1)
      const isPair = link.split('&').includes(last) || last === '' || wholes.test(last)
      if (isPair) assert.doesNotThrow(() => decodeLink(cut, border), cut)
      else if (!nearMisses(cut).length) assert.throws(() => decodeLink(cut, border), /Error/, cut)
    }
  for (const empty of ['derived', 'derived=', 'locked', 'muted='])
    assert.throws(() => decodeLink(`data=circle&${empty}`, border), /must be/, empty)
  assert.deepEqual(nearMisses('data=xor&rate=0.3&lay'), [{ key: 'lay' }])
  assert.deepEqual(nearMisses('data=xor&rate=0.3&l'), [{ key: 'l' }])
  for (const foreign of ['?s', '?s&data=xor', '?data=xor&s=1', '?p&q'])
    assert.deepEqual(nearMisses(foreign), [], foreign)
})

test('other software’s keys are not taken for ours', () => {
  const keys =
    'ref igshid msclkid v s p q id page lang feed date text gclid fbclid utm_source secret forceview theme post'
  for (const key of keys.split(' ')) assert.deepEqual(nearMisses(`?${key}=1`), [], key)
})

test('what software on the way does to an address is undone: encoded twice, ampersands of HTML', () => {
  const table = { inputs: ['In 1', 'a%20b'], outputs: ['50% + 1'], rows: [[1, 2, 3]] }
  const link = encodeLink(presetState(catalog, 'hand', null, stored(table)), border)
  assert.doesNotMatch(link, /[+ ]/)
  const expected = decodeLink(link, border)
  assert.deepEqual(givenTable(expected.data.table, border.rows), table)
  const features = encodeLink(
    completeState({ v: 1, data: { name: 'digits', features: ['pixel 0,0', 'pixel 3,4'] } }, border),
    border,
  )
  for (const mangled of [features.replaceAll('%', '%25'), features.replaceAll('%', '%2525')])
    assert.deepEqual(decodeLink(mangled, border), decodeLink(features, border))
  assert.deepEqual(decodeLink('data=xor&amp;rate=0.3', border), decodeLink('data=xor&rate=0.3', border))
})

test('names of any letters come back from a link', () => {
  const name = fc.stringMatching(/^[%0-9a-f +&=#?,.;/-]{1,12}$/)
  fc.assert(
    fc.property(name, (input) => {
      const table = { inputs: [input], outputs: [`${input}!`.replace('!', 'x')], rows: [[1, 2]] }
      const state = presetState(catalog, 'hand', null, stored(table))
      assert.deepEqual(givenTable(roundTrip(state).data.table, border.rows), table)
    }),
  )
})

test('a link that is made is one that travels', () => {
  const layers = [
    { units: 30, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ]
  const parameters = [
    { weights: Array.from({ length: 30 }, () => Array(64).fill(0.1)), bias: Array(30).fill(0) },
    { weights: [Array(30).fill(0.2)], bias: [0] },
  ]
  const state = completeState({ v: 1, data: { name: 'xor' }, network: { layers }, parameters }, border)
  assert.ok(longestLink <= 8000)
  assert.throws(() => encodeLink(state, border), /^RangeError: link: must have at most 7000 characters/)
})

const hostile = [
  ['data=nonsense', /^data\.name: must be one of .*got nonsense$/],
  ['data=__proto__', /^data\.name: /],
  ['data=xor&data=spiral', /^data: must be given once/],
  ['data=xor&noise=NaN', /^data\.noise: must be a number, got "NaN"$/],
  ['data=xor&noise=Infinity', /^data\.noise: /],
  ['data=xor&noise=1e999', /^data\.noise: /],
  ['data=xor&noise=', /^data\.noise: /],
  ['data=xor&noise=-1', /^data\.noise: must be from 0 to 10, got -1$/],
  ['data=xor&samples=1e9', /^data\.samples: /],
  ['data=xor&samples=2.5', /^data\.samples: must be a whole number/],
  ['data=xor&layers=1000000.tanh-1.sigmoid', /^network\.layers/],
  ['data=xor&layers=0.tanh-1.sigmoid', /^network\.layers\.0\.units: /],
  [`data=xor&layers=${Array(40).fill('2.tanh').join('-')}-1.sigmoid`, /^network\.layers/],
  ['data=xor&layers=8.evil()-1.sigmoid', /^network\.layers: /],
  ['data=xor&layers=8.toString-1.sigmoid', /^network\.layers\.0\.activation: must be one of/],
  ['data=xor&layers=4.tanh-3.softmax', /^network\.layers\.1\.units: must be 1/],
  ['data=xor&shuffle=1', /^training\.shuffle: /],
  ['data=xor&step=99999999', /^step: /],
  ['data=xor&weights=AAAA', /^parameters: /],
  ['data=xor#weights=3.AAAA.000000', /^parameters: must be complete/],
  ['data=xor#weights=0..000000', /^parameters: /],
  ['data=xor#weights=99999999.AAAA.000000', /^parameters: /],
  ['data=xor&weights=AAAA#weights=AAAA', /^weights: must be given once/],
  ['data=xor&seal=1.<b>', /^seal: must be complete/],
  ['data=xor&weights=%22%3E%3Cscript%3E', /^parameters: /],
  [`data=xor&weights=${'f'.repeat(longestRead)}`, /^link: must have at most/],
  ['data=xor&tab=<img>', /^view\.tab: /],
  ['data=xor&select=9.9', /^view\.selected: /],
  ['data=penguins&target=nobody', /^data\.target: must be one of species, sex, body mass, got nobody$/],
  ['data=xor&target=species', /^data\.target: /],
  ['data=xor&init=%00', /^network\.initializer: /],
]
for (const [query, sentence] of hostile) {
  test(`the link ${query.slice(0, 60)} is refused with a sentence`, () => {
    assert.throws(
      () => decodeLink(query, border),
      (error) =>
        (error instanceof RangeError || error instanceof TypeError) &&
        sentence.test(error.message) &&
        error.message.length < 700,
    )
  })
}

test('rows that no link can hold are refused before anything is written', () => {
  const rows = Array.from({ length: 1167 }, () => [1, 2, 3])
  const state = presetState(catalog, 'hand', null, stored({ inputs: ['a', 'b'], outputs: ['c'], rows }))
  assert.throws(() => encodeLink(state, border), {
    name: 'RangeError',
    message: 'link: must have at most 7000 characters, got at least 7002',
  })
})

test('no text whatever makes the reader of links fail in any other way', () => {
  const key = fc.oneof(fc.constantFrom(...fields.map((field) => field.key)), fc.string())
  const value = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.constantFrom('1.tanh', 'spiral', 'iris', '__proto__', '-1'),
  )
  const query = fc.array(fc.tuple(key, value)).map((pairs) => new URLSearchParams(pairs).toString())
  fc.assert(
    fc.property(fc.oneof(query, fc.string()), (text) => {
      try {
        const state = decodeLink(text, border)
        if (state) assert.deepEqual(completeState(plainState(state, border.rows), border), state)
      } catch (error) {
        assert.ok(error instanceof RangeError || error instanceof TypeError, String(error))
        assert.match(error.message, /: /)
      }
    }),
    { numRuns: 1000 },
  )
})
