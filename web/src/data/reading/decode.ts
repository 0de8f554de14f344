import { readLimits, type Source, unreadable } from './reading.ts'

/** The text of a file, whatever it is encoded in; never with a mark in place of a letter that could not be read. */

interface Decoded {
  text: string
  /** As its name is known: 'UTF-8', 'UTF-16LE', 'windows-1252'. */
  encoding: string
}

/** Files that are no text, by how they begin. */
const kinds: readonly [code: string, start: readonly number[]][] = [
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]], // xlsx and ods are zip files
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]], // xls
  ['packed', [0x1f, 0x8b]],
  ['packed', [0x37, 0x7a, 0xbc, 0xaf]],
  ['notATable', [0x25, 0x50, 0x44, 0x46]], // PDF
  ['notATable', [0x89, 0x50, 0x4e, 0x47]],
  ['notATable', [0xff, 0xd8, 0xff]],
  ['notATable', [0x47, 0x49, 0x46, 0x38]],
]

const marks: readonly [encoding: string, start: readonly number[]][] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-8', [0xef, 0xbb, 0xbf]],
  ['UTF-16LE', [0xff, 0xfe]],
  ['UTF-16BE', [0xfe, 0xff]],
]

/** @throws {UnreadableError} */
export function decode(source: Source): Decoded {
  const size = typeof source === 'string' ? sizeOf(source) : source.byteLength
  if (size > readLimits.bytes) unreadable('tooLarge', { size: (size / 1024 / 1024).toFixed(1), most: 5 })
  if (size === 0) unreadable('empty')
  if (typeof source === 'string') return { text: checkedText(source.replace(/^\uFEFF/, '')), encoding: '' }
  const bytes = new Uint8Array(source)
  const begins = ([, start]: readonly [string, readonly number[]]) => start.every((byte, i) => bytes[i] === byte)
  const kind = kinds.find(begins)
  if (kind) unreadable(kind[0])
  const encoding = marks.find(begins)?.[0] ?? withoutMark(bytes)
  if (encoding === 'UTF-32') unreadable('encoding', { name: 'UTF-32' })
  return decoded(bytes, encoding)
}

function decoded(bytes: Uint8Array, encoding: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { text: checkedText(text), encoding }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return encoding === 'UTF-8' ? decoded(bytes, 'windows-1252') : unreadable('encoding', { name: encoding })
  }
}

/** UTF-16 has a zero in every other byte of what is written in Latin letters. */
function withoutMark(bytes: Uint8Array) {
  const zeros = [0, 0]
  const count = Math.min(bytes.length, 4096)
  for (let i = 0; i < count; i++) if (bytes[i] === 0) zeros[i % 2]++
  const isMost = (some: number) => some > count * 0.3
  if (isMost(zeros[1]) && zeros[0] === 0) return 'UTF-16LE'
  return isMost(zeros[0]) && zeros[1] === 0 ? 'UTF-16BE' : 'UTF-8'
}

/** No text that a person wrote holds control characters, but for tabs and ends of lines. */
function checkedText(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const control = /[\0-\x08\x0E-\x1F\x7F\x80-\x84\x86-\x9F]/.exec(text)
  if (control) {
    const line = text.slice(0, control.index).split(/\r\n?|\n/).length
    unreadable(control[0] >= '\x80' ? 'unknownEncoding' : 'binary', { line })
  }
  return text
}

/** In bytes, as a file of it would be. */
function sizeOf(text: string) {
  return text.length > readLimits.bytes ? text.length : new TextEncoder().encode(text).length
}
