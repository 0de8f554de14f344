import type { At, QuantityName } from './at.ts'

/** A formula as a tree: what is printed as letters, numbers and sentences, and evaluated in tests. */

/** A condition of a piecewise formula. */
export interface Condition {
  left: Tree
  is: '<' | '>' | '='
  right: Tree
}

/** Functions that a formula calls by name. */
export type FunctionName = 'ln' | 'tanh' | 'max' | 'min' | 'abs' | 'sign' | 'sigmoid' | 'normal' | 'density'

/** Numbers that the reader sets and a rule uses, and the count of the optimizer's steps, this one included. */
export type SettingName =
  | 'learningRate'
  | 'momentum'
  | 'beta1'
  | 'beta2'
  | 'epsilon'
  | 'rho'
  | 'weightDecay'
  | 'l1'
  | 'l2'
  | 'steps'

export type Tree =
  | { kind: 'number'; value: number }
  /** e, the base of the exponential */
  | { kind: 'e' }
  | { kind: 'setting'; name: SettingName }
  /** The argument of a function that is explained by itself: z, a, y. */
  | { kind: 'letter'; name: string }
  | { kind: 'quantity'; name: QuantityName; at: At }
  /** Over `count` terms; what it is about by its letter where it is not written out. */
  | { kind: 'sum'; letter: string; count: number; term: (index: number) => Tree }
  | { kind: 'plus'; terms: Tree[] }
  | { kind: 'minus'; left: Tree; right: Tree }
  | { kind: 'negative'; of: Tree }
  | { kind: 'times'; factors: Tree[] }
  | { kind: 'over'; above: Tree; below: Tree }
  | { kind: 'power'; base: Tree; exponent: Tree }
  | { kind: 'root'; of: Tree }
  | { kind: 'call'; name: FunctionName; of: Tree[] }
  | { kind: 'either'; when: Condition; value: Tree; otherwise: Tree }

export const number = (value: number): Tree => ({ kind: 'number', value })
export const setting = (name: SettingName): Tree => ({ kind: 'setting', name })
export const letter = (name: string): Tree => ({ kind: 'letter', name })
export const quantity = (name: QuantityName, at: At): Tree => ({ kind: 'quantity', name, at })
export const plus = (...terms: Tree[]): Tree => (terms.length === 1 ? terms[0] : { kind: 'plus', terms })
export const minus = (left: Tree, right: Tree): Tree => ({ kind: 'minus', left, right })
export const negative = (of: Tree): Tree => ({ kind: 'negative', of })
export const times = (...factors: Tree[]): Tree => ({ kind: 'times', factors })
export const over = (above: Tree, below: Tree): Tree => ({ kind: 'over', above, below })
export const power = (base: Tree, exponent: Tree): Tree => ({ kind: 'power', base, exponent })
export const square = (base: Tree): Tree => power(base, number(2))
export const exponential = (exponent: Tree): Tree => power({ kind: 'e' }, exponent)
export const root = (of: Tree): Tree => ({ kind: 'root', of })
export const call = (name: FunctionName, ...of: Tree[]): Tree => ({ kind: 'call', name, of })
export const either = (when: Condition, value: Tree, otherwise: Tree): Tree => ({
  kind: 'either',
  when,
  value,
  otherwise,
})

/** Over one index; of one term only that term. */
export const sum = (letter: string, count: number, term: (index: number) => Tree): Tree =>
  count === 1 ? term(0) : { kind: 'sum', letter, count, term }

/** A sum over so many, divided by their number. */
export const mean = (letter: string, count: number, term: (index: number) => Tree): Tree =>
  count === 1 ? term(0) : over(sum(letter, count, term), number(count))

/** Whether it only adds, subtracts and multiplies. */
export function isFlat(tree: Tree): boolean {
  switch (tree.kind) {
    case 'sum':
      return isFlat(tree.term(0))
    case 'plus':
      return tree.terms.every(isFlat)
    case 'times':
      return tree.factors.every(isFlat)
    case 'minus':
      return isFlat(tree.left) && isFlat(tree.right)
    case 'negative':
      return isFlat(tree.of)
    case 'over':
    case 'power':
    case 'root':
    case 'call':
    case 'either':
      return false
    default:
      return true
  }
}

/** The same tree with its parts made anew; a leaf has none. */
export function withParts(tree: Tree, of: (part: Tree) => Tree): Tree {
  switch (tree.kind) {
    case 'sum':
      return { ...tree, term: (index) => of(tree.term(index)) }
    case 'plus':
      return { ...tree, terms: tree.terms.map(of) }
    case 'times':
      return { ...tree, factors: tree.factors.map(of) }
    case 'minus':
      return minus(of(tree.left), of(tree.right))
    case 'negative':
      return negative(of(tree.of))
    case 'root':
      return root(of(tree.of))
    case 'over':
      return over(of(tree.above), of(tree.below))
    case 'power':
      return power(of(tree.base), of(tree.exponent))
    case 'call':
      return { ...tree, of: tree.of.map(of) }
    case 'either': {
      const { when } = tree
      return either({ ...when, left: of(when.left), right: of(when.right) }, of(tree.value), of(tree.otherwise))
    }
    default:
      return tree
  }
}
