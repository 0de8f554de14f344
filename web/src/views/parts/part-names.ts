import { beyondPanels } from '#beyond'

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

/** With those that are fetched when they are opened: not all of them are everywhere. */
export const panelNames: Readonly<Record<string, PanelName>> = {
  ...panels,
  ...Object.fromEntries(Object.keys(beyondPanels).map((name) => [name, name as BeyondName])),
}
type BeyondName = 'compare' | 'inside' | 'measures'
export type PanelName = (typeof panels)[keyof typeof panels] | BeyondName
