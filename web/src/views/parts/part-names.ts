/** The panels as authors name them, beside their own names. */
const panels = {
  scrubber: 'step',
  inputs: 'inputs',
  neuron: 'neuron',
  matrix: 'layer',
  regression: 'regression',
  'cost-table': 'cost',
  error: 'error',
  blame: 'blame',
  shock: 'shock',
  slope: 'slope',
  confusion: 'confusion',
} as const

export const panelNames: Readonly<Record<string, PanelName>> = panels
export type PanelName = (typeof panels)[keyof typeof panels]
