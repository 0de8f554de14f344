import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { mazur, X, Y } from './mazur.mjs'

const engine = await loadEngine()
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const near = (actual, expected, tolerance) =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`)

/** Shuffled batches of 7 from 30 rows (the last has 2), both penalties, weight decay, locks and a muted neuron. */
function learning(changes = {}) {
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 6, activation: 'tanh' },
      { units: 4, activation: 'softmax' },
      { units: 1, activation: 'sigmoid' },
    ],
    batchSize: 7,
    l1: 0.001,
    l2: 0.01,
    weightDecay: 0.05,
    learningRate: 0.1,
    ...changes,
  })
  const { X, Y } = engine.generate('moons', { samples: 30 })
  trainer.setData(X, Y)
  trainer.lock([
    { layer: 0, row: 2, column: 1 },
    { layer: 2, row: 0, bias: true },
  ])
  trainer.mute([
    { layer: 0, unit: 4 },
    { layer: 1, unit: 0 },
  ])
  return trainer
}

/** Looks ahead before every one of some steps, across the ends of epochs. */
function checkNextSteps(trainer, count, name) {
  for (let i = 0; i < count; i++) {
    const [snapshot, batch] = [trainer.snapshot(), trainer.nextBatch()]
    const { before, gradient, after, memory, memoryAfter, isDiverged } = trainer.nextStep()
    assert.deepEqual(trainer.snapshot(), snapshot, name)
    assert.deepEqual(trainer.nextBatch(), batch, name)
    assert.equal(isDiverged, false, name)
    const { gradient: _, ...kept } = trainer.memory()
    assert.deepEqual([before, memory], [trainer.parametersFlat(), kept], name)
    trainer.step()
    assert.deepEqual([after, { gradient, ...memoryAfter }], [trainer.parametersFlat(), trainer.memory()], name)
  }
}

test('nextStep is what the next step does, bit for bit, and changes nothing: every optimizer, either precision', () => {
  for (const { name } of engine.catalog.optimizers) {
    for (const precision of engine.catalog.precisions) {
      const trainer = learning({ optimizer: name, precision })
      checkNextSteps(trainer, 12, `${name} in ${precision}`)
      trainer.delete()
    }
  }
})

test('nextStep on the whole training set and in single samples, with momentum', () => {
  for (const batchSize of [0, 1]) {
    const trainer = learning({ optimizer: 'momentum', momentum: 0.5, batchSize, shuffle: batchSize === 1 })
    checkNextSteps(trainer, 5, `batches of ${batchSize}`)
    trainer.delete()
  }
})

test('nextStep shows plain descent: before - learningRate * gradient, 0 where locked; muted neurons feel the penalty only', () => {
  const trainer = learning({ l1: 0, l2: 0, weightDecay: 0 })
  const { before, gradient, after, memory, memoryAfter } = trainer.nextStep()
  assert.deepEqual(
    after,
    before.map((value, i) => value - 0.1 * gradient[i]),
  )
  for (const kept of [2 + 6, gradient.length - 1, 4, 4 + 6, 12 + 4]) assert.equal(gradient[kept], 0)
  assert.ok(gradient.filter((value) => value !== 0).length > 20)
  for (const { first, second } of [memory, memoryAfter]) assert.ok([...first, ...second].every((value) => value === 0))
  trainer.delete()
})

test('a step that would diverge leaves the parameters; so does every step after it', () => {
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 4, activation: 'relu' },
      { units: 1, activation: 'linear' },
    ],
    learningRate: 1000,
    batchSize: 0,
  })
  const { X, Y } = engine.generate('plane')
  trainer.setData(X, Y)
  let next = trainer.nextStep()
  while (!next.isDiverged) {
    trainer.step()
    next = trainer.nextStep()
  }
  const parameters = trainer.parametersFlat()
  assert.ok(trainer.steps > 0)
  assert.equal(trainer.hasDiverged(), false)
  assert.deepEqual([next.before, next.after], [parameters, parameters])
  assert.deepEqual(next.memoryAfter, next.memory)
  trainer.step()
  assert.equal(trainer.hasDiverged(), true)
  const again = trainer.nextStep()
  assert.deepEqual([again.isDiverged, again.before, again.after], [true, parameters, parameters])
  assert.equal(trainer.hasDiverged(), true)
  trainer.delete()
})

test('a muted neuron hands on 0; the list replaces the one before and is part of a snapshot', () => {
  const trainer = mazur(engine)
  const [before, snapshot] = [trainer.trace(X, Y), trainer.snapshot()]
  trainer.mute({ layer: 0, unit: 1 })
  const {
    layers: [hidden, output],
    cost,
  } = trainer.trace(X, Y)
  assert.deepEqual(hidden.Z, before.layers[0].Z)
  assert.deepEqual([hidden.activation[0][1], hidden.delta[0][1]], [0, 0])
  assert.equal(hidden.activation[0][0], before.layers[0].activation[0][0])
  assert.deepEqual(
    [hidden.weightGradient[1], output.weightGradient.map((row) => row[1])],
    [
      [0, 0],
      [0, 0],
    ],
  )
  near(output.Z[0][0], 0.4 * hidden.activation[0][0] + 0.6, 1e-15)
  assert.notEqual(cost, before.cost)
  assert.notDeepEqual(trainer.snapshot(), snapshot)
  trainer.mute([{ layer: 0, unit: 0 }])
  assert.equal(trainer.trace(X, Y).layers[0].activation[0][1], before.layers[0].activation[0][1])
  trainer.mute([])
  assert.deepEqual(trainer.trace(X, Y), before)
  assert.deepEqual(trainer.snapshot(), snapshot)
  trainer.delete()
})

test('what cannot be muted is refused, and the list stays', () => {
  const trainer = mazur(engine)
  trainer.mute([{ layer: 0, unit: 1 }])
  const refusals = [
    [[{ layer: 1, unit: 0 }], RangeError, /^muted: must be hidden neurons of the network, got unit 0 of layer 1$/],
    [[{ layer: 0, unit: 2 }], RangeError, /^muted: must be hidden neurons of the network, got unit 2 of layer 0$/],
    [[{ layer: -1, unit: 0 }], RangeError, /^layer: must be a whole number/],
    [[{ layer: 0, unit: '1' }], TypeError, /^unit: must be a number/],
    [[{ layer: 0, row: 1 }], TypeError, /^muted: has no setting row/],
    [[{ layer: 0 }], TypeError, /^unit: must be a number/],
    ['all', TypeError, /^muted: must be an object/],
  ]
  for (const [units, kind, sentence] of refusals) {
    assert.throws(
      () => trainer.mute(units),
      (error) => (error instanceof kind && sentence.test(error.message)) || assert.fail(`${error}`),
    )
  }
  assert.equal(trainer.trace(X, Y).layers[0].activation[0][1], 0)
  trainer.delete()
})

test('locked() lists what is locked, so that the list can be replaced', () => {
  const trainer = learning()
  assert.deepEqual(trainer.locked(), [
    { layer: 0, row: 2, column: 1 },
    { layer: 2, row: 0, bias: true },
  ])
  trainer.unlock(trainer.locked())
  trainer.lock({ layer: 1, row: 3, column: 5 })
  assert.deepEqual(trainer.locked(), [{ layer: 1, row: 3, column: 5 }])
  trainer.delete()
})

test('each row has its own cost, and their mean is the cost', () => {
  const trainer = learning()
  const costs = trainer.costs()
  assert.ok(costs instanceof Float64Array)
  assert.equal(costs.length, 30)
  near(mean([...costs]), trainer.cost(), 1e-12)
  const rows = engine.generate('moons', { samples: 40, seed: 5 })
  const [nestedX, nestedY] = [
    [rows.X.data.slice(0, 2), rows.X.data.slice(2, 4)],
    [rows.Y.data.slice(0, 1), rows.Y.data.slice(1, 2)],
  ].map((pair) => pair.map((row) => [...row]))
  const given = trainer.costs(nestedX, nestedY)
  assert.deepEqual(
    [...given],
    nestedX.map((row, i) => trainer.trace([row], [nestedY[i]]).cost),
  )
  near(mean([...trainer.costs(rows.X, rows.Y)]), trainer.evaluate(rows.X, rows.Y).cost, 1e-12)
  assert.equal(trainer.costs([], []).length, 0)
  trainer.delete()
})

test('a trace has the means of Z and activation over the samples', () => {
  const trainer = learning()
  const rows = engine.generate('moons', { samples: 300, seed: 2 })
  for (const { Z, activation, delta, meanZ, meanActivation, biasGradient } of trainer.trace(rows.X, rows.Y).layers) {
    for (const [all, means] of [
      [Z, meanZ],
      [activation, meanActivation],
      [delta, biasGradient],
    ]) {
      assert.equal(means.length, all[0].length)
      means.forEach((value, unit) => near(value, mean(all.map((row) => row[unit])), 1e-13))
    }
  }
  trainer.delete()
})

test('a shock measures the slopes where the parameter stands, whatever the nudge', () => {
  const trainer = mazur(engine)
  const parameter = { layer: 0, row: 1, column: 0 }
  const large = trainer.shock(parameter, 2)
  const small = trainer.shock(parameter, -1e-6)
  for (const key of ['costBefore', 'gradient', 'slope', 'slopeBelow', 'slopeAbove', 'difference'])
    assert.equal(large[key], small[key], key)
  assert.ok(large.difference < 1e-9)
  near(large.slopeBelow, large.gradient, 1e-9)
  near(large.slopeAbove, large.gradient, 1e-9)
  assert.deepEqual(large.parameter, parameter)
  trainer.setParameter(parameter, 2.25)
  assert.equal(large.costAfter, trainer.cost())
  trainer.delete()
})

test('the check of all parameters can be taken in slices', () => {
  const trainer = learning()
  const whole = trainer.gradientCheck()
  const half = Math.ceil(whole.checked / 2)
  const slices = [
    trainer.gradientCheck(undefined, undefined, { count: half }),
    trainer.gradientCheck(undefined, undefined, { from: half, count: 2 ** 31 - 1 }),
  ]
  assert.deepEqual(
    slices.map(({ checked }) => checked),
    [half, whole.checked - half],
  )
  assert.ok(slices.some(({ worst }) => worst.difference === whole.worst.difference))
  assert.ok(whole.worst.difference < 1e-6)
  for (const [slice, kind, sentence] of [
    [{ from: whole.checked }, RangeError, /^from: must be the place of a parameter/],
    [{ count: 0 }, RangeError, /^count: must be at least 1, got 0$/],
    [{ from: '0' }, TypeError, /^from: must be a number/],
  ]) {
    assert.throws(
      () => trainer.gradientCheck(undefined, undefined, slice),
      (error) => (error instanceof kind && sentence.test(error.message)) || assert.fail(`${error}`),
    )
  }
  trainer.delete()
})

test('at a kink a shock and the check of all parameters show the two slopes', () => {
  const trainer = engine.createTrainer({ inputs: 1, layers: [{ units: 1, activation: 'relu' }], cost: 'mse' })
  trainer.setParameters([{ weights: [[1]], bias: [0] }])
  const shock = trainer.shock({ layer: 0, row: 0, bias: true }, 0.1, [[0]], [[1]])
  near(shock.gradient, 0, 0)
  near(shock.slopeBelow, 0, 1e-9)
  near(shock.slopeAbove, -2, 1e-9)
  near(shock.difference, 1, 1e-9)
  const { worst } = trainer.gradientCheck([[0]], [[1]])
  assert.deepEqual(worst.parameter, { layer: 0, row: 0, bias: true })
  assert.deepEqual([worst.slopeBelow, worst.slopeAbove], [shock.slopeBelow, shock.slopeAbove])
  trainer.delete()
})
