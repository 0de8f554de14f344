/** Every declared formula, evaluated from the engine's own numbers, gives the engine's number. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { parameterAt } from '../../web/src/network/parameter-order.ts'
import { evaluate } from '../../web/src/quantities/evaluate.ts'
import { networkOf } from '../../web/src/quantities/network.ts'
import { activationTrees } from '../../web/src/quantities/options/activations.ts'
import { costTrees } from '../../web/src/quantities/options/costs.ts'
import { optimizerTrees } from '../../web/src/quantities/options/optimizers.ts'
import { formulaOf, quantities } from '../../web/src/quantities/quantities.ts'
import { settled } from '../../web/src/quantities/settled.ts'
import { engineValue } from '../../web/src/quantities/values.ts'
import { traceValues } from '../../web/src/views/parts/maths/values.ts'

const engine = await loadEngine()
const { catalog } = engine
const rows = 5
const inputs = 3

/** Numbers without a pattern, between -1 and 1. */
const scattered = (count, from) => Array.from({ length: count }, (_, i) => Math.sin(12.9898 * (i + from)))
const table = (width, from, of = (value) => value) =>
  Array.from({ length: rows }, (_, row) => scattered(width, from + row * width).map(of))

/** Targets that every cost takes: of one class each, or a number. */
const targetsOf = (outputs) =>
  outputs === 1
    ? table(1, 400, (value) => (value > 0 ? 1 : 0))
    : Array.from({ length: rows }, (_, row) => Array.from({ length: outputs }, (_, k) => Number(k === row % outputs)))

/**
 * A network that has learnt for some steps.
 * @returns what its formulas are about, and where the numbers are
 */
function learning({ layers, held = { locked: [], muted: [] }, ...options }) {
  const settings = { ...catalog.defaults, inputs, layers, batchSize: 0, seed: 3, learningRate: 0.02, ...options }
  const trainer = engine.createTrainer(settings)
  const X = table(inputs, 1)
  const Y = targetsOf(layers[layers.length - 1].units)
  trainer.setData(X, Y)
  trainer.lock(held.locked)
  trainer.mute(held.muted)
  trainer.step(3)
  const trace = trainer.trace(X, Y)
  const network = networkOf(catalog, { network: { layers }, training: settings, held }, { inputs, rows })
  const parameters = trainer.parameters()
  const sizes = layers.map(({ units }, layer) => ({ units, inputs: layer ? layers[layer - 1].units : inputs }))
  const step = trainer.nextStep()
  const frame = {
    layers: sizes.map(({ units, inputs }, layer) => ({
      units,
      inputs,
      weights: parameters[layer].weights[0].flatMap((_, c) => parameters[layer].weights.map((row) => row[c])),
      bias: parameters[layer].bias,
    })),
  }
  const values = { ...traceValues(frame, { ...trace, X, Y }, trainer.costs()), step }
  trainer.delete()
  return { network, values, settings, steps: step.memory.steps + 1 }
}

/** Of each quantity where it lives: every unit, output or parameter, of one row and in the mean. */
function* places({ network, values }, name) {
  const { layers } = network
  const last = layers.length - 1
  const isOfParameter = /weight|bias|signal|passedBack|radient|irst|econd|change|newValue/.test(name)
  const moments = quantities[name].ofRow ? [0, rows - 1, undefined] : [undefined]
  for (const row of moments) {
    if (['rowCost', 'cost', 'penalty'].includes(name)) yield { layer: last, unit: 0, row }
    else if (name === 'costSlope')
      for (let unit = 0; unit < layers[last].units; unit++) yield { layer: last, unit, row }
    else if (isOfParameter) {
      const count = values.layers.reduce((sum, { units, inputs }) => sum + units * (inputs + 1), 0)
      for (let i = 0; i < count; i++) {
        const { layer, row: unit, column: from } = parameterAt(values.layers, i)
        if (from !== undefined || !/signal|passedBack/.test(name)) yield { layer, unit, from, row }
      }
    } else
      for (const [layer, { units, activation }] of layers.entries())
        for (let unit = 0; unit < units; unit++) {
          const isMissing =
            (name === 'slope' && 'ofLayer' in activationTrees[activation]) || (name === 'arriving' && layer === last)
          if (!isMissing) yield { layer, unit, row }
        }
  }
}

const isTarget = (leaf) => leaf.kind === 'quantity' && leaf.name === 'target'

/** Holds every declared formula against the engine, and tells how many numbers that were. */
function check(of, about) {
  const { network, values, settings, steps } = of
  const operands = {
    quantity: (name, at) => engineValue(values, name, at),
    setting: (name) => (name === 'steps' ? steps : settings[name]),
  }
  let count = 0
  for (const name of Object.keys(quantities)) {
    if (!quantities[name].formula) continue
    for (const at of places(of, name)) {
      const tree = formulaOf(network, name, at)
      const { value, size } = evaluate(tree, operands)
      const expected = engineValue(values, name, at)
      const where = `${about}: ${name} at ${JSON.stringify(at)}: ${value}, engine ${expected}`
      const most = 1e-12 * Math.max(size, 1e-3)
      assert.ok(Math.abs(value - expected) <= most, where)
      const left = evaluate(settled(tree, operands, isTarget), operands)
      assert.ok(Math.abs(left.value - expected) <= most, `${where}; settled ${left.value}`)
      count++
    }
  }
  return count
}

const hidden = (activation) => ({ units: 3, activation })

test('every option has its formula, and no formula is of an option that is not there', () => {
  const names = (options) => options.map(({ name }) => name).sort()
  assert.deepEqual(Object.keys(activationTrees).sort(), names(catalog.activations), 'activations')
  assert.deepEqual(Object.keys(costTrees).sort(), names(catalog.costs), 'costs')
  assert.deepEqual(Object.keys(optimizerTrees).sort(), names(catalog.optimizers), 'optimizers')
  for (const { name, memory } of catalog.optimizers) {
    const { newFirst, newSecond } = optimizerTrees[name]
    assert.deepEqual([Boolean(newFirst), Boolean(newSecond)], [memory.length > 0, memory.length > 1], name)
  }
})

for (const { name: activation } of catalog.activations) {
  test(`with ${activation} in hidden layers and at the output every formula gives the engine's number`, () => {
    const layers = [hidden(activation), hidden('tanh'), { units: 2, activation }]
    assert.ok(check(learning({ layers, cost: 'mse' }), activation) > 300)
  })
}

for (const cost of catalog.costs) {
  for (const outputs of [1, 3]) {
    test(`${cost.name} of ${outputs} outputs: its formulas give the engine's numbers for every activation that suits`, () => {
      const suits = ({ range: [low, high], elementwise }) =>
        low >= cost.domain[0] && high <= cost.domain[1] && (elementwise || outputs > 1)
      const kinds = catalog.activations.filter(suits)
      assert.ok(kinds.length > 0)
      for (const { name: activation } of kinds) {
        if (cost.targets === 'shares' && outputs === 1) continue // a share of one is 1: there is nothing to learn
        check(learning({ layers: [hidden('tanh'), { units: outputs, activation }], cost: cost.name }), activation)
      }
    })
  }
}

for (const { name: optimizer } of catalog.optimizers) {
  test(`${optimizer}: memory, change and new value come from the rule, penalties and weight decay included`, () => {
    const layers = [hidden('tanh'), { units: 1, activation: 'sigmoid' }]
    for (const adds of [{}, { l1: 0.01, l2: 0.1 }, { weightDecay: 0.05 }]) {
      check(learning({ layers, optimizer, momentum: 0.9, ...adds }), `${optimizer} ${JSON.stringify(adds)}`)
    }
  })
}

test('a muted neuron passes on nothing and a locked weight stays, by their formulas too', () => {
  const held = { muted: [{ layer: 0, unit: 1 }], locked: [{ layer: 0, row: 0, column: 2 }] }
  const layers = [hidden('elu'), { units: 2, activation: 'softmax' }]
  check(learning({ layers, cost: 'softmaxCrossEntropy', held }), 'held')
})

test('a formula that is wrong is noticed', () => {
  const of = learning({ layers: [hidden('tanh'), { units: 1, activation: 'sigmoid' }], cost: 'mse' })
  const { slope } = activationTrees.tanh
  activationTrees.tanh.slope = (z, a) => slope(z, z, a)
  assert.throws(() => check(of, 'planted'), /planted: slope/)
  activationTrees.tanh.slope = slope
  check(of, 'mended')
})
