/** All panels and what they have in common: fetched together, since they share most of what they are made of. */
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
import { styles } from './styles.ts'

export { styles } from './styles.ts'
export { commonTemplate } from './tools.ts'

const panels = {
  blame: BlamePanel,
  confusion: ConfusionPanel,
  cost: CostPanel,
  error: ErrorPanel,
  inputs: InputsPanel,
  layer: LayerPanel,
  neuron: NeuronPanel,
  regression: RegressionPanel,
  shock: ShockPanel,
  slope: SlopePanel,
  step: StepPanel,
}

for (const [name, panel] of Object.entries(panels)) {
  panel.sheets = styles
  defineView(`glassbox-${name}`, panel)
}
