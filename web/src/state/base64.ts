import { refuseType, refuseValue } from '../network/refuse.ts'

/** Numbers as base64url of their little-endian bytes: what a link carries of weights. */
export function encodeNumbers(numbers: Float64Array | Float32Array): string {
  const size = numbers.BYTES_PER_ELEMENT
  const view = new DataView(new ArrayBuffer(numbers.length * size))
  numbers.forEach((number, i) =>
    size === 8 ? view.setFloat64(i * 8, number, true) : view.setFloat32(i * 4, number, true),
  )
  let bytes = ''
  for (let i = 0; i < view.byteLength; i++) bytes += String.fromCharCode(view.getUint8(i))
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/**
 * The numbers in a text that encodeNumbers made.
 * @param name what a refusal calls it
 * @param isSingle 4 bytes a number rather than 8
 * @throws {TypeError} when it is no such text
 * @throws {RangeError} when a number is not finite
 */
export function decodeNumbers(text: string, name: string, isSingle: boolean): Float64Array {
  const size = isSingle ? 4 : 8
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) refuseType('base64', name, text)
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  if (bytes.length % size) refuseType('wholeNumbers', name, `${bytes.length} bytes`, { size })
  const view = new DataView(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer)
  return Float64Array.from({ length: bytes.length / size }, (_, i) => {
    const number = isSingle ? view.getFloat32(i * 4, true) : view.getFloat64(i * 8, true)
    return Number.isFinite(number) ? number : refuseValue('finite', name, number)
  })
}
