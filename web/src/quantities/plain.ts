import { quantityText } from './names.ts'
import { type Leaf, type Notation, print } from './print.ts'
import { type Lettering, settingLetters, symbolOf } from './symbols.ts'
import type { FunctionName, Tree } from './tree.ts'

/** Formulas on one line: as plain text for screen readers, or with what a page has for its numbers. */

/** What letters are called where they are read out. */
const names: Record<string, string> = { δ: 'delta' }

const functionNames: Partial<Record<FunctionName, string>> = { normal: 'Φ', density: 'φ' }

const superscripts: Record<string, string> = { '2': '²', '3': '³' }

/** The letters of a leaf: 'W4,2', 'delta1', 'η'. */
export function plainSymbol(leaf: Leaf, lettering?: Lettering): string {
  switch (leaf.kind) {
    case 'number':
      return String(leaf.value).replace('-', '−')
    case 'setting':
      return settingLetters[leaf.name]
    case 'quantity': {
      const { letter, index, mark } = symbolOf(leaf.name, leaf.at, lettering)
      return `${names[letter] ?? letter}${index}${mark}`
    }
    default:
      return leaf.kind === 'e' ? 'e' : leaf.name
  }
}

/** Pieces one after the other: words, or whatever a page has for a number. */
export type Line<Piece> = string | Piece | Line<Piece>[]

/** A formula on one line. @param leaf how a leaf is written: its letters, or its number @param more for folded terms */
export const lineNotation = <Piece>(
  leaf: (leaf: Leaf) => Line<Piece>,
  more: (count: number, rest: number) => Line<Piece>,
  isNegative?: (leaf: Leaf) => boolean,
): Notation<Line<Piece>> => ({
  leaf,
  more,
  isNegative,
  hasBar: false,
  plus: (terms) => between(terms, ' + '),
  minus: (left, right) => [left, ' − ', right],
  negative: (of) => ['−', of],
  times: (factors) => between(factors, ' · '),
  over: (above, below) => [above, ' / ', below],
  power: (base, exponent) => [base, superscripts[String(exponent)] ?? ['^', exponent]],
  root: (of) => ['√(', of, ')'],
  call: (name, of) =>
    name === 'abs' ? ['|', of[0], '|'] : [`${functionNames[name] ?? name}(`, between(of, ', '), ')'],
  either: (then, when, otherwise) => [then, ` ${quantityText('if')} `, when, `, ${quantityText('else')} `, otherwise],
  compared: (left, is, right) => [left, ` ${is} `, right],
  group: (of) => ['(', of, ')'],
})

const between = <Piece>(parts: Line<Piece>[], sign: string): Line<Piece>[] =>
  parts.flatMap((part, i) => (i > 0 ? [sign, part] : [part]))

/** A line of words alone as one. */
export const wordsOf = (line: Line<string>): string => (Array.isArray(line) ? line.map(wordsOf).join('') : line)

/** A formula with its letters, of longer sums the first few terms. */
export const plainText = (tree: Tree, lettering?: Lettering): string =>
  wordsOf(
    print(
      tree,
      lineNotation(
        (leaf) => plainSymbol(leaf, lettering),
        () => '…',
      ),
      { mostTerms: 4 },
    ),
  )
