import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AutoPlay } from './auto-play.ts'

test('it goes on at its pace, waits where it is not ready, and stops', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let isReady = true
  let [count, pause] = [0, 100]
  const play = new AutoPlay(
    () => count++,
    () => pause,
    () => isReady,
  )
  play.start()
  assert.ok(play.isPlaying)
  mock.timers.tick(99)
  assert.equal(count, 0)
  mock.timers.tick(1)
  mock.timers.tick(100)
  assert.equal(count, 2)
  isReady = false
  for (let i = 0; i < 3; i++) mock.timers.tick(100)
  assert.equal(count, 2)
  isReady = true
  pause = 1000
  mock.timers.tick(100)
  assert.equal(count, 3)
  mock.timers.tick(900)
  assert.equal(count, 3, 'at the new pace')
  play.stop()
  mock.timers.tick(5000)
  assert.equal(count, 3)
  assert.ok(!play.isPlaying)
})
