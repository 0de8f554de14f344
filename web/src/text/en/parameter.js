export const parameter = {
  layer: 'layer',
  to: 'into',
  from: 'from',
  bias: 'its bias',
}
