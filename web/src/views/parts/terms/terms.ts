import type { DataInfo } from '../../../data/prepare.ts'
import type { Neuron } from '../../../network/pointed.ts'
import { asSeen } from '../../../network/units.ts'
import type { Frame } from '../../../session/frame.ts'

/**
 * The sum of one neuron, term by term, put together from numbers of one frame: only products of what is shown, made to
 * be shown.
 */

export interface Term {
  layer: number
  row: number
  column: number
  weight: number
  value: number
  product: number
}

interface Page {
  first: number
  length: number
  count: number
}

export type Order = 'given' | 'largest'

/** What a layer is given: the activations of the one before it, or the inputs as the network sees them. */
export function valuesInto(
  { layers, input }: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  layer: number,
): ArrayLike<number> {
  if (layer > 0) return layers[layer - 1].activation
  return data?.inputScale ? Array.from(input, (value, feature) => asSeen(data, feature, value)) : input
}

/** Weight times value for everything that comes into a neuron. */
export function termsInto(
  frame: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  { layer, unit }: Neuron,
): Term[] {
  const { units, inputs, weights } = frame.layers[layer]
  const values = valuesInto(frame, data, layer)
  return Array.from({ length: inputs }, (_, column) => {
    const weight = weights[unit + column * units]
    return { layer, row: unit, column, weight, value: values[column], product: weight * values[column] }
  })
}

/** Weight times value for everything that a neuron or an input passes on. */
export function termsOutOf(
  frame: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  { layer, unit }: Neuron,
): Term[] {
  const next = frame.layers[layer + 1]
  if (!next) return []
  const value = valuesInto(frame, data, layer + 1)[unit]
  return Array.from({ length: next.units }, (_, row) => {
    const weight = next.weights[row + unit * next.units]
    return { layer: layer + 1, row, column: unit, weight, value, product: weight * value }
  })
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
