import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { mazur, parameters, settings, X, Y } from './mazur.mjs'

const engine = await loadEngine()
const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${actual} is not ${expected}`)

test('the worked example of Mazur comes out, with biases frozen', () => {
  const trainer = mazur(engine)
  near(trainer.cost(), 0.2983711087600027, 1e-10)
  trainer.step()
  near(trainer.cost(), 0.29102777369359933, 1e-10)
  assert.deepEqual(trainer.parameters()[0].bias, [0.35, 0.35])
  trainer.step(9999)
  near(trainer.cost(), 3.510187782978859e-5, 1e-10)
  trainer.delete()
})

test('a trace shows Z, activation, delta and gradients row by row, and changes nothing', () => {
  const trainer = mazur(engine)
  const before = trainer.snapshot()
  const { layers, cost, penalty } = trainer.trace(X, Y)
  near(cost, 0.2983711087600027, 1e-10)
  assert.equal(penalty, 0)
  near(layers[0].Z[0][0], 0.3775, 1e-12)
  near(layers[1].delta[0][0], 0.13849856162855695, 1e-10)
  near(layers[1].delta[0][1], -0.038098236516556236, 1e-10)
  near(layers[1].weightGradient[0][0], 0.08216704056423077, 1e-10)
  near(layers[0].weightGradient[0][0], 0.0004385677344743465, 1e-10)
  assert.deepEqual(trainer.snapshot(), before)
  trainer.delete()
})

test('weights[r][c] joins input c to unit r, through every door', () => {
  const trainer = engine.createTrainer({ inputs: 5, layers: [{ units: 2, activation: 'linear' }] })
  const weights = [
    [11, 12, 13, 14, 15],
    [21, 22, 23, 24, 25],
  ]
  trainer.setParameters([{ weights, bias: [0, 0] }])
  assert.deepEqual(trainer.parameters()[0].weights, weights)
  assert.equal(trainer.parametersFlat()[1 + 3 * 2], 24)
  assert.deepEqual(trainer.predict([[0, 0, 0, 1, 0]]), [[14, 24]])
  trainer.setParameter({ layer: 0, row: 1, column: 3 }, -1)
  assert.deepEqual(trainer.predict([[0, 0, 0, 1, 0]]), [[14, -1]])
  trainer.delete()
})

test('rows come back as they went in: nested or flat', () => {
  const trainer = mazur(engine)
  const nested = trainer.predict(X)
  const flat = trainer.predict({ data: Float64Array.from(X.flat()), shape: [1, 2] })
  assert.deepEqual(flat.shape, [1, 2])
  assert.deepEqual(Array.from(flat.data), nested[0])
  assert.deepEqual(trainer.activations(X).at(-1), nested)
  trainer.delete()
})

test('what is drawn is the same activations, unit by unit, in single precision', () => {
  const rows = Array.from({ length: 5 }, (_, i) => [0.1 * i, 1 - 0.3 * i])
  const trainer = mazur(engine)
  const layers = trainer.activations(rows)
  const unitByUnit = (layer) => layer[0].flatMap((_, unit) => layer.map((row) => row[unit]))
  const [all, outputs] = [new Float32Array(20), new Float32Array(10)]
  trainer.activationsInto(rows, all)
  trainer.activationsInto(rows, outputs, true)
  assert.deepEqual(all, Float32Array.from(layers.flatMap(unitByUnit)))
  assert.deepEqual(outputs, Float32Array.from(unitByUnit(trainer.predict(rows))))
  const words = /^RangeError: into: must be 20 numbers, got Float32Array\(10\)/
  assert.throws(() => trainer.activationsInto(rows, outputs), words)
  trainer.delete()
})

test('targets of 0 and 1 are classes unless they are said to be numbers', () => {
  const trainer = engine.createTrainer({ inputs: 1, layers: [{ units: 1, activation: 'linear' }] })
  const rows = [
    [[0], [1], [2]],
    [[0], [1], [0]],
  ]
  trainer.setData(...rows)
  assert.ok(trainer.accuracy() >= 0 && Number.isNaN(trainer.r2()))
  trainer.setData(...rows, { task: 'regression' })
  assert.ok(Number.isNaN(trainer.accuracy()) && trainer.r2() <= 1)
  assert.throws(() => trainer.setData(...rows, { task: 'classes' }), /^RangeError: task: must fit the targets/)
  assert.throws(() => trainer.setData(...rows, { task: 3 }), /^TypeError: task: must be a string, got 3/)
  trainer.delete()
})

test('a row has the same bits alone and among others: 64 features, either precision', () => {
  const rows = Array.from({ length: 90 }, (_, row) => Array.from({ length: 64 }, (_, i) => Math.sin(row * 64 + i)))
  for (const precision of engine.catalog.precisions) {
    const layers = [
      { units: 9, activation: 'tanh' },
      { units: 3, activation: 'softmax' },
    ]
    const trainer = engine.createTrainer({ inputs: 64, layers, precision })
    const [all, layersOfAll] = [trainer.predict(rows), trainer.activations(rows)]
    rows.forEach((row, i) => {
      assert.deepEqual(trainer.predict([row]), [all[i]])
      assert.deepEqual(
        trainer.activations([row]),
        layersOfAll.map((layer) => [layer[i]]),
      )
      assert.deepEqual(trainer.trace([row], [[1, 0, 0]]).layers[1].activation, [all[i]])
    })
    trainer.delete()
  }
})

test('snapshot, 100 steps, restore and 100 steps give the same bits', () => {
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 8, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
    optimizer: 'adam',
    batchSize: 7,
  })
  const { X, Y } = engine.generate('spiral', { samples: 100 })
  trainer.setData(X, Y)
  trainer.step(33)
  const snapshot = trainer.snapshot()
  trainer.step(100)
  const once = trainer.parametersFlat()
  trainer.restore(snapshot)
  assert.equal(trainer.steps, 33)
  trainer.step(100)
  assert.deepEqual(trainer.parametersFlat(), once)
  trainer.delete()
})

test('reset goes back to the parameters before the first step', () => {
  const trainer = mazur(engine)
  trainer.step(5)
  trainer.reset()
  assert.equal(trainer.steps, 0)
  assert.deepEqual(trainer.parameters(), parameters)
  trainer.delete()
})

test('everything that leaves is a copy: memory that grows and further steps change nothing already given', () => {
  const trainer = mazur(engine)
  const held = trainer.parametersFlat()
  const kept = Array.from(held)
  const large = engine.createTrainer({ inputs: 4000, layers: [{ units: 400, activation: 'relu' }] })
  trainer.step()
  assert.deepEqual(Array.from(held), kept)
  assert.notDeepEqual(Array.from(trainer.parametersFlat()), kept)
  large.delete()
  trainer.delete()
})

test('the next batch is the rows that the next step uses', () => {
  const { X, Y } = engine.generate('moons', { samples: 25 })
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [{ units: 1, activation: 'sigmoid' }],
    batchSize: 10,
    learningRate: 1,
  })
  trainer.setData(X, Y)
  trainer.step(2)
  const rows = trainer.nextBatch()
  assert.equal(rows.length, 5)
  const pick = ({ data, shape: [, columns] }) =>
    rows.map((row) => Array.from(data.subarray(row * columns, (row + 1) * columns)))
  const [{ weights, bias }] = trainer.parameters()
  const {
    layers: [{ weightGradient, biasGradient }],
  } = trainer.trace(pick(X), pick(Y))
  trainer.step()
  const [after] = trainer.parameters()
  assert.deepEqual(after.weights, [weights[0].map((weight, i) => weight - weightGradient[0][i])])
  assert.deepEqual(after.bias, [bias[0] - biasGradient[0]])
  trainer.delete()
})

test('a shock measures the slope that backpropagation gives', () => {
  const trainer = mazur(engine)
  const shock = trainer.shock({ layer: 0, row: 1, column: 0 }, 1e-4)
  near(shock.slope, shock.gradient, 1e-7)
  assert.equal(shock.changes.length, 2)
  assert.equal(shock.changes[0][0], 0)
  assert.ok(shock.changes[0][1] > 0)
  assert.deepEqual(trainer.parameters(), parameters)
  const { worst, checked } = trainer.gradientCheck()
  assert.equal(checked, 12)
  assert.ok(worst.difference < 1e-7)
  trainer.delete()
})

test('a cost surface holds the cost where two weights take other values', () => {
  const trainer = mazur(engine)
  const a = { layer: 1, row: 0, column: 0 }
  const b = { layer: 1, row: 0, bias: true }
  const surface = trainer.costSurface(a, b, { rangeA: [-1, 1], rangeB: [0, 2], resolution: 3 })
  assert.deepEqual(Array.from(surface.a), [-1, 0, 1])
  trainer.setParameter(a, 1)
  trainer.setParameter(b, 0)
  assert.equal(surface.cost[0][2], trainer.cost())
  trainer.delete()
})

test('a mistake is a sentence with the name of the parameter, and changes nothing', () => {
  const one = { inputs: 2, layers: [{ units: 1, activation: 'sigmoid' }] }
  const create = (changes) => () => engine.createTrainer({ ...one, ...changes })
  const refusals = [
    [create({ learningRate: -1 }), RangeError, /^learningRate: must be > 0 and at most 1000, got -1$/],
    [create({ learningRate: NaN }), RangeError, /^learningRate: .*got NaN$/],
    [create({ learningRate: '0.1' }), TypeError, /^learningRate: must be a number, got "0.1"$/],
    [create({ learningrate: 1 }), TypeError, /learningrate/],
    [create({ batchSize: 2.5 }), RangeError, /^batchSize: must be a whole number from 0 to 100000, got 2.5$/],
    [create({ batchSize: 3e9 }), RangeError, /^batchSize: /],
    [create({ layers: [] }), RangeError, /^layers: /],
    [create({ layers: [{ units: 0, activation: 'tanh' }] }), RangeError, /^units: /],
    [
      create({ layers: [{ units: 2, activation: 'swoosh' }] }),
      RangeError,
      /^activation: must be one of linear, .*got swoosh$/,
    ],
    [create({ optimizer: 'magic' }), RangeError, /^optimizer: /],
    [create({ precision: 'float16' }), RangeError, /^precision: /],
    [
      create({ cost: 'binaryCrossEntropy', layers: [{ units: 1, activation: 'tanh' }] }),
      RangeError,
      /^cost: .*got tanh$/,
    ],
    [() => engine.createTrainer(null), TypeError, /^settings: /],
    [() => engine.generate('donut'), RangeError, /^dataset: /],
    [() => engine.generate('spiral', { noise: -1 }), RangeError, /^noise: /],
    [() => engine.generate('spiral', { samples: 1e9 }), RangeError, /^samples: /],
  ]
  for (const [attempt, kind, sentence] of refusals) {
    assert.throws(
      attempt,
      (error) => (error instanceof kind && sentence.test(error.message)) || assert.fail(`${error}`),
    )
  }
})

test('a trainer refuses rows, parameters and calls that do not fit, and stays as it was', () => {
  const trainer = mazur(engine)
  trainer.step(3)
  const before = trainer.snapshot()
  const refusals = [
    [() => trainer.setData([[1, 2, 3]], Y), RangeError, /^X: row 0 must have 2 numbers, got 3$/],
    [() => trainer.setData([[1, 2], [3]], Y), RangeError, /^X: row 1 must have 2 numbers, got 1$/],
    [() => trainer.setData([[1, 'x']], Y), TypeError, /^X: row 0 must hold numbers only, got x$/],
    [() => trainer.setData([[1, NaN]], Y), RangeError, /^X: row 0 must be finite numbers, got NaN$/],
    [
      () =>
        trainer.setData(X, [
          [1, 2],
          [3, 4],
        ]),
      RangeError,
      /^Y: must have as many samples as X/,
    ],
    [() => trainer.setParameters([parameters[0]]), RangeError, /^parameters: must be 2 layers, got 1 layers$/],
    [
      () => trainer.setParameters([parameters[0], { weights: [[1]], bias: [0, 0] }]),
      RangeError,
      /^weights: must be 2 x 2, got 1 x 1$/,
    ],
    [() => trainer.setParameter({ layer: 0, row: 0, column: 9 }, 1), RangeError, /^column: /],
    [() => trainer.setParameter({ layer: 0, row: 0, colunm: 0 }, 1), TypeError, /colunm/],
    [() => trainer.step(-1), RangeError, /^steps: /],
    [() => trainer.step('2'), TypeError, /^steps: /],
    [() => trainer.configure({ learningRate: 0 }), RangeError, /^learningRate: /],
    [() => trainer.configure({ seed: 9 }), RangeError, /^settings: /],
    [() => trainer.restore(new Uint8Array(3)), RangeError, /^snapshot: /],
    [() => trainer.shock({ layer: 0, row: 0, column: 0 }, 0), RangeError, /^epsilon: /],
  ]
  for (const [attempt, kind, sentence] of refusals) {
    assert.throws(
      attempt,
      (error) => (error instanceof kind && sentence.test(error.message)) || assert.fail(`${error}`),
    )
  }
  assert.deepEqual(trainer.snapshot(), before)
  trainer.delete()
})

test('a deleted trainer says so', () => {
  const trainer = mazur(engine)
  trainer.delete()
  assert.throws(() => trainer.step(), { name: 'TypeError', message: 'trainer: must not be used after delete()' })
  assert.throws(() => trainer.delete(), { name: 'TypeError' })
})

test('settings can change mid-run without losing the weights', () => {
  const trainer = mazur(engine)
  trainer.step(3)
  const before = trainer.parametersFlat()
  trainer.configure({ optimizer: 'adamw', l2: 0.1 })
  assert.equal(trainer.settings.weightDecay, 0.01)
  assert.deepEqual(trainer.parametersFlat(), before)
  assert.equal(trainer.steps, 3)
  assert.ok(trainer.penalty() > 0)
  trainer.delete()
})

test('left out settings take the defaults of the optimizer, then those of the catalogue', () => {
  const { defaults, optimizers } = engine.catalog
  for (const { name, defaults: own } of optimizers) {
    const trainer = engine.createTrainer({ inputs: 2, layers: [{ units: 1, activation: 'tanh' }], optimizer: name })
    for (const [key, value] of Object.entries({ ...defaults, ...own, inputs: 2, optimizer: name })) {
      if (key !== 'layers') assert.equal(trainer.settings[key], value, key)
    }
    trainer.delete()
  }
})

test('divergence is a state, never NaN among the weights', () => {
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 4, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ],
    learningRate: 1000,
  })
  const { X, Y } = engine.generate('plane')
  trainer.setData(X, Y)
  trainer.step(1000)
  assert.equal(trainer.hasDiverged(), true)
  assert.ok(trainer.parametersFlat().every(Number.isFinite))
  trainer.reset()
  assert.equal(trainer.hasDiverged(), false)
  trainer.delete()
})

test('the standardizer is fitted once and applied to any rows', () => {
  const fitted = engine.standardizer([
    [1, 5],
    [3, 5],
  ])
  assert.deepEqual(fitted.mean, [2, 5])
  assert.deepEqual(fitted.deviation, [1, 1])
  assert.deepEqual(Array.from(fitted.apply({ data: Float64Array.of(4, 6), shape: [1, 2] }).data), [2, 1])
})

test('the catalogue describes every option', () => {
  const { activations, costs, optimizers, initializers, datasets, limits, defaults } = engine.catalog
  for (const option of [activations, costs, optimizers, initializers, datasets].flat()) {
    for (const key of ['name', 'formula']) assert.ok(option[key].length > 0, `${option.name} ${key}`)
  }
  for (const name of Object.keys(defaults).filter((key) => typeof defaults[key] === 'number'))
    assert.ok(limits[name], name)
  assert.deepEqual(
    Object.keys(defaults).sort(),
    ['inputs', ...Object.keys({ ...settings, ...defaults })].filter((key, i, all) => all.indexOf(key) === i).sort(),
  )
})

test('a trainer of plain kernels agrees with one of fast kernels, and any other kernel is refused', () => {
  const data = engine.generate('moons', { samples: 60, noise: 0.1, seed: 3 })
  const settings = {
    inputs: 2,
    layers: [
      { units: 5, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
    optimizer: 'adam',
  }
  const [plain, fast] = [engine.createTrainer(settings, { kernel: 'plain' }), engine.createTrainer(settings)]
  for (const trainer of [plain, fast]) {
    trainer.setData(data.X, data.Y)
    trainer.step(30)
  }
  near(fast.cost(), plain.cost(), 1e-10)
  assert.deepEqual(
    engine.createTrainer(settings, { kernel: 'plain' }).predict(data.X),
    engine.createTrainer(settings).predict(data.X),
  )
  assert.throws(() => engine.createTrainer(settings, { kernel: 'quick' }), {
    name: 'RangeError',
    message: 'kernel: must be one of plain, fast, got quick',
  })
  for (const trainer of [plain, fast]) trainer.delete()
})

test('gradient is that of the trace, and of the step over the same rows', () => {
  const trainer = mazur(engine)
  const { layers } = trainer.trace(X, Y)
  const flat = layers.flatMap(({ weightGradient, biasGradient }) => [
    ...biasGradient.flatMap((_, column) => weightGradient.map((row) => row[column])),
    ...biasGradient,
  ])
  assert.deepEqual([...trainer.gradient(X, Y)], flat)
  assert.deepEqual(trainer.gradient(), trainer.gradient(X, Y))
  assert.deepEqual(trainer.weightSums().squared > 0, true)
  trainer.delete()
})

test('the means of a trace come without the rest of it', () => {
  const trainer = mazur(engine)
  const rows = [X, Y].map((matrix) => [matrix[0], matrix[0].map((value) => value / 2)])
  const { layers, costSlope } = trainer.trace(...rows)
  const means = trainer.traceMeans(...rows)
  const mean = (matrix) => matrix[0].map((value, column) => (value + matrix[1][column]) / 2)
  assert.deepEqual([...means.costSlope], mean(costSlope))
  for (const [l, { Z, activation, delta, slope }] of means.layers.entries()) {
    assert.deepEqual([...Z], layers[l].meanZ)
    assert.deepEqual([...activation], layers[l].meanActivation)
    assert.deepEqual([...delta], layers[l].biasGradient)
    assert.deepEqual([...slope], layers[l].meanSlope)
  }
  trainer.delete()
})

test('with l1 and l2 each of many weights is penalised once in a step', () => {
  const [inputs, units, rows] = [600, 7, 4] // blocks of an update end between packs of numbers
  const settings = { inputs, layers: [{ units, activation: 'tanh' }], cost: 'mse', optimizer: 'sgd', learningRate: 0.1 }
  const trainer = engine.createTrainer({ ...settings, l1: 0.02, l2: 0.3, batchSize: 0 })
  const wave = (count, pace) => Float64Array.from({ length: count }, (_, i) => Math.sin(1 + pace * i))
  const X = { data: wave(rows * inputs, 0.7), shape: [rows, inputs] }
  const Y = { data: wave(rows * units, 0.3), shape: [rows, units] }
  trainer.setData(X, Y, { task: 'regression' })
  const [before, gradient] = [trainer.parametersFlat(), trainer.gradient(X, Y)]
  trainer.step(1)
  trainer.parametersFlat().forEach((after, i) => {
    const penalty = i < inputs * units ? 0.02 * Math.sign(before[i]) + 0.3 * before[i] : 0
    const expected = before[i] - 0.1 * (gradient[i] + penalty)
    assert.ok(Math.abs(after - expected) < 1e-12, `parameter ${i} is ${after}, not ${expected}`)
  })
  trainer.delete()
})
