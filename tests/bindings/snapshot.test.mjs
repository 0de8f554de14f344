// A snapshot brings back what was locked and muted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'

const engine = await loadEngine()
const weight = { layer: 0, row: 1, column: 0 }
const bias = { layer: 1, row: 0, bias: true }

/** Four steps of Adam in. */
function learning() {
  const trainer = engine.createTrainer({
    inputs: 2,
    layers: [
      { units: 4, activation: 'tanh' },
      { units: 1, activation: 'sigmoid' },
    ],
    optimizer: 'adam',
    batchSize: 7,
  })
  const { X, Y } = engine.generate('moons', { samples: 30 })
  trainer.setData(X, Y)
  trainer.step(4)
  return trainer
}

/** All that can be seen of a moment: locks, weights, and the outputs, which tell what is muted. */
const seen = (trainer) => [trainer.locked(), trainer.parametersFlat(), trainer.predict([[0.3, -0.2]])]

for (const [held, locked, muted] of [
  ['nothing', [], []],
  ['two locks', [weight, bias], []],
  ['a muted neuron', [], [{ layer: 0, unit: 2 }]],
  ['both', [bias], [{ layer: 0, unit: 0 }]],
]) {
  test(`a snapshot taken with ${held} held comes back with that, whatever has been held since`, () => {
    const trainer = learning()
    trainer.lock(locked)
    trainer.mute(muted)
    const [there, before] = [trainer.snapshot(), seen(trainer)]
    trainer.step(20)
    const [end, after] = [trainer.snapshot(), seen(trainer)]
    for (const [nextLocked, nextMuted] of [
      [[], []],
      [[weight], [{ layer: 0, unit: 3 }]],
    ]) {
      trainer.unlock(trainer.locked())
      trainer.lock(nextLocked)
      trainer.mute(nextMuted)
      trainer.step(3)
      trainer.restore(there)
      assert.deepEqual(seen(trainer), before)
      assert.deepEqual(trainer.snapshot(), there)
      trainer.step(20)
      assert.deepEqual(seen(trainer), after)
      assert.deepEqual(trainer.snapshot(), end)
    }
    trainer.delete()
  })
}

test('a snapshot with locks that are cut off is refused, and what is held stays', () => {
  const trainer = learning()
  trainer.lock([weight, bias])
  trainer.mute({ layer: 0, unit: 2 })
  const [there, before] = [trainer.snapshot(), seen(trainer)]
  for (const size of [1, 8, 12, 20, 24])
    assert.throws(() => trainer.restore(there.slice(0, -size)), /^RangeError: snapshot: must not be damaged/)
  assert.deepEqual(seen(trainer), before)
  trainer.delete()
})
