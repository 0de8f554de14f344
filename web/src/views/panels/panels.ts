/** All panels and what they have in common: fetched together, since they share most of what they are made of. */
import { html, type nothing, type TemplateResult } from 'lit'
import { beyondPanel } from '#beyond-panel'
import { texts } from '../../text/text.ts'
import { defineView } from '../parts/session-element.ts'
import { BlamePanel } from './blame/blame.ts'
import { ConfusionPanel } from './confusion/confusion.ts'
import { CostPanel } from './cost/cost.ts'
import { ErrorPanel } from './error/error.ts'
import { InputsPanel } from './inputs/inputs.ts'
import { LayerPanel } from './layer/layer.ts'
import { NeuronPanel } from './neuron/neuron.ts'
import { RegressionPanel } from './regression/regression.ts'
import { ShockPanel } from './shock/shock.ts'
import { SlopePanel } from './slope/slope.ts'
import { StepPanel } from './step/step.ts'
import { shared } from './styles.ts'
import { sentences } from './tab-sentences.ts'

export { offerMathsFont } from '#maths-font'
export { commonTemplate } from './tools.ts'

const panels = {
  blame: { view: BlamePanel, template: html`<glassbox-blame></glassbox-blame>` },
  confusion: { view: ConfusionPanel, template: html`<glassbox-confusion></glassbox-confusion>` },
  cost: { view: CostPanel, template: html`<glassbox-cost></glassbox-cost>` },
  error: { view: ErrorPanel, template: html`<glassbox-error></glassbox-error>` },
  inputs: { view: InputsPanel, template: html`<glassbox-inputs></glassbox-inputs>` },
  layer: { view: LayerPanel, template: html`<glassbox-layer></glassbox-layer>` },
  neuron: { view: NeuronPanel, template: html`<glassbox-neuron></glassbox-neuron>` },
  regression: { view: RegressionPanel, template: html`<glassbox-regression></glassbox-regression>` },
  shock: { view: ShockPanel, template: html`<glassbox-shock></glassbox-shock>` },
  slope: { view: SlopePanel, template: html`<glassbox-slope></glassbox-slope>` },
  step: { view: StepPanel, template: html`<glassbox-step></glassbox-step>` },
}

/** Added together: each style sheet that comes late has the whole page restyled. */
export const styles = [...shared, ...Object.values(panels).flatMap(({ view }) => view.sheets)]

for (const [name, { view }] of Object.entries(panels)) {
  view.sheets = styles
  defineView(`glassbox-${name}`, view)
}

/** What a panel shows, by the name of its tab. */
export const tabText = texts(sentences)

/** The element of a panel, or the place of one that is fetched now. */
export const panelTemplate = (name: string): TemplateResult | typeof nothing =>
  panels[name as keyof typeof panels]?.template ?? beyondPanel(name)
