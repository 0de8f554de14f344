import { Unreadable } from '../network/unreadable.ts'
import { checksum } from '../state/base64.ts'
import type { Kept } from './kept.ts'

/**
 * The file of a session: JSON, with the bytes of numbers in base64, and a checksum of it all. A number of a version stands
 * at its head, and every later version reads those before it.
 */

/** How files of sessions end, and how many characters of one are read. */
export const ending = '.glassbox.json'
export const mostCharacters = 64_000_000

const kind = 'session'
const version = 1

export function writeFile(kept: Kept): string {
  const session = written(kept)
  return `{"glassbox":"${kind}","v":${version},"sum":"${sumOf(session)}","session":${session}}\n`
}

/**
 * What a file holds, to be checked by unpackMoment().
 * @throws {Unreadable} when it is no file of a session, one of a later version, or damaged
 */
export function readFile(text: string): unknown {
  if (text.length > mostCharacters) throw new Unreadable('tooLarge')
  const { glassbox, v, sum, session } = headOf(text)
  if (glassbox !== kind || typeof v !== 'number') throw new Unreadable('notOurs')
  if (v !== version) throw new Unreadable('laterFile')
  if (typeof session !== 'object' || session === null || sumOf(written(session)) !== sum)
    throw new Unreadable('damaged')
  return session
}

/** Whether a text is meant to be a file of a session, whole or not. */
export const isSessionFile = (text: string) => /^\s*\{\s*"glassbox"\s*:\s*"session"/.test(text.slice(0, 200))

/** A state as JSON: an object with groups of a state. */
export function stateIn(written: string): unknown {
  try {
    const found: unknown = JSON.parse(written)
    const isState = typeof found === 'object' && found !== null && ('data' in found || 'network' in found)
    return isState ? found : null
  } catch {
    return null
  }
}

function headOf(text: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}
  } catch {
    throw new Unreadable(isSessionFile(text) ? 'damaged' : 'notOurs')
  }
}

const written = (value: unknown) =>
  JSON.stringify(value, (_, item) => (ArrayBuffer.isView(item) ? base64Of(item) : item))

/** So many bytes become letters at a time: calls have a limit of arguments. */
const piece = 0x6000

function base64Of({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  const pieces = []
  for (let at = 0; at < bytes.length; at += piece)
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))))
  return pieces.join('')
}

/** The checksum of a text's bytes, filled up to whole numbers. */
function sumOf(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const filled = new Uint8Array(Math.ceil(bytes.length / 8) * 8)
  filled.set(bytes)
  return checksum(new Float64Array(filled.buffer))
}
