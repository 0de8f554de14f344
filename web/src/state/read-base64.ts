import { refuseType, refuseValue } from '../network/refuse.ts'
import { checksum } from './base64.ts'

/**
 * The numbers in a text that encodeNumbers made; base64url alone will do.
 * @param name what a refusal calls it
 * @param isSingle 4 bytes a number rather than 8
 * @throws {TypeError} when it is no such text
 * @throws {RangeError} when it is not complete, or a number is not finite
 */
export function decodeNumbers(text: string, name: string, isSingle: boolean): Float64Array {
  const [, count, block, sum] = /^(\d{1,7})(?:$|\.([\w-]*)\.?(\w*)$)/.exec(text) ?? []
  if (count === undefined) return numbersIn(text, name, isSingle)
  const length = Math.floor((block?.length ?? 0) / (isSingle ? 16 / 3 : 32 / 3))
  if (!sum || length !== Number(count)) refuseValue('complete', name, `${length} numbers`, { count })
  const numbers = numbersIn(block, name, isSingle)
  return checksum(numbers) === sum ? numbers : refuseValue('complete', name, 'others', { count })
}

function numbersIn(text: string, name: string, isSingle: boolean): Float64Array {
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
