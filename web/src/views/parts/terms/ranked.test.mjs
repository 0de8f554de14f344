import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ranked } from './ranked.ts'

test('ranked: largest size first, shares add up to one, and nothing has no share', () => {
  const list = ranked([1, -3, 0, 2])
  assert.deepEqual(
    list.map(({ index }) => index),
    [1, 3, 0, 2],
  )
  assert.ok(Math.abs(list.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-15)
  assert.deepEqual(
    ranked([0, 0]).map(({ share }) => share),
    [0, 0],
  )
})
