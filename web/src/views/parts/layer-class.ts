/** The class that colours a layer: inputs orange, hidden layers blue, magenta ..., output green. */
export function layerClass(layer: number, layers: number) {
  if (layer < 0) return 'of-input'
  return layer === layers - 1 ? 'of-output' : `of-layer-${(layer % 4) + 1}`
}
