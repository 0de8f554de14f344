import { beyondPanels } from '#beyond'
import { offerMathsFont } from '#maths-font'
import { defineView, type SessionElement } from '../parts/session-element.ts'
import { dress } from './styles.ts'

/** A panel that defines its element itself. */
const beyond = (name: string) => async () => {
  await beyondPanels[name]()
  return customElements.get(`glassbox-${name}`) as unknown as typeof SessionElement
}

/** Panels one by one, for figures: each is fetched without the others. */
const panels = {
  blame: async () => (await import('./blame/blame.ts')).BlamePanel,
  compare: beyond('compare'),
  confusion: async () => (await import('./confusion/confusion.ts')).ConfusionPanel,
  cost: async () => (await import('./cost/cost.ts')).CostPanel,
  error: async () => (await import('./error/error.ts')).ErrorPanel,
  inputs: async () => (await import('./inputs/inputs.ts')).InputsPanel,
  inside: beyond('inside'),
  layer: async () => (await import('./layer/layer.ts')).LayerPanel,
  measures: beyond('measures'),
  neuron: async () => (await import('./neuron/neuron.ts')).NeuronPanel,
  regression: async () => (await import('./regression/regression.ts')).RegressionPanel,
  shock: async () => (await import('./shock/shock.ts')).ShockPanel,
  slope: async () => (await import('./slope/slope.ts')).SlopePanel,
  step: async () => (await import('./step/step.ts')).StepPanel,
} satisfies Record<string, () => Promise<typeof SessionElement>>

type PanelName = keyof typeof panels

/** Defines the element of a panel, dressed. */
export async function definePanel(name: PanelName) {
  offerMathsFont()
  const view: typeof SessionElement = await panels[name]()
  dress(view)
  defineView(`glassbox-${name}`, view as unknown as CustomElementConstructor)
}
