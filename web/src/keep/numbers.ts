import { refuseType, refuseValue } from '../network/refuse.ts'

/** Bytes and numbers of what was kept: as they are, or in base64. @throws {TypeError | RangeError} */

export function bytesOf(value: unknown, path: string): Uint8Array {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice()
  if (typeof value !== 'string') return refuseType('base64', path, value)
  try {
    return Uint8Array.from(atob(value), (byte) => byte.charCodeAt(0))
  } catch {
    return refuseType('base64', path, value)
  }
}

export function numbersOf(value: unknown, path: string): Float64Array {
  const bytes = bytesOf(value, path)
  if (bytes.length % 8) refuseType('wholeNumbers', path, `${bytes.length} bytes`, { size: 8 })
  return new Float64Array(bytes.buffer)
}

/** Finite numbers; so many, where that is told. */
export function finiteOf(value: unknown, path: string, count?: number): Float64Array {
  const numbers = numbersOf(value, path)
  if (count !== undefined && numbers.length !== count) refuseValue('length', path, numbers.length, { count })
  return numbers.every(Number.isFinite) ? numbers : refuseValue('finite', path, NaN)
}

export function wholeOf(value: unknown, path: string, minimum: number, maximum: number): number {
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
  return isWhole ? value : refuseValue('whole', path, value, { minimum, maximum })
}

/** Each of a list, with the path that it is refused by. */
export function eachOf<Item>(
  value: unknown,
  path: string,
  most: number,
  read: (item: unknown, path: string) => Item,
): Item[] {
  if (!Array.isArray(value)) return refuseType('list', path, value)
  if (value.length > most) refuseValue('most', `${path}.length`, value.length, { maximum: most })
  return Array.from(value, (item, i) => read(item, `${path}.${i}`))
}
