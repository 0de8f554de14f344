import type { Kept } from './kept.ts'

/**
 * A session in pieces, each of which the page copies in a few milliseconds: the bytes of its lists of numbers one after
 * the other, and the session with a place among them instead of each.
 */
export interface Pieces {
  session: unknown
  pieces: Uint8Array[]
}

/** Where a list of numbers lies among the bytes. */
interface Place {
  at: number
  bytes: number
}

/** Bytes of a piece, and of a session that is kept in one. */
export const pieceBytes = 0x20000

export function cut(kept: Kept, size = pieceBytes): Pieces {
  const lists: ArrayBufferView[] = []
  let length = 0
  const session = changed(kept, (value) => {
    if (!ArrayBuffer.isView(value)) return undefined
    lists.push(value)
    const at = length
    length += value.byteLength
    return { at, bytes: value.byteLength }
  })
  if (length <= size) return { session: kept, pieces: [] }
  return { session, pieces: sliced(lists, length, size) }
}

/** What was cut, as a whole: the lists are bytes then. */
export function joined({ session, pieces }: Pieces): unknown {
  if (pieces.length === 0) return session
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return changed(session, (value) => (isPlace(value) ? all.slice(value.at, value.at + value.bytes) : undefined))
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'at' in value && 'bytes' in value

function sliced(lists: ArrayBufferView[], length: number, size: number): Uint8Array[] {
  const pieces = Array.from(
    { length: Math.ceil(length / size) },
    (_, i) => new Uint8Array(Math.min(size, length - i * size)),
  )
  let at = 0
  for (const { buffer, byteOffset, byteLength } of lists)
    for (let from = 0; from < byteLength; ) {
      const place = at % size
      const count = Math.min(size - place, byteLength - from)
      pieces[(at - place) / size].set(new Uint8Array(buffer, byteOffset + from, count), place)
      from += count
      at += count
    }
  return pieces
}

/** The same with other values in the place of some. */
function changed(value: unknown, other: (value: unknown) => unknown): unknown {
  const found = other(value)
  if (found !== undefined) return found
  if (Array.isArray(value)) return value.map((item) => changed(item, other))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, changed(item, other)]))
}
