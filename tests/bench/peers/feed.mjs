/** What the peers' modules share: data in the forms they want. Each exports `createNet`, see ../row.mjs. */

/** @param {Float64Array} values @param {number} width @returns {number[][]} */
export const rowsOf = (values, width) =>
  Array.from({ length: values.length / width }, (_, i) => Array.from(values.subarray(i * width, (i + 1) * width)))

/** Samples in the order they lie, `count` at a time: [X, Y] of each batch, the short last one left out. */
export const batchesOf = ({ X, Y, inputs, outputs, count }, size, make) =>
  Array.from({ length: Math.floor(count / size) }, (_, i) => [
    make(X.subarray(i * size * inputs, (i + 1) * size * inputs), inputs),
    make(Y.subarray(i * size * outputs, (i + 1) * size * outputs), outputs),
  ])

/** Goes through the items again and again. @template Item @param {Item[]} items @returns {() => Item} */
export function cycle(items) {
  let at = -1
  return () => items[(at = (at + 1) % items.length)]
}

/**
 * For libraries that learn from one sample at a time: so many samples instead of a batch, at the rate that moves the
 * weights as far. Their error is activation - target, where the derivative of mse has a factor of 2.
 */
export const rateASample = ({ cost, learningRate, batchSize }) => ((cost === 'mse' ? 2 : 1) * learningRate) / batchSize

/** First weights lie between -span and span, as the engine's (Glorot and Bengio 2010): else deep nets learn nothing. */
export const span = (inputs, units) => Math.sqrt(6 / (inputs + units))
export const firstWeight = (inputs, units) => span(inputs, units) * (2 * Math.random() - 1)

/** The outputs of `count` samples, one after the other, from a function of one sample. */
export function predictions(count, outputs, predict) {
  const all = new Float64Array(count * outputs)
  for (let i = 0; i < count; i++) {
    const row = predict(i)
    for (let o = 0; o < outputs; o++) all[i * outputs + o] = row[o]
  }
  return all
}
