import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed } from './changed.ts'

test('a value is another than the one before it, or not, by what it holds', () => {
  const isOther = changed()
  assert.ok(isOther(undefined), 'the first is')
  assert.ok(!isOther(undefined))
  assert.ok(isOther([{ layer: 1 }, NaN]))
  assert.ok(!isOther([{ layer: 1 }, NaN]))
  assert.ok(isOther([{ layer: 1 }, 0]))
  assert.ok(isOther([{ layer: 1 }, NaN]), 'only the one before counts')
})
