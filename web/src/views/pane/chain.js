/**
 * Where a neuron's delta comes from, put together from numbers of one frame: only products and quotients of what is
 * shown, made to be shown.
 * @typedef {import('../../model/types.d.ts').Frame} Frame
 * @typedef {import('../../model/types.d.ts').LayerFrame} LayerFrame
 * @typedef {import('../../model/types.d.ts').Neuron} Neuron
 * @typedef {{ layer: number, row: number, column: number, weight: number, delta: number, term: number }} Term
 */

/**
 * What every neuron of the next layer hands back to this one: weight times its own delta.
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
 * What takes one shown number to another by multiplication; NaN from nothing.
 * @param {number} from
 * @param {number} to
 */
export const factor = (from, to) => (from === 0 ? NaN : to / from)

/**
 * How the output's delta follows from prediction and actual.
 * plain: delta is the difference (over `outputs`); difference: the cost's slope is a multiple of the difference, times
 * f'(Z); tied: softmax under another cost; logits: cross-entropy of activations that are not shares yet
 * @typedef {{ kind: 'plain' | 'difference' | 'tied' | 'logits', scale: number, isClamped: boolean }} Rule
 * @param {string} cost
 * @param {string} activation
 * @param {number} outputs
 * @returns {Rule}
 */
export function ruleOf(cost, activation, outputs) {
  const scale = { mse: 2 / outputs, huber: 1 / outputs, binaryCrossEntropy: 1 / outputs }[cost] ?? 1
  const isClamped = cost === 'huber'
  const isMatch = { softmaxCrossEntropy: 'softmax', binaryCrossEntropy: 'sigmoid' }[cost] === activation
  if (isMatch) return { kind: 'plain', scale, isClamped }
  if (activation === 'softmax') return { kind: 'tied', scale, isClamped }
  return { kind: cost === 'softmaxCrossEntropy' ? 'logits' : 'difference', scale, isClamped }
}

/** The cost's own slope at a difference, before the activation's. @param {Rule} rule @param {number} difference */
export const slopeOfCost = ({ scale, isClamped }, difference) =>
  scale * (isClamped ? Math.min(1, Math.max(-1, difference)) : difference)

/**
 * Indices by the size of their values, largest first, with each one's share of the whole.
 * @param {ArrayLike<number>} values
 * @returns {{ index: number, value: number, share: number }[]}
 */
export function ranked(values) {
  const all = Array.from(values, (value, index) => ({ index, value, size: Math.abs(value) || 0 }))
  const whole = all.reduce((sum, { size }) => sum + size, 0)
  return all.sort((a, b) => b.size - a.size)
    .map(({ index, value, size }) => ({ index, value, share: whole > 0 ? size / whole : 0 }))
}
