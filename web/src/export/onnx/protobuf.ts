import { wellFormed } from '../text/quoted.ts'

/** Protocol buffers, as much of them as ONNX needs: a message is its fields one after the other. */

/** What a field holds: a whole number, a text, bytes, or a message. */
export type Value = number | string | Uint8Array | Field[]
/** A field's number, and what it holds; nothing where it is left out. */
export type Field = [number: number, value: Value]

/** The bytes of a message. */
export function encoded(fields: Field[]): Uint8Array<ArrayBuffer> {
  return joined(
    fields.flatMap(([number, value]) => (typeof value === 'number' ? whole(number, value) : sized(number, value))),
  )
}

const whole = (number: number, value: number) => [varint(number << 3), varint(value)]

function sized(number: number, value: Exclude<Value, number>) {
  const bytes = bytesOf(value)
  return [varint((number << 3) | 2), varint(bytes.length), bytes]
}

function bytesOf(value: Exclude<Value, number>) {
  if (typeof value === 'string') return new TextEncoder().encode(wellFormed(value))
  return value instanceof Uint8Array ? value : encoded(value)
}

/** Seven bits a byte, the lowest first; a negative number as 64 bits. */
function varint(value: number): Uint8Array {
  const bytes = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Uint8Array.from([...bytes, Number(rest)])
}

function joined(parts: Uint8Array[]) {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
