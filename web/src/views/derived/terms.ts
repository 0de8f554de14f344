import { type Term, termName } from '../../data/sources.ts'

/** The terms that the drawer offers. */

export const kinds = ['power', 'product', 'sine'] as const
export type Kind = (typeof kinds)[number]

export const mostTerms = 20
export const largestPower = 6

export function termOf(kind: Kind, first: string, second: string, power: number): Term {
  if (kind === 'sine') return { sine: first }
  return { product: kind === 'power' ? Array<string>(power).fill(first) : [first, second] }
}

/** Those that are offered for two features: squares, their product, sines. */
export function usualTerms(names: readonly string[]): Term[] {
  if (names.length > 2) return []
  const squares = names.map((name) => termOf('power', name, '', 2))
  const products = names.length === 2 ? [termOf('product', names[0], names[1], 1)] : []
  return [...squares, ...products, ...names.map((name) => termOf('sine', name, '', 1))]
}

/** What a term is called that is not there yet: its factors stand in order. */
export const nameOf = (term: Term): string => termName(term, 'sine' in term ? [term.sine] : term.product)

/** The same for terms that are the same, in whatever order the factors stand. */
export const keyOf = (term: Term, names: readonly string[]): string =>
  'sine' in term
    ? `sine ${names.indexOf(term.sine)}`
    : term.product
        .map((name) => names.indexOf(name))
        .sort((a, b) => a - b)
        .join()
