/** All parameters of a network in the engine's order, see parameter-order.ts, taken apart layer by layer and joined. */

/** The weights and biases of a frame. */
export const flattenFrame = ({ layers }: { layers: { weights: Float64Array; bias: Float64Array }[] }): Float64Array =>
  Float64Array.from(layers.flatMap(({ weights, bias }) => [...weights, ...bias]))

/**
 * Each layer's weights and biases, as views of the flat ones.
 * @param inputs of the first layer
 */
export function splitFlat(
  flat: Float64Array,
  inputs: number,
  layers: readonly { units: number }[],
): { inputs: number; weights: Float64Array; bias: Float64Array }[] {
  let at = 0
  const take = (length: number) => flat.subarray(at, (at += length))
  return layers.map(({ units }, l) => {
    const into = l === 0 ? inputs : layers[l - 1].units
    return { inputs: into, weights: take(units * into), bias: take(units) }
  })
}
