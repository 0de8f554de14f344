import { test } from 'node:test'
import { loadEngine } from '../../web/src/engine/engine.ts'
import { assertWellWritten, stringsIn } from '../web/words-helper.mjs'

test('what the engine’s options and limits say of themselves is plain English, written with care', async () => {
  const { catalog } = await loadEngine()
  assertWellWritten(stringsIn(catalog, 'engine').filter(([place]) => /\.(label|description|about)$/.test(place)))
})
