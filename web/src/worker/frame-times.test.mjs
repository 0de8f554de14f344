import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FrameTimes } from './frame-times.ts'

/** Frames of one second in which the worker looks every 8 ms. @param costOf milliseconds that frame number i takes */
function framesOfASecond(costOf) {
  const times = new FrameTimes()
  let [frames, spent] = [0, 0]
  for (let now = 0; now < 1000; now += 8) {
    if (!times.isDue(now)) continue
    const cost = costOf(frames++)
    times.took(now, now + cost)
    spent += cost
    now += cost
  }
  return { frames, spent }
}

test('a small network is shown about sixty times a second', () => {
  const { frames } = framesOfASecond(() => 0.2)
  assert.ok(frames >= 55 && frames <= 62, `${frames} frames`)
})

test('copying the numbers of a large network keeps to its share of the time', () => {
  const { frames, spent } = framesOfASecond(() => 2)
  assert.ok(frames >= 15 && spent < 60, `${frames} frames, ${spent} ms`)
})

test('a frame for which much is computed does not hold up the next', () => {
  const { frames } = framesOfASecond((i) => (i % 10 === 9 ? 20 : 0.2))
  assert.ok(frames >= 45, `${frames} frames`)
})
