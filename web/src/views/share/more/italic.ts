/** The first of each alphabet, and the character that its letters begin at where formulas slant them. */
const alphabets = [
  { first: 'A', last: 'Z', slanted: 0x1d434 },
  { first: 'a', last: 'z', slanted: 0x1d44e },
  { first: 'Α', last: 'Ω', slanted: 0x1d6e2 },
  { first: 'α', last: 'ω', slanted: 0x1d6fc },
]

/** What a formula is set in where it says a single letter: slanted, which is a character of its own. */
export function italic(letter: string): string {
  if (letter === 'h') return 'ℎ' // Planck's, which is older than the others
  const alphabet = alphabets.find(({ first, last }) => letter >= first && letter <= last)
  return alphabet
    ? String.fromCodePoint(alphabet.slanted + letter.charCodeAt(0) - alphabet.first.charCodeAt(0))
    : letter
}
