import type { Leaf, Notation } from './print.ts'
import { settingLetters, symbolOf } from './symbols.ts'
import type { FunctionName } from './tree.ts'

/** Formulas as a line of plain text, for screen readers and wherever nothing can be typeset. */

/** What letters are called where they are read out. */
const names: Record<string, string> = { δ: 'delta' }

const functionNames: Partial<Record<FunctionName, string>> = { normal: 'Φ', density: 'φ' }

const superscripts: Record<string, string> = { '2': '²', '3': '³' }

/** The letters of a leaf: 'W4,2', 'delta1', 'η'. @param memory of the optimizer, see symbolOf() */
export function plainSymbol(leaf: Leaf, memory?: readonly string[]): string {
  switch (leaf.kind) {
    case 'number':
      return String(leaf.value).replace('-', '−')
    case 'setting':
      return settingLetters[leaf.name]
    case 'quantity': {
      const { letter, index, mark } = symbolOf(leaf.name, leaf.at, memory)
      return `${names[letter] ?? letter}${index}${mark}`
    }
    default:
      return leaf.kind === 'e' ? 'e' : leaf.name
  }
}

/** @param leaf how a leaf is written: its letters, or its number @param more what stands for the terms that are folded */
export const plainNotation = (
  leaf: (leaf: Leaf) => string,
  more: (count: number, rest: number) => string,
): Notation<string> => ({
  leaf,
  more,
  hasBar: false,
  plus: (terms) => terms.join(' + '),
  minus: (left, right) => `${left} − ${right}`,
  negative: (of) => `−${of}`,
  times: (factors) => factors.join(' · '),
  over: (above, below) => `${above} / ${below}`,
  power: (base, exponent) => (exponent in superscripts ? base + superscripts[exponent] : `${base}^${exponent}`),
  root: (of) => `√(${of})`,
  call: (name, of) => (name === 'abs' ? `|${of[0]}|` : `${functionNames[name] ?? name}(${of.join(', ')})`),
  either: (then, when, otherwise) => `${then} if ${when}, else ${otherwise}`,
  compared: (left, is, right) => `${left} ${is} ${right}`,
  group: (of) => `(${of})`,
})
