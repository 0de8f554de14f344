/** The tabs of the pane as a state names them, those too that are not everywhere. */
export const tabNames = [
  'step',
  'inputs',
  'neuron',
  'layer',
  'regression',
  'cost',
  'error',
  'blame',
  'shock',
  'slope',
  'confusion',
  'measures',
  'inside',
  'compare',
] as const

export type TabName = (typeof tabNames)[number]
