import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import fc from 'fast-check'
import { compress } from 'lzma'
import { unpack } from './lzma.ts'

const packed = (bytes) => Uint8Array.from(compress(bytes, 9))

test('what was packed comes out as it was: noise, repeats near and far, and nothing at all', async () => {
  const noise = fc.uint8Array({ maxLength: 300 })
  const repeats = fc
    .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 400 })), { maxLength: 8 })
    .map((parts) =>
      parts.flatMap(([part, times]) =>
        Array(times)
          .fill([...part])
          .flat(),
      ),
    )
  const property = fc.asyncProperty(fc.oneof(noise, repeats), async (bytes) => {
    assert.deepEqual([...(await unpack(packed([...bytes])))], [...bytes])
  })
  await fc.assert(property, { numRuns: 60 })
})

test('the engine’s own loader comes out as it was', async () => {
  const bytes = await readFile(new URL('../../generated/engine.mjs', import.meta.url))
  assert.ok(bytes.equals(await unpack(packed(bytes))))
})
