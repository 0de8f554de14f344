/** The class that colours a layer: inputs orange, hidden ones blue, magenta, then two greys by turns, output green. */
export function layerClass(layer: number, layers: number) {
  if (layer < 0) return 'of-input'
  return layer === layers - 1 ? 'of-output' : `of-layer-${layer < 2 ? layer + 1 : 3 + (layer % 2)}`
}
