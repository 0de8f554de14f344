/**
 * Numbers as a link carries them: how many there are, base64url of their little-endian bytes, and their checksum, so that
 * a link that was cut off or altered can be told.
 */
export function encodeNumbers(numbers: Float64Array | Float32Array): string {
  const size = numbers.BYTES_PER_ELEMENT
  const view = new DataView(new ArrayBuffer(numbers.length * size))
  numbers.forEach((number, i) =>
    size === 8 ? view.setFloat64(i * 8, number, true) : view.setFloat32(i * 4, number, true),
  )
  let bytes = ''
  for (let i = 0; i < view.byteLength; i++) bytes += String.fromCharCode(view.getUint8(i))
  const text = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return `${numbers.length}.${text}.${checksum(Float64Array.from(numbers))}`
}

/** Six letters and digits that stand for the bits of numbers: if one bit differs, so do they. */
export function checksum(numbers: Float64Array): string {
  let sum = numbers.length
  for (const word of new Uint32Array(numbers.buffer)) {
    sum = Math.imul(sum ^ word, 0x9e3779b1)
    sum ^= sum >>> 15
  }
  return (sum >>> 0).toString(36).padStart(6, '0').slice(-6)
}
