import { parameterName } from '../../../network/parameters.js'
import { asSeen } from '../../../network/units.js'

/**
 * The sum of one neuron, term by term, put together from numbers of one frame: only products of what is shown, made to
 * be shown.
 *
 * @import { DataInfo, Frame, Neuron } from '../../../types.d.ts'
 * @typedef {{ layer: number, row: number, column: number, weight: number, value: number, product: number }} Term
 * @typedef {{ first: number, length: number, count: number }} Page
 * @typedef {'given' | 'largest'} Order
 */

/**
 * What a layer is given: the activations of the one before it, or the inputs as the network sees them.
 * @param {Pick<Frame, 'layers' | 'input'>} frame
 * @param {DataInfo | null} data
 * @param {number} layer
 * @returns {ArrayLike<number>}
 */
export function valuesInto({ layers, input }, data, layer) {
  if (layer > 0) return layers[layer - 1].activation
  return data?.inputScale ? Array.from(input, (value, feature) => asSeen(data, feature, value)) : input
}

/**
 * Weight times value for everything that comes into a neuron.
 * @param {Pick<Frame, 'layers' | 'input'>} frame
 * @param {DataInfo | null} data
 * @param {Neuron} neuron
 * @returns {Term[]}
 */
export function termsInto(frame, data, { layer, unit }) {
  const { units, inputs, weights } = frame.layers[layer]
  const values = valuesInto(frame, data, layer)
  return Array.from({ length: inputs }, (_, column) => {
    const weight = weights[unit + column * units]
    return { layer, row: unit, column, weight, value: values[column], product: weight * values[column] }
  })
}

/**
 * Weight times value for everything that a neuron or an input passes on.
 * @param {Pick<Frame, 'layers' | 'input'>} frame
 * @param {DataInfo | null} data
 * @param {Neuron} neuron
 * @returns {Term[]}
 */
export function termsOutOf(frame, data, { layer, unit }) {
  const next = frame.layers[layer + 1]
  if (!next) return []
  const value = valuesInto(frame, data, layer + 1)[unit]
  return Array.from({ length: next.units }, (_, row) => {
    const weight = next.weights[row + unit * next.units]
    return { layer: layer + 1, row, column: unit, weight, value, product: weight * value }
  })
}

/** The indices of the terms in an order. @param {Term[]} terms @param {Order} order */
export function orderOf(terms, order) {
  const indices = terms.map((_, index) => index)
  const size = (/** @type {number} */ index) => Math.abs(terms[index].product) || 0
  return order === 'given' ? indices : indices.sort((a, b) => size(b) - size(a) || a - b)
}

/**
 * The terms on a page, and the sum of all others, so that what is shown adds up.
 * @param {Term[]} terms
 * @param {number[]} indices in the order in which they are shown
 * @param {Pick<Page, 'first' | 'length'>} page
 */
export function pageOf(terms, indices, { first, length }) {
  const start = first < terms.length ? first : 0
  const isShown = (/** @type {number} */ i) => i >= start && i < start + length
  const shown = indices.filter((_, i) => isShown(i)).map((index) => terms[index])
  const rest = indices.reduce((sum, index, i) => (isShown(i) ? sum : sum + terms[index].product), 0)
  return { first: start, shown, rest, others: terms.length - shown.length }
}

/** The size of the largest product, to measure bars against. @param {Term[]} terms */
export const mostOf = (terms) => terms.reduce((most, { product }) => Math.max(most, Math.abs(product) || 0), 0)

/** What comes in from one of them: In3, or A3 of the layer before. @param {number} layer @param {number} column */
export const sourceName = (layer, column) => `${layer === 0 ? 'In' : 'A'}${column + 1}`

/**
 * The whole sum on one line, in symbols and in numbers.
 * @param {Term[]} shown
 * @param {{ others: number, rest: number, bias: number, Z: number }} end
 * @param {(value: number) => string} write
 */
export function sumInWords(shown, { others, rest, bias, Z }, write) {
  const { layer, row } = shown[0]
  const biasName = parameterName({ layer, row, bias: true })
  const symbols = shown.map((term) => `${parameterName(term)} · ${sourceName(layer, term.column)}`)
  const numbers = shown.map(({ weight, value }) => `${write(weight)} · ${write(value)}`)
  const more = others ? ['…'] : []
  return (
    `Z${row + 1} = ${[...symbols, ...more, biasName].join(' + ')} = ` +
    `${[...numbers, ...(others ? [write(rest)] : []), write(bias)].join(' + ')} = ${write(Z)}`
  )
}
