// Whatever is given wrongly, to whatever method, is told in one sentence, `name: rule, got value`, and changes nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loadEngine, Trainer } from '../../web/src/engine/engine.ts'
import { mazur, parameters, X, Y } from './mazur.mjs'

const engine = await loadEngine()
const weight = { layer: 0, row: 1, column: 0 }
const bias = { layer: 1, row: 0, bias: true }
const ranges = { rangeA: [-1, 1], rangeB: [0, 2], resolution: 3 }

/** Lists in lists, 5,000 deep. */
const deep = Array.from({ length: 5000 }).reduce((inner) => [inner], [])
const deepObject = Array.from({ length: 5000 }).reduce((inner) => ({ inner }), {})
const cyclic = { layers: [] }
cyclic.layers.push(cyclic)

/** What no argument of any method may be. */
const wrong = {
  null: null,
  NaN,
  Infinity: -Infinity,
  'a negative number': -1,
  'a fraction': 0.5,
  'a huge number': 1e300,
  BigInt: 3n,
  'a huge BigInt': 10n ** 1000n,
  symbol: Symbol('rows'),
  'a quoted number': '3',
  'no text': '',
  text: 'many',
  'a long text': 'x'.repeat(1e5),
  boolean: true,
  function: () => 3,
  'an object with a typo': { colour: 1 },
  'a list of null': [null],
  'a list of lists of text': [['1', '2']],
  'an empty row': [[]],
  'rows with NaN': [[Number.NaN, 1]],
  'ragged rows': [[1, 2], [3]],
  'a sparse list': new Array(3),
  'an enormous sparse list': new Array(4e9),
  'flat rows of no shape': { data: [1, 2] },
  'flat rows of a wrong shape': { data: [1, 2], shape: [3, 1e9] },
  'flat rows without columns': { data: [], shape: [1e9, 0] },
  Date: new Date(0),
  Map: new Map(),
  DataView: new DataView(new ArrayBuffer(8)),
  BigInt64Array: new BigInt64Array(2),
  'an object whose parts throw': {
    get samples() {
      throw new Error('mine')
    },
    toJSON() {
      throw new Error('mine')
    },
  },
  'a proxy that throws': new Proxy({}, { ownKeys: () => assert.fail('mine') }),
  'lists 5,000 deep': deep,
  'objects 5,000 deep': deepObject,
  'an object that holds itself': cyclic,
}

/** Right arguments for every method, and what else each may be. */
const methods = {
  configure: [[{ learningRate: 0.1 }]],
  setData: [[X, Y, { testX: X, testY: Y }]],
  setParameters: [[parameters]],
  setParametersFlat: [[new Array(12).fill(1)]],
  setParameter: [[weight, 1], { 1: Number.isFinite }],
  lock: [[[weight]]],
  unlock: [[[weight]]],
  mute: [[[{ layer: 0, unit: 1 }]]],
  predict: [[X]],
  activations: [[X]],
  activationsInto: [[X, new Float32Array(4 * X.length)]],
  trace: [[X, Y]],
  traceMeans: [[X, Y]],
  evaluate: [[X, Y]],
  costs: [[X, Y]],
  gradient: [[X, Y]],
  step: [[1]],
  epoch: [[1]],
  restore: [[new Uint8Array(8)]],
  shock: [[weight, 0.1, X, Y, [1]], { 1: Number.isFinite }],
  gradientCheck: [[X, Y, { from: 0 }]],
  costSurface: [[weight, bias, ranges]],
}

const form = /^[\w.]+( \d+)?: ((row \d+ )?must .+, got .+|has no setting .+|.+ must stay while training, got .+)$/s

/** Calls it; if it refuses, with a sentence and without a trace. @returns {boolean} whether it was refused */
function isRefused(trainer, call, what) {
  const before = [trainer.snapshot(), trainer.locked(), trainer.predict(X), trainer.settings]
  try {
    call()
    return false
  } catch (error) {
    const isKind = [TypeError, RangeError].some((Kind) => Object.getPrototypeOf(error) === Kind.prototype)
    assert.ok(isKind && form.test(error.message), `${what}: ${error?.stack ?? String(error)}`)
    assert.ok(error.message.length < 300, `${what}: ${error.message.length} letters`)
    assert.deepEqual([trainer.snapshot(), trainer.locked(), trainer.predict(X), trainer.settings], before, what)
    return true
  }
}

/** Stands after two steps of descent with momentum, so that there is something to change. */
function inTheMiddle() {
  const trainer = mazur(engine, { optimizer: 'momentum' })
  trainer.step(2)
  return trainer
}

test('every method that takes anything is in the table', () => {
  const own = Object.getOwnPropertyNames(Trainer.prototype).filter((name) => name !== 'constructor')
  const takers = own.filter((name) => {
    const { value } = Object.getOwnPropertyDescriptor(Trainer.prototype, name)
    return typeof value === 'function' && !/^\w+\(\)\s*\{/.test(String(value))
  })
  assert.deepEqual(takers.sort(), Object.keys(methods).sort())
})

for (const [method, [right, allowed = {}]] of Object.entries(methods)) {
  test(`${method}() refuses every kind of wrong argument with a sentence and changes nothing`, () => {
    const trainer = inTheMiddle()
    for (const place of right.keys()) {
      for (const [kind, value] of Object.entries(wrong)) {
        if (allowed[place]?.(value)) continue
        const given = right.with?.(place, value) ?? Object.assign([...right], { [place]: value })
        const what = `${method}() with ${kind} as argument ${place + 1}`
        assert.ok(
          isRefused(trainer, () => trainer[method](...given), what),
          `${what}: accepted`,
        )
      }
    }
    trainer.delete()
  })
}

/** Objects whose every field is tried: how to call with one, a right one, and values that are right for a field. */
const objects = {
  createTrainer: [(settings) => engine.createTrainer(settings).delete(), mazurSettings()],
  configure: [(settings, trainer) => trainer.configure(settings), { l2: 0.1, momentum: 0.5, optimizer: 'adam' }],
  generate: [(options) => engine.generate('moons', options), { samples: 3, noise: 0.1, seed: 1 }],
  setData: [(test, trainer) => trainer.setData(X, Y, test), { testX: X, testY: Y }],
  setParameters: [(layer, trainer) => trainer.setParameters([layer, parameters[1]]), parameters[0]],
  setParameter: [(place, trainer) => trainer.setParameter(place, 1), weight],
  lock: [(place, trainer) => trainer.lock(place), bias],
  mute: [(unit, trainer) => trainer.mute(unit), { layer: 0, unit: 1 }],
  gradientCheck: [(slice, trainer) => trainer.gradientCheck(X, Y, slice), { from: 0, count: 2 }],
  costSurface: [(options, trainer) => trainer.costSurface(weight, bias, options), { ...ranges, X, Y }],
}

function mazurSettings() {
  const trainer = mazur(engine)
  const { settings } = trainer
  trainer.delete()
  return settings
}

/** Values of the table that a field may have. */
const allowed = {
  learningRate: [0.5],
  momentum: [0.5],
  beta1: [0.5],
  beta2: [0.5],
  epsilon: [0.5],
  rho: [0.5],
  weightDecay: [0.5],
  l1: [0.5],
  l2: [0.5],
  noise: [0.5],
  shuffle: [true],
  bias: [true],
}

for (const [name, [call, right]] of Object.entries(objects)) {
  test(`${name}() refuses every kind of wrong value in an object, and every typo`, () => {
    const trainer = inTheMiddle()
    call(right, trainer)
    const typo = `${Object.keys(right)[0]}s`
    assert.ok(isRefused(trainer, () => call({ ...right, [typo]: 1 }, trainer), typo))
    for (const key of Object.keys(right)) {
      for (const [kind, value] of Object.entries(wrong)) {
        if (allowed[key]?.includes(value)) continue
        const what = `${name}() with ${kind} as ${key}`
        assert.ok(
          isRefused(trainer, () => call({ ...right, [key]: value }, trainer), what),
          `${what}: accepted`,
        )
      }
    }
    trainer.delete()
  })
}

test('the engine itself refuses every kind of wrong argument with a sentence', () => {
  const trainer = inTheMiddle()
  const standardizer = engine.standardizer([[1, 2]])
  const calls = {
    'generate(name)': (value) => engine.generate(value),
    'split(Y)': (value) => engine.split(value, 0.2, 1),
    'split(testShare)': (value) => engine.split(Y, value, 1),
    'split(seed)': (value) => engine.split(Y, 0.2, value),
    'standardizer(X)': (value) => engine.standardizer(value),
    'apply(X)': (value) => standardizer.apply(value),
  }
  for (const [name, call] of Object.entries(calls)) {
    for (const [kind, value] of Object.entries(wrong)) {
      if (name === 'split(testShare)' && value === 0.5) continue
      const what = `${name} with ${kind}`
      assert.ok(
        isRefused(trainer, () => call(value), what),
        `${what}: accepted`,
      )
    }
  }
  trainer.delete()
})

test('loadEngine() rejects with a sentence', async () => {
  for (const options of [null, 3, 'engine.wasm', { wasm: new Uint8Array(8) }, { wasmBinary: 'engine.wasm' }])
    await assert.rejects(loadEngine(options), { name: 'TypeError', message: form })
  await assert.rejects(loadEngine({ wasmBinary: new TextEncoder().encode('<!doctype html>') }), {
    message: /^engine\.wasm: .*WebAssembly/,
  })
})

const sentences = [
  [(t) => t.predict([[1, 2], [1, 2], [1, 2], [1]]), RangeError, 'X: row 3 must have 2 numbers, got 1'],
  [(t) => t.predict([[1, Number.NaN]]), RangeError, 'X: row 0 must be finite numbers, got NaN'],
  [(t) => t.predict([[1, '2']]), TypeError, 'X: row 0 must hold numbers only, got "2"'],
  [(t) => t.predict([1, 2]), TypeError, 'X: row 0 must be an array of numbers, got 1'],
  [(t) => t.predict(null), TypeError, 'X: must be rows of numbers, or { data, shape: [rows, columns] }, got null'],
  [(t) => t.evaluate(X), TypeError, /^Y: must be rows of numbers, .*got undefined$/],
  [(t) => t.setData(X, Y, { testX: X }), RangeError, 'testY: must have as many samples as testX (1), got 0'],
  [(t) => t.setData(X, Y, { test: X }), TypeError, 'options: has no setting test; did you mean testX?'],
  [(t) => t.setParameter(weight, Number.NaN), RangeError, 'value: must be a finite number, got NaN'],
  [(t) => t.setParameter(weight, '3'), TypeError, 'value: must be a number, got "3"'],
  [(t) => t.step(2n), TypeError, 'steps: must be a number, got 2n'],
  [(t) => t.costSurface(weight, bias), TypeError, 'options: must be an object, got undefined'],
  [(t) => t.costSurface(weight, bias, { rangeA: [0, 1] }), TypeError, 'rangeB: must be [low, high], got undefined'],
  [(t) => t.costSurface(weight, bias, { ...ranges, rangeA: [1, 0] }), RangeError, /^rangeA: must go from low to high/],
  [(t) => t.gradientCheck(X, Y, { form: 3 }), TypeError, 'slice: has no setting form; did you mean from?'],
  [() => engine.generate('spiral', null), TypeError, 'options: must be an object, got null'],
  [() => engine.generate('spiral', { sample: 3 }), TypeError, 'options: has no setting sample; did you mean samples?'],
  [() => engine.generate('spiral', { seed: '1' }), TypeError, 'seed: must be a number, got "1"'],
  [() => engine.standardizer([[1], [Number.NaN]]), RangeError, 'X: row 1 must be finite numbers, got NaN'],
  [() => engine.createTrainer({ inputs: 2, layers: deep }), TypeError, /^layer: must be an object, got \[\[\[\[…/],
]
for (const [call, Kind, sentence] of sentences) {
  test(`it says: ${sentence}`, () => {
    const trainer = mazur(engine)
    assert.throws(
      () => call(trainer),
      (error) => {
        assert.ok(error instanceof Kind, String(error))
        if (sentence instanceof RegExp) assert.match(error.message, sentence)
        else assert.equal(error.message, sentence)
        return true
      },
    )
    trainer.delete()
  })
}

test('without data what needs it says so; the test set may be missing', () => {
  const trainer = engine.createTrainer({ inputs: 2, layers: [{ units: 1, activation: 'sigmoid' }] })
  const one = { layer: 0, row: 0, bias: true }
  const needing = {
    ...Object.fromEntries(
      [
        'cost',
        'accuracy',
        'r2',
        'confusion',
        'evaluate',
        'costs',
        'gradient',
        'step',
        'epoch',
        'nextBatch',
        'nextStep',
      ].map((name) => [name, () => trainer[name]()]),
    ),
    shock: () => trainer.shock(one, 0.1),
    gradientCheck: () => trainer.gradientCheck(),
    costSurface: () => trainer.costSurface(one, { layer: 0, row: 0, column: 0 }, ranges),
  }
  for (const [name, call] of Object.entries(needing))
    assert.throws(call, { name: 'RangeError', message: 'data: must be set first (setData), got none' }, name)
  assert.ok(Number.isNaN(trainer.testCost()))
  trainer.predict([[0.1, 0.2]])
  trainer.trace([[0.1, 0.2]], [[1]])
  trainer.evaluate([[0.1, 0.2]], [[1]])
  trainer.delete()
})

test('anything at all, given to any method, is taken or refused with a sentence', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  const calls = Object.entries(methods).flatMap(([method, [right]]) =>
    right.map((_, place) => ({ method, right, place })),
  )
  const isLong = (method, value) =>
    (method === 'step' || method === 'epoch') && typeof value === 'number' && value > 100
  fc.assert(
    fc.property(fc.constantFrom(...calls), anything, ({ method, right, place }, value) => {
      if (isLong(method, value)) return
      const trainer = inTheMiddle()
      const given = Object.assign([...right], { [place]: value })
      isRefused(trainer, () => trainer[method](...given), `${method}, argument ${place + 1}`)
      trainer.delete()
    }),
    { numRuns: 1500 },
  )
})
