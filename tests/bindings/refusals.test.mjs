// What the engine refuses crosses the border as data too: { code, path, values }, beside the sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { mazur, parameters, settings, X, Y } from './mazur.mjs'

const engine = await loadEngine()
const { rules } = engine.catalog
const create = (changes) => engine.createTrainer({ ...settings, ...changes })
const layersOf = (units, activation) => [{ units, activation }]
const weight = { layer: 0, row: 1, column: 0 }
const many = { data: new Float64Array(200_002), shape: [100_001, 2] }
const ranges = { rangeA: [-1, 1], rangeB: [0, 2], resolution: 3 }

/** A mistake for every rule that the facade leaves to the engine. */
const mistakes = {
  whole: () => create({ batchSize: 2.5 }),
  above: () => create({ learningRate: -1 }),
  between: () => engine.split(Y, 0.95, 1),
  count: () => create({ layers: [] }),
  atLeast: (trainer) => trainer.gradientCheck(X, Y, { count: 0 }),
  finite: () => engine.standardizer([[1e300], [-1e300]]),
  finiteRow: () => create({}).predict([[1, Number.NaN]]),
  nonzero: (trainer) => trainer.shock(weight, 0),
  rising: (trainer) => trainer.costSurface(weight, { ...weight, column: 1 }, { ...ranges, rangeA: [1, 0] }),
  different: (trainer) => trainer.costSurface(weight, weight, ranges),
  choice: (trainer) => trainer.setData(X, Y, { task: 'sorting' }),
  data: () => create({}).step(),
  samples: () => engine.standardizer([]),
  mostSamples: (trainer) => trainer.predict(many),
  probabilities: () => create({ cost: 'binaryCrossEntropy' }).trace(X, [[0.5, 7]]),
  shares: () => create({ cost: 'softmaxCrossEntropy', layers: layersOf(2, 'softmax') }).trace(X, [[1, 1]]),
  task: (trainer) => trainer.setData(X, Y, { task: 'classes' }),
  mostParameters: () => create({ inputs: 4096, layers: layersOf(1000, 'tanh') }),
  layers: (trainer) => trainer.setParameters([parameters[0]]),
  shape: (trainer) => trainer.setParameters([parameters[0], { weights: [[1]], bias: [0, 0] }]),
  parameters: (trainer) => trainer.setParametersFlat([1, 2, 3]),
  layer: (trainer) => trainer.lock({ ...weight, layer: 9 }),
  unit: (trainer) => trainer.lock({ ...weight, row: 9 }),
  input: (trainer) => trainer.lock({ ...weight, column: 9 }),
  place: (trainer) => trainer.gradientCheck(X, Y, { from: 12 }),
  hidden: (trainer) => trainer.mute({ layer: 1, unit: 0 }),
  fit: () => create({ cost: 'binaryCrossEntropy', layers: layersOf(2, 'tanh') }),
  fixed: (trainer) => trainer.configure({ seed: 9 }),
  sameTrainer: (trainer) => trainer.restore(new Uint8Array(3)),
  undamaged: (trainer) => trainer.restore(trainer.snapshot().slice(0, -1)),
}

/** What the facade refuses by itself, row by row. */
const ofTheFacade = ['features', 'outputs', 'sameSamples']

/** The error that a call throws. */
function thrownBy(call) {
  try {
    call()
  } catch (error) {
    return error
  }
  return assert.fail('nothing was refused')
}

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name])

test('every rule of the catalogue has a mistake here, or is the facade’s too', () => {
  assert.deepEqual([...Object.keys(mistakes), ...ofTheFacade].sort(), Object.keys(rules).sort())
})

for (const [code, mistake] of Object.entries(mistakes)) {
  test(`a refusal with the code ${code} is plain data, and its sentence is the catalogue’s`, () => {
    const trainer = mazur(engine)
    const error = thrownBy(() => mistake(trainer))
    assert.equal(Object.getPrototypeOf(error), RangeError.prototype)
    const { path, values } = error.refusal
    assert.deepEqual(structuredClone(error.refusal), { code, path, values })
    assert.equal(error.message, `${path}: ${filled(rules[code], values)}, got ${values.value}`)
    for (const value of Object.values(values)) assert.ok(['number', 'string'].includes(typeof value))
    trainer.delete()
  })
}

test('numbers are numbers, names are text, and a long text is clipped', () => {
  const trainer = mazur(engine)
  assert.deepEqual(thrownBy(() => create({ learningRate: -1 })).refusal, {
    code: 'above',
    path: 'learningRate',
    values: { minimum: 0, maximum: 1000, value: -1 },
  })
  assert.deepEqual(thrownBy(() => mistakes.fit()).refusal, {
    code: 'fit',
    path: 'cost',
    values: { cost: 'binaryCrossEntropy', minimum: 0, maximum: 1, names: 'sigmoid, softmax', value: 'tanh' },
  })
  const { values } = thrownBy(() => trainer.setData(X, Y, { task: 'x'.repeat(1e5) })).refusal
  assert.equal(values.value, 'x'.repeat(60))
  assert.ok(Number.isNaN(thrownBy(() => create({ learningRate: NaN })).refusal.values.value))
  trainer.delete()
})

test('the catalogue says which targets a cost takes', () => {
  const targets = Object.fromEntries(engine.catalog.costs.map((cost) => [cost.name, cost.targets]))
  assert.equal(targets.mse, 'numbers')
  assert.equal(targets.binaryCrossEntropy, 'probabilities')
  assert.equal(targets.softmaxCrossEntropy, 'shares')
})

test('the limits of the catalogue are those that are enforced', () => {
  const { noise, samples, testShare } = engine.catalog.limits
  const beyond = [
    [noise, (value) => engine.generate('gauss', { samples: 3, noise: value })],
    [samples, (value) => engine.generate('gauss', { samples: value })],
    [testShare, (value) => engine.split(Y, value, 1)],
  ]
  for (const [{ minimum, maximum }, call] of beyond) {
    call(minimum)
    call(maximum)
    for (const value of [minimum - 1, maximum + 1]) {
      const { values } = thrownBy(() => call(value)).refusal
      assert.deepEqual(values, { minimum, maximum, value })
    }
  }
})
