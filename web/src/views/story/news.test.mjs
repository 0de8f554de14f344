import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayOf } from './news.ts'

test('an edit is told from one taken back or done again', () => {
  const [none, one, two] = [
    { undo: null, redo: null },
    { undo: 'lock', redo: null },
    { undo: 'mute', redo: null },
  ]
  assert.equal(wayOf(none, one), null)
  assert.equal(wayOf(one, two), null)
  assert.equal(wayOf(two, { undo: 'lock', redo: 'mute' }), 'undo')
  assert.equal(wayOf({ undo: 'lock', redo: 'mute' }, { undo: null, redo: 'lock' }), 'undo')
  assert.equal(wayOf({ undo: null, redo: 'lock' }, { undo: 'lock', redo: 'mute' }), 'redo')
  assert.equal(wayOf({ undo: null, redo: 'lock' }, { undo: 'set', redo: null }), null) // a new edit
})
