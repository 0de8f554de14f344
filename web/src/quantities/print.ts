import { evaluate, type Operands } from './evaluate.ts'
import type { Condition, FunctionName, Tree } from './tree.ts'

/** One printer of formulas, for whatever they are printed as: letters or numbers, plain text or typeset. */

export type Leaf = Extract<Tree, { kind: 'number' | 'setting' | 'letter' | 'quantity' | 'e' }>

const isLeaf = (tree: Tree): tree is Leaf => ['number', 'setting', 'letter', 'quantity', 'e'].includes(tree.kind)

/** How the parts of a formula are written. */
export interface Notation<Written> {
  leaf: (leaf: Leaf) => Written
  plus: (terms: Written[]) => Written
  minus: (left: Written, right: Written) => Written
  negative: (of: Written) => Written
  times: (factors: Written[]) => Written
  over: (above: Written, below: Written) => Written
  power: (base: Written, exponent: Written) => Written
  root: (of: Written) => Written
  call: (name: FunctionName, of: Written[]) => Written
  either: (then: Written, when: Written, otherwise: Written) => Written
  compared: (left: Written, is: Condition['is'], right: Written) => Written
  /** In brackets. */
  group: (of: Written) => Written
  /** Terms of a sum that are not written out. @param rest what they come to, NaN while that is not known */
  more: (count: number, rest: number) => Written
  /** Whether a leaf is written with a minus before it, as a number below 0 is. */
  isNegative?: (leaf: Leaf) => boolean
  /** Whether a fraction keeps its parts apart by itself, as one with a bar does. */
  hasBar: boolean
}

export interface PrintOptions {
  /** So many terms of a sum are written out; more are folded into one. */
  mostTerms: number
  /** By index, the order of a sum's terms; else as they are given. */
  order?: readonly number[]
  /** From which the terms that are folded are added up. */
  operands?: Operands
}

/** How strongly what is written holds together. */
const strength = { sum: 1, negative: 2, fraction: 3, product: 4, power: 5, whole: 6 }

interface Piece<Written> {
  written: Written
  strength: number
}

/** Writes a tree whose parts have to hold together at least so strongly; in brackets, if need be. */
type Write<Written> = (tree: Tree, least?: number) => Written

type Of<Kind extends Tree['kind']> = Extract<Tree, { kind: Kind }>

export function print<Written>(tree: Tree, notation: Notation<Written>, options: PrintOptions): Written {
  const write: Write<Written> = (of, least = 0) => {
    const piece = pieceOf(of)
    return piece.strength < least ? notation.group(piece.written) : piece.written
  }
  const pieceOf = (of: Tree): Piece<Written> => {
    if (of.kind === 'sum' || of.kind === 'plus') {
      const written = summandsOf(of, options).map((each) =>
        'term' in each ? write(each.term, strength.negative) : notation.more(each.others, each.rest),
      )
      return { written: notation.plus(written), strength: strength.sum }
    }
    return operation(of, write, notation) ?? leafPiece(of as Leaf, notation)
  }
  return write(tree)
}

const leafPiece = <Written>(leaf: Leaf, notation: Notation<Written>): Piece<Written> => ({
  written: notation.leaf(leaf),
  strength: notation.isNegative?.(leaf) ? strength.negative : strength.whole,
})

/** What is neither a sum nor a leaf. */
function operation<Written>(of: Tree, write: Write<Written>, notation: Notation<Written>): Piece<Written> | null {
  switch (of.kind) {
    case 'minus': {
      const written = notation.minus(write(of.left, strength.sum), write(of.right, strength.fraction))
      return { written, strength: strength.sum }
    }
    case 'negative':
      return { written: notation.negative(write(of.of, strength.fraction)), strength: strength.negative }
    case 'times': {
      const [first, ...others] = of.factors
      const isNegative = isLeaf(first) && notation.isNegative?.(first)
      const before = write(first, isNegative ? strength.negative : strength.product)
      const factors = [before, ...others.map((factor) => write(factor, strength.product))]
      return { written: notation.times(factors), strength: isNegative ? strength.negative : strength.product }
    }
    case 'over':
      return fraction(of, write, notation)
    case 'power': {
      const exponent = write(of.exponent, notation.hasBar ? 0 : strength.whole)
      return { written: notation.power(write(of.base, strength.whole), exponent), strength: strength.power }
    }
    case 'root':
      return { written: notation.root(write(of.of)), strength: strength.whole }
    case 'call':
      return {
        written: notation.call(
          of.name,
          of.of.map((each) => write(each)),
        ),
        strength: strength.whole,
      }
    case 'either': {
      const when = notation.compared(write(of.when.left), of.when.is, write(of.when.right))
      return { written: notation.either(write(of.value), when, write(of.otherwise)), strength: strength.sum }
    }
    default:
      return null
  }
}

function fraction<Written>({ above, below }: Of<'over'>, write: Write<Written>, notation: Notation<Written>) {
  return notation.hasBar
    ? { written: notation.over(write(above), write(below)), strength: strength.power }
    : {
        written: notation.over(write(above, strength.product), write(below, strength.power)),
        strength: strength.fraction,
      }
}

/** What stands beside the others in a sum: a term, or what stands for several. */
type Summand = { term: Tree } | { others: number; rest: number }

/** Terms one beside the other; a sum within a sum goes on in the same row. */
export function summandsOf(of: Tree, options: PrintOptions): Summand[] {
  if (of.kind === 'plus') return of.terms.flatMap((term) => summandsOf(term, options))
  if (of.kind !== 'sum') return [{ term: of }]
  const { shown, others, rest } = foldedTerms(of, options)
  const terms = shown.flatMap((term) => summandsOf(term, options))
  return others > 0 ? [...terms, { others, rest }] : terms
}

/** The terms of a sum that are written out, how many are not, and what those come to. */
function foldedTerms({ count, term }: Of<'sum'>, { mostTerms, order, operands }: PrintOptions) {
  const all = order?.length === count ? order : Array.from({ length: count }, (_, i) => i)
  const shown = count > mostTerms ? all.slice(0, mostTerms - 1) : all
  const value = (i: number) => (operands ? evaluate(term(i), operands).value : NaN)
  const rest = all.slice(shown.length).reduce((sum, i) => sum + value(i), 0)
  return { shown: shown.map(term), others: count - shown.length, rest }
}
