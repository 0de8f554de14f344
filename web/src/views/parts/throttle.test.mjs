import assert from 'node:assert/strict'
import { test } from 'node:test'
import { throttle } from './throttle.ts'

/** A clock that is wound by hand, and timers that fire when the picture that is due has been drawn. */
function openClock(t) {
  let now = 1000
  const timers = []
  t.mock.method(performance, 'now', () => now)
  t.mock.method(globalThis, 'setTimeout', (call) => timers.push(call))
  const pass = (milliseconds) => {
    now += milliseconds
  }
  const draw = (milliseconds) => {
    pass(milliseconds)
    for (const call of timers.splice(0)) call()
  }
  return { pass, draw }
}

test('what is drawn quickly is let through once in its time, and always when it is forced', (t) => {
  const { pass, draw } = openClock(t)
  const isDue = throttle(100)
  assert.ok(isDue(), 'the first')
  draw(5)
  assert.ok(!isDue())
  assert.ok(isDue(true))
  draw(5)
  pass(89)
  assert.ok(!isDue())
  pass(1)
  assert.ok(isDue())
})

test('what is written at one pace is written at the same moments, whenever it began', (t) => {
  const { pass, draw } = openClock(t)
  const [one, other] = [throttle(100), throttle(100)]
  assert.ok(one())
  draw(5)
  pass(42)
  assert.ok(other())
  draw(5)
  for (let i = 0; i < 200; i++) {
    pass(7)
    const isDue = one()
    assert.equal(other(), isDue)
    if (isDue) draw(2)
  }
})

test('what takes long to draw is let through so much more seldom that three quarters of the time are left', (t) => {
  const { pass, draw } = openClock(t)
  const isDue = throttle(100)
  assert.ok(isDue())
  draw(60)
  pass(179)
  assert.ok(!isDue())
  pass(1)
  assert.ok(isDue())
  draw(5)
  pass(95)
  assert.ok(isDue(), 'once it is quick again, as often as before')
})
