import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalog } from '../../../../tests/web/session-helper.mjs'
import { diagnose } from './diagnosis.ts'

/** What the story makes of a training: facts in, finding out. */

const flat = (...values) => ({ data: Float64Array.from(values), shape: [values.length, 1] })

/** A training that goes well; each test says what is otherwise. */
function facts({ frame = {}, history = {}, data = {}, training = {}, table = null } = {}) {
  return {
    catalog,
    frame: { cost: 0.1, testCost: 0.12, epoch: 50, hasDiverged: false, ...frame },
    history: { cost: [0.7, 0.3, 0.1], testCost: [0.7, 0.31, 0.12], ...history },
    data: {
      task: 'binary',
      inputScale: { mean: [0], deviation: [1] },
      targetScale: null,
      train: { X: flat(-1, 1), Y: flat(0, 1) },
      ...data,
    },
    state: {
      training: { optimizer: 'sgd', learningRate: 0.1, l1: 0, l2: 0, weightDecay: 0, ...training },
      data: { table },
    },
  }
}

const diverged = { frame: { hasDiverged: true, cost: 1e300 } }
const numbers = { task: 'regression', train: { X: flat(0, 1), Y: flat(16_800, 17_000) } }

for (const [what, given, finding, value] of [
  ['falling costs are simply told', {}, 'paused', NaN],
  [
    'a test cost that rises while the training cost falls is overfitting',
    { frame: { testCost: 0.6 }, history: { testCost: [0.7, 0.31, 0.6] } },
    'overfitted',
    0.31,
  ],
  [
    'costs that both rise are no overfitting: the steps overshoot',
    { frame: { cost: 71, testCost: 80 }, history: { cost: [0.7, 0.6, 71], testCost: [0.7, 0.6, 80] } },
    'rising',
    NaN,
  ],
  [
    'a training cost that has risen again since the best test cost is no overfitting',
    { frame: { cost: 0.5, testCost: 0.6 }, history: { cost: [0.7, 0.3, 0.5], testCost: [0.7, 0.31, 0.6] } },
    'paused',
    NaN,
  ],
  ['a cost that stays where it was is stuck', { frame: { cost: 0.69 }, history: { cost: [0.7, 0.69] } }, 'stuck', NaN],
  [
    'after few epochs nothing is stuck yet',
    { frame: { cost: 0.69, epoch: 2 }, history: { cost: [0.7, 0.69] } },
    'paused',
    NaN,
  ],
  ['an absurd learning rate is the cause', { ...diverged, training: { learningRate: 300 } }, 'divergedRate', 300],
  ['targets in the thousands are the cause', { ...diverged, data: numbers }, 'divergedTargets', 17_000],
  [
    'targets of one’s own can be standardised, too',
    { ...diverged, data: numbers, table: { rows: [] } },
    'divergedTargets',
    17_000,
  ],
  [
    'targets that are standardised are not the cause',
    { ...diverged, data: { ...numbers, targetScale: { mean: 17_000, deviation: 90 } } },
    'diverged',
    0.1,
  ],
  [
    'inputs in the thousands are the cause',
    { ...diverged, data: { inputScale: null, train: { X: flat(-4000, 3), Y: flat(0, 1) } } },
    'divergedInputs',
    4000,
  ],
  [
    'a penalty that overshoots is the cause',
    { ...diverged, training: { learningRate: 0.5, l2: 8 } },
    'divergedPenalty',
    8,
  ],
  ['otherwise the steps were too large', diverged, 'diverged', 0.1],
])
  test(what, () => assert.deepEqual(diagnose(facts(given)), { finding, value }))
