/**
 * Texts of the reader's own, such as names of columns, as each language writes them: whatever they hold, they stay texts.
 * What cannot be seen, or turns the direction of what is seen, is escaped.
 */

const toHex = (unit: number, digits: number) => unit.toString(16).padStart(digits, '0')

/** What is no text by itself: half a character. */
const halves = /\p{Surrogate}/gu
/** Controls, formats, separators other than the blank, and what nobody has given a meaning. */
const unseen = /[\p{C}\p{Z}]/gu

/** A text without halves of characters, which no file can hold. */
export const wellFormed = (text: string) => text.replace(halves, '\ufffd')

/** The units of UTF-16 of a character, escaped one by one. */
const escapedUnits = (character: string) => character.replace(/[\s\S]/g, (unit) => `\\u${toHex(unit.charCodeAt(0), 4)}`)

const seen = (text: string, written: (character: string) => string) =>
  wellFormed(text).replace(unseen, (character) => (character === ' ' ? ' ' : written(character)))

/** In JavaScript; `<` is escaped, so that it can stand within a page. */
export const inJavaScript = (text: string) =>
  `'${seen(text.replace(/[\\']/g, '\\$&'), escapedUnits).replaceAll('<', '\\u003c')}'`

/** In Python, whose \u is a whole character. */
export const inPython = (text: string) =>
  `"${seen(text.replace(/[\\"]/g, '\\$&'), (character) => `\\U${toHex(character.codePointAt(0) as number, 8)}`)}"`

/** In C and C++, as the bytes of UTF-8. Trigraphs are none, and an octal escape ends after three digits. */
export function inC(text: string) {
  const bytes = new TextEncoder().encode(wellFormed(text))
  return `"${Array.from(bytes, byteInC).join('')}"`
}

function byteInC(byte: number) {
  const character = String.fromCharCode(byte)
  if (byte < 32 || byte > 126) return `\\${byte.toString(8).padStart(3, '0')}`
  return /["\\?]/.test(character) ? `\\${character}` : character
}

/** In a line of a comment: whatever could end it, or join the next line to it, is left out. */
export const inComment = (text: string) =>
  seen(text, () => ' ')
    .replaceAll('\\', '/')
    .replaceAll('*/', '* /')
    .replaceAll('"""', "'''")
    .replaceAll('<', '‹')
    .replaceAll('??', '?')

/** In Markdown, as plain words. */
export const inMarkdown = (text: string) => seen(text, () => ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&')
