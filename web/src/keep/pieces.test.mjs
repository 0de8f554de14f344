import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut, joined } from './pieces.ts'

const bytes = (list) => [...new Uint8Array(list.buffer, list.byteOffset, list.byteLength)]
const numbers = fc.array(fc.double(), { maxLength: 40 }).map((list) => Float64Array.from(list))
const session = fc.record({
  at: fc.nat(),
  lists: fc.array(numbers, { maxLength: 6 }),
  deep: fc.array(fc.record({ a: numbers })),
})

test('a session is the same once its pieces are joined, whatever their size', () => {
  fc.assert(
    fc.property(session, fc.integer({ min: 1, max: 200 }), (kept, size) => {
      const { session, pieces } = cut(kept, size)
      assert.ok(pieces.every((piece, i) => piece.length === size || i === pieces.length - 1))
      const back = joined(structuredClone({ session, pieces }))
      assert.equal(back.at, kept.at)
      assert.deepEqual(back.lists.map(bytes), kept.lists.map(bytes))
      assert.deepEqual(
        back.deep.map(({ a }) => bytes(a)),
        kept.deep.map(({ a }) => bytes(a)),
      )
    }),
  )
})

test('a session that fits into one piece is kept as it is', () => {
  const kept = { lists: [Float64Array.of(1, 2)] }
  assert.deepEqual(cut(kept, 16), { session: kept, pieces: [] })
  assert.equal(cut(kept, 15).pieces.length, 2)
})
