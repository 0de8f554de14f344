import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../../engine/engine.ts'
import { engineValue } from '../../../quantities/values.ts'
import { frameValues } from '../maths/values.ts'
import { ranked, ruleOf, sharedOf, termsOf } from './passed-back.ts'

const engine = await loadEngine()
const arriving = (frame, at) => engineValue(frameValues(frame, null), 'arriving', at)
const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) <= 1e-12 + 1e-9 * Math.abs(expected), `${actual} is not ${expected}`)

/** A frame, as far as the chain rule needs it, of one sample through a network of the engine. */
function frameOf(layers, cost, X, Y) {
  const trainer = engine.createTrainer({ inputs: X.length, layers, cost, seed: 3 })
  const parameters = trainer.parameters()
  const trace = trainer.trace([X], [Y])
  trainer.delete()
  return {
    costSlope: trace.costSlope[0],
    layers: trace.layers.map(({ Z, activation, delta, slope }, i) => {
      const { weights } = parameters[i]
      const [units, inputs] = [weights.length, weights[0].length]
      const flat = Float64Array.from({ length: units * inputs }, (_, k) => weights[k % units][Math.floor(k / units)])
      return { units, inputs, weights: flat, Z: Z[0], activation: activation[0], delta: delta[0], slope: slope[0] }
    }),
  }
}

test('the terms of a hidden neuron, times the slope of its activation, are the engine’s delta', () => {
  const frame = frameOf(
    [
      { units: 3, activation: 'tanh' },
      { units: 4, activation: 'sigmoid' },
      { units: 2, activation: 'linear' },
    ],
    'mse',
    [0.3, -0.8],
    [1, -2],
  )
  for (let unit = 0; unit < 3; unit++) {
    const sum = termsOf(frame, { layer: 0, unit }).reduce((all, { term }) => all + term, 0)
    near(sum, arriving(frame, { layer: 0, unit }))
    const { activation, delta, slope } = frame.layers[0]
    near(slope[unit], 1 - activation[unit] ** 2)
    near(delta[unit], sum * slope[unit])
  }
  assert.equal(termsOf(frame, { layer: -1, unit: 1 }).length, 3)
  assert.equal(termsOf(frame, { layer: 2, unit: 0 }).length, 0)
})

test('the rule told for each cost and output activation leads to the engine’s delta', () => {
  const { costs, activations } = engine.catalog
  for (const cost of costs) {
    for (const kind of activations) {
      if (kind.range[0] < cost.domain[0] || kind.range[1] > cost.domain[1]) continue
      const Y = [0, 1]
      const {
        layers: [{ activation: a, delta, slope }],
        costSlope: g,
      } = frameOf([{ units: 2, activation: kind.name }], cost.name, [1.5, -2.5], Y)
      const share = cost.isMeanOverOutputs ? 1 / 2 : 1
      const rule = ruleOf(cost, kind, activations)
      delta.forEach((d, i) =>
        near(
          d,
          {
            partner: share * (a[i] - Y[i]),
            difference: g[i] * slope[i],
            logits: g[i] * slope[i],
            tied: a[i] * (g[i] - sharedOf(a, g)),
          }[rule],
        ),
      )
    }
  }
})

test('a hidden softmax hands back what its formula says', () => {
  const frame = frameOf(
    [
      { units: 3, activation: 'softmax' },
      { units: 2, activation: 'tanh' },
    ],
    'mse',
    [0.3, -0.8],
    [1, -0.5],
  )
  const { activation, delta } = frame.layers[0]
  const sums = Array.from(activation, (_, unit) => arriving(frame, { layer: 0, unit }))
  delta.forEach((d, unit) => near(d, activation[unit] * (sums[unit] - sharedOf(activation, sums))))
})

test('ranked: largest size first, shares add up to one, and nothing has no share', () => {
  const list = ranked([1, -3, 0, 2])
  assert.deepEqual(
    list.map(({ index }) => index),
    [1, 3, 0, 2],
  )
  near(
    list.reduce((sum, { share }) => sum + share, 0),
    1,
  )
  assert.deepEqual(
    ranked([0, 0]).map(({ share }) => share),
    [0, 0],
  )
})
