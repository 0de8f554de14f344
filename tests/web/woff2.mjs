import { brotliDecompressSync } from 'node:zlib'

/** Reads of a WOFF2 font as much as tells which characters it has: https://www.w3.org/TR/WOFF2 */

/** Tables that may be named by their number; of these, only the few that matter here have their names. */
const cmap = 0
const transformed = { glyf: 10, loca: 11 }

/** @param {Buffer} file @returns {Set<string>} */
export function charactersIn(file) {
  const { table, compressedAt } = findCmap(file)
  const tables = brotliDecompressSync(file.subarray(compressedAt, compressedAt + file.readUInt32BE(20)))
  return new Set(
    codesIn(tables.subarray(table.start, table.start + table.length)).map((code) => String.fromCodePoint(code)),
  )
}

function findCmap(file) {
  let at = 48
  let start = 0
  let table = null
  const number = () => {
    let value = 0
    for (;;) {
      const byte = file[at++]
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  for (let left = file.readUInt16BE(12); left > 0; left--) {
    const flags = file[at++]
    const kind = flags & 63
    if (kind === 63) at += 4 // its name
    const whole = number()
    const isTransformed = kind === transformed.glyf || kind === transformed.loca ? flags < 64 : flags >= 64
    const length = isTransformed ? number() : whole
    if (kind === cmap) table = { start, length }
    start += length
  }
  return { table, compressedAt: at }
}

/** The codes of the subtable of all planes: groups of codes that follow one another. */
function codesIn(table) {
  for (let i = 0; i < table.readUInt16BE(2); i++) {
    const subtable = table.subarray(table.readUInt32BE(4 + 8 * i + 4))
    if (subtable.readUInt16BE(0) !== 12) continue
    return Array.from({ length: subtable.readUInt32BE(12) }, (_, group) => {
      const [first, last] = [0, 4].map((more) => subtable.readUInt32BE(16 + 12 * group + more))
      return Array.from({ length: last - first + 1 }, (_, code) => first + code)
    }).flat()
  }
  throw new Error('The font has no table of characters of all planes')
}
