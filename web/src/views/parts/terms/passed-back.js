/**
 * Where a neuron's delta comes from, put together from numbers of one frame: only products and quotients of what is
 * shown, made to be shown.
 * @typedef {import('../../../types.d.ts').Frame} Frame
 * @typedef {import('../../../types.d.ts').LayerFrame} LayerFrame
 * @typedef {import('../../../types.d.ts').Neuron} Neuron
 * @typedef {{ layer: number, row: number, column: number, weight: number, delta: number, term: number }} Term
 */

/**
 * What every neuron of the next layer passes back to this one: weight times its own delta.
 * @param {Pick<Frame, 'layers'>} frame
 * @param {Neuron} neuron an input or a hidden neuron
 * @returns {Term[]}
 */
export function termsOf({ layers }, { layer, unit }) {
  const next = layers[layer + 1]
  return Array.from({ length: next?.units ?? 0 }, (_, row) => {
    const weight = next.weights[row + unit * next.units]
    const delta = next.delta[row]
    return { layer: layer + 1, row, column: unit, weight, delta, term: weight * delta }
  })
}

/**
 * The same for one row of a trace, with the weights of a frame.
 * @param {Frame} frame
 * @param {ArrayLike<number>} nextDelta of the next layer's neurons
 * @param {Neuron} neuron
 */
export function sumOf({ layers }, nextDelta, { layer, unit }) {
  const next = layers[layer + 1]
  let sum = 0
  for (let row = 0; row < next.units; row++) sum += next.weights[row + unit * next.units] * nextDelta[row]
  return sum
}

/**
 * What softmax takes off every neuron of its layer: the sum over its neurons of activation times slope.
 * @param {ArrayLike<number>} activation
 * @param {ArrayLike<number>} slope of the cost by each activation
 */
export const sharedOf = (activation, slope) =>
  Array.from(activation).reduce((sum, value, i) => sum + value * slope[i], 0)

/**
 * How the output's delta follows from prediction and actual.
 * partner: cost and activation are made for each other, delta is their difference; difference: the cost's slope times
 * f'(Z); tied: an activation of the whole layer under another cost; logits: a cost made for such an activation under another
 * @typedef {'partner' | 'difference' | 'tied' | 'logits'} Rule
 * @param {import('../../../types.d.ts').CostOption} cost
 * @param {import('../../../types.d.ts').ActivationOption} activation
 * @param {readonly import('../../../types.d.ts').ActivationOption[]} all activations
 * @returns {Rule}
 */
export function ruleOf({ partner }, { name, elementwise }, all) {
  if (partner === name) return 'partner'
  if (!elementwise) return 'tied'
  return all.some((other) => other.name === partner && !other.elementwise) ? 'logits' : 'difference'
}

/**
 * Indices by the size of their values, largest first, with each one's share of the whole.
 * @param {ArrayLike<number>} values
 * @returns {{ index: number, value: number, share: number }[]}
 */
export function ranked(values) {
  const all = Array.from(values, (value, index) => ({ index, value, size: Math.abs(value) || 0 }))
  const whole = all.reduce((sum, { size }) => sum + size, 0)
  return all
    .sort((a, b) => b.size - a.size)
    .map(({ index, value, size }) => ({ index, value, share: whole > 0 ? size / whole : 0 }))
}
