import type { Neuron } from '../../../network/pointed.ts'
import { type At, sourceOf } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { unitsOf } from '../../../quantities/network.ts'

/** What runs through the weights of a neuron, term by term: forward what is weighed and added up, back its error. */

export interface Term {
  layer: number
  row: number
  column: number
  weight: number
  /** What the weight is multiplied by. */
  value: number
  product: number
}

interface Page {
  first: number
  length: number
  count: number
}

export type Order = 'given' | 'largest'

/** Weight times value for everything that comes into a neuron. */
export const termsInto = (numbers: Numbers, { layer, unit }: Neuron): Term[] =>
  Array.from({ length: unitsOf(numbers.network, layer - 1) }, (_, from) =>
    termAt(numbers, { layer, unit, from }, 'signal'),
  )

/** Weight times value for everything that a neuron or an input passes on. */
export const termsOutOf = (numbers: Numbers, at: Neuron) => termsAfter(numbers, at, 'signal')

/** What every neuron of the next layer passes back to this one, or to an input: weight times its own delta. */
export const termsBackTo = (numbers: Numbers, at: Neuron) => termsAfter(numbers, at, 'passedBack')

function termsAfter(numbers: Numbers, { layer, unit: from }: Neuron, name: 'signal' | 'passedBack'): Term[] {
  const { length } = numbers.network.layers
  const units = layer + 1 < length ? unitsOf(numbers.network, layer + 1) : 0
  return Array.from({ length: units }, (_, unit) => termAt(numbers, { layer: layer + 1, unit, from }, name))
}

/** @param product what the weight makes: the signal that it passes on, or the error that it passes back */
export function termAt(numbers: Numbers, at: At & { from: number }, product: 'signal' | 'passedBack'): Term {
  const { layer, unit, from } = at
  const value = product === 'signal' ? sourceOf(at, from) : { name: 'delta' as const, at: { layer, unit } }
  return {
    layer,
    row: unit,
    column: from,
    weight: valueAt(numbers, 'weight', at),
    value: valueAt(numbers, value.name, value.at),
    product: valueAt(numbers, product, at),
  }
}

/** The indices of the terms in an order. */
export function orderOf(terms: Term[], order: Order) {
  const indices = terms.map((_, index) => index)
  const size = (index: number) => Math.abs(terms[index].product) || 0
  return order === 'given' ? indices : indices.sort((a, b) => size(b) - size(a) || a - b)
}

/**
 * The terms on a page, and the sum of all others, so that what is shown adds up.
 * @param indices in the order in which they are shown
 */
export function pageOf(terms: Term[], indices: number[], { first, length }: Pick<Page, 'first' | 'length'>) {
  const start = first < terms.length ? first : 0
  const isShown = (i: number) => i >= start && i < start + length
  const shown = indices.filter((_, i) => isShown(i)).map((index) => terms[index])
  const rest = indices.reduce((sum, index, i) => (isShown(i) ? sum : sum + terms[index].product), 0)
  return { first: start, shown, rest, others: terms.length - shown.length }
}

/** The size of the largest product, to measure bars against. */
export const mostOf = (terms: Term[]) => terms.reduce((most, { product }) => Math.max(most, Math.abs(product) || 0), 0)
