import assert from 'node:assert/strict'
import test from 'node:test'
import { openSession } from './session-helper.mjs'

/** What each preset has to reach on its test set, after so many steps, from its own seed and from others. */
const goals = [
  { name: 'gauss', steps: 3000, accuracy: 0.98 },
  { name: 'circle', steps: 8000, accuracy: 0.96 },
  { name: 'xor', steps: 8000, accuracy: 0.96 },
  { name: 'spiral', steps: 12_000, cost: 0.05 },
  { name: 'moons', steps: 5000, cost: 0.05 },
  { name: 'checkerboard', steps: 8000, accuracy: 0.9 },
  { name: 'threeSpirals', steps: 5000, accuracy: 0.93 },
  { name: 'blobs', steps: 3000, accuracy: 0.96 },
  { name: 'plane', steps: 3000, r2: 0.97 },
  { name: 'bumps', steps: 6000, r2: 0.9 },
  { name: 'sine', steps: 4000, r2: 0.95 },
  { name: 'iris', steps: 3000, accuracy: 0.9 },
  { name: 'penguins', steps: 3000, accuracy: 0.96 },
  { name: 'wine', steps: 3000, accuracy: 0.93 },
  { name: 'breast-cancer', steps: 3000, accuracy: 0.95 },
  { name: 'diabetes', steps: 1000, r2: 0.4 },
  { name: 'digits', steps: 400, accuracy: 0.95 },
]

for (const { name, steps, cost = Infinity, accuracy = 0, r2 = 0 } of goals) {
  test(`the preset of ${name} learns it from any seed`, async (t) => {
    for (const seed of [1, 2, 3, 4]) {
      const session = await openSession(t, `data=${name}&seed=${seed}`)
      await session.run({ do: 'step', count: steps })
      const { frame } = session
      assert.ok(frame.testCost < cost, `test cost ${frame.testCost} with seed ${seed}`)
      if (accuracy) assert.ok(frame.testAccuracy >= accuracy, `accuracy ${frame.testAccuracy} with seed ${seed}`)
      if (r2) assert.ok(frame.testR2 >= r2, `R2 ${frame.testR2} with seed ${seed}`)
    }
  })
}

test('what a page opens on learns visibly by plain gradient descent, from any seed', async (t) => {
  for (let seed = 1; seed <= 20; seed++) {
    const session = await openSession(t, `seed=${seed}`)
    const { optimizer, l1, l2, weightDecay } = session.state.training
    assert.deepEqual([optimizer, l1, l2, weightDecay], ['sgd', 0, 0, 0])
    const first = session.frame.cost
    await session.run({ do: 'step', count: 100 })
    assert.ok(session.frame.cost < 0.85 * first, `from ${first} to ${session.frame.cost} with seed ${seed}`)
    await session.run({ do: 'step', count: 500 })
    assert.ok(session.frame.testAccuracy >= 0.95, `accuracy ${session.frame.testAccuracy} with seed ${seed}`)
    assert.ok(session.frame.cost < 0.15, `cost ${session.frame.cost} with seed ${seed}`)
  }
})

test('the two logistic presets end at the maximum of the likelihood', async (t) => {
  const studied = await openSession(t, 'data=study-hours')
  await studied.run({ do: 'step', count: 20_000 })
  const [layer] = studied.frame.layers
  assert.ok(Math.abs(layer.weights[0] - 1.50464543) < 1e-6)
  assert.ok(Math.abs(layer.bias[0] + 4.07771343) < 1e-6)

  const rings = await openSession(t, 'data=o-rings')
  await rings.run({ do: 'step', count: 20_000 })
  const { mean, deviation } = rings.data.inputScale
  const [{ weights, bias }] = rings.frame.layers
  assert.ok(Math.abs(weights[0] / deviation[0] + 0.23216274) < 1e-6, 'per degree Fahrenheit')
  assert.ok(Math.abs(bias[0] - (weights[0] * mean[0]) / deviation[0] - 15.04290165) < 1e-4)
})
