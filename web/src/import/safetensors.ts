import { Unreadable } from '../network/unreadable.ts'
import { sizeOf, type Tensor } from './tensor.ts'

/**
 * Files of safetensors: eight bytes say how long the header is, the header is JSON and says where each tensor lies, and
 * the bytes of all of them fill the rest without a gap. Files are hostile: whatever is not exactly so is refused.
 */

/** Bytes of a header, and tensors, that are read at most. */
const longestHeader = 1_000_000
const mostTensors = 1000
const longestName = 200

const sizes: Record<string, number> = { F32: 4, F64: 8 }

interface Place {
  name: string
  type: string
  shape: number[]
  from: number
  to: number
}

/** @throws {Unreadable} */
export function readSafetensors(file: ArrayBuffer): Tensor[] {
  const length = file.byteLength < 8 ? -1n : new DataView(file).getBigUint64(0, true)
  if (length < 2n) throw new Unreadable('noHeader')
  if (length > BigInt(longestHeader)) throw new Unreadable('longHeader', { size: `${length}`, most: longestHeader })
  const start = 8 + Number(length)
  if (start > file.byteLength) throw new Unreadable('cutHeader')
  const places = placesIn(headerOf(new Uint8Array(file, 8, Number(length))))
  requireNoGaps(places, file.byteLength - start)
  return places.map((place) => ({ name: place.name, shape: place.shape, data: numbersAt(file, start, place) }))
}

function headerOf(bytes: Uint8Array): Record<string, unknown> {
  let written = ''
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const header: unknown = JSON.parse(written)
    if (written.startsWith('{') && typeof header === 'object' && header !== null) {
      const twice = twiceIn(written)
      if (twice === null) return header as Record<string, unknown>
      throw new Unreadable('twice', { name: shortened(twice) })
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
  }
  throw new Unreadable('noHeader')
}

/** A key that stands twice in one object: reading JSON would drop the first. @param written JSON that can be read */
function twiceIn(written: string): string | null {
  const around: Set<string>[] = []
  for (const [token, text] of written.matchAll(/"((?:[^"\\]|\\.)*)"(?:\s*:)?|[{}]/gs)) {
    if (token === '{') around.push(new Set())
    else if (token === '}') around.pop()
    else if (token.endsWith(':')) {
      const key = JSON.parse(`"${text}"`) as string
      const keys = around.at(-1)
      if (keys?.has(key)) return key
      keys?.add(key)
    }
  }
  return null
}

function placesIn(header: Record<string, unknown>): Place[] {
  const entries = Object.entries(header).filter(([name]) => name !== '__metadata__')
  if (entries.length === 0) throw new Unreadable('noArrays')
  if (entries.length > mostTensors) throw new Unreadable('manyTensors', { most: mostTensors })
  return entries.map(([name, value]) => placeOf(name, value)).sort((a, b) => a.from - b.from || a.to - b.to)
}

function placeOf(name: string, value: unknown): Place {
  const { dtype, shape, data_offsets: offsets } = (value ?? {}) as Record<string, unknown>
  const shown = { name: shortened(name) }
  if (typeof dtype !== 'string' || !isWholes(shape) || !isWholes(offsets) || offsets.length !== 2)
    throw new Unreadable('noPlace', shown)
  if (!Object.hasOwn(sizes, dtype)) throw new Unreadable('otherType', { ...shown, type: shortened(dtype) })
  const [from, to] = offsets
  if (shape.length > 8 || to - from !== sizeOf(shape) * sizes[dtype]) throw new Unreadable('otherLength', shown)
  return { name: name.slice(0, longestName), type: dtype, shape, from, to }
}

/** Numbers as large as those of a file can be; a product of them that is larger is no length of anything. */
const isWholes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0)

function requireNoGaps(places: Place[], length: number) {
  let end = 0
  for (const { name, from, to } of places) {
    if (from !== end) throw new Unreadable(from < end ? 'overlap' : 'gap', { name: shortened(name) })
    end = to
  }
  if (end !== length) throw new Unreadable(end > length ? 'cutOff' : 'rest', { bytes: Math.abs(length - end) })
}

function numbersAt(file: ArrayBuffer, start: number, { name, type, from, to }: Place): Float64Array {
  const view = new DataView(file, start + from, to - from)
  const size = sizes[type]
  const read = size === 8 ? view.getFloat64 : view.getFloat32
  const numbers = Float64Array.from({ length: (to - from) / size }, (_, i) => read.call(view, i * size, true))
  if (!numbers.every(Number.isFinite)) throw new Unreadable('notFinite', { name: shortened(name) })
  return numbers
}

const shortened = (name: string) => (name.length > 40 ? `${name.slice(0, 39)}…` : name)
