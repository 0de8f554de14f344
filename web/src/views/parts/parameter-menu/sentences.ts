export const sentences = {
  layer: 'layer',
  to: 'into',
  from: 'from',
  bias: 'its bias',
}
