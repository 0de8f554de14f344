import type { DataInfo } from '../../../data/prepare.ts'
import type { Neuron } from '../../../network/pointed.ts'
import type { At } from '../../../quantities/at.ts'
import { engineValue, sourceOf, type Values } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import { frameValues } from '../maths/values.ts'

/** The sum of one neuron, term by term. */

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
  frame: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  layer: number,
): ArrayLike<number> {
  const { input, layers } = frameValues(frame, data).row(undefined)
  return layer > 0 ? layers[layer - 1].activation : input
}

/** Weight times value for everything that comes into a neuron. */
export function termsInto(
  frame: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  { layer, unit }: Neuron,
): Term[] {
  const values = frameValues(frame, data)
  return Array.from({ length: frame.layers[layer].inputs }, (_, from) => termAt(values, { layer, unit, from }))
}

/** Weight times value for everything that a neuron or an input passes on. */
export function termsOutOf(
  frame: Pick<Frame, 'layers' | 'input'>,
  data: DataInfo | null,
  { layer, unit: from }: Neuron,
): Term[] {
  const values = frameValues(frame, data)
  const { units } = frame.layers[layer + 1] ?? { units: 0 }
  return Array.from({ length: units }, (_, unit) => termAt(values, { layer: layer + 1, unit, from }))
}

const termAt = (values: Values, at: Required<Omit<At, 'row'>>): Term => ({
  layer: at.layer,
  row: at.unit,
  column: at.from,
  weight: engineValue(values, 'weight', at),
  value: sourceOf(values, at),
  product: engineValue(values, 'signal', at),
})

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
