import dial from '../parts/dial/dial.css'
import field from '../parts/fields/field.css'
import maths from '../parts/maths/maths.css'
import menu from '../parts/parameter-menu/parameter-menu.css'
import scale from '../parts/scale-bar/scale-bar.css'
import tables from '../parts/tables/tables.css'
import formula from '../parts/terms/formula.css'
import blame from './blame/blame.css'
import confusion from './confusion/confusion.css'
import cost from './cost/cost.css'
import error from './error/error.css'
import inputs from './inputs/inputs.css'
import layer from './layer/layer.css'
import neuron from './neuron/neuron.css'
import panels from './panels.css'
import regression from './regression/regression.css'
import shock from './shock/shock.css'
import slope from './slope/slope.css'
import step from './step/step.css'

/**
 * The style sheets of the panels, the shared ones before their own. They are added together: each style sheet
 * that comes late has the whole page restyled.
 */
export const styles = [
  tables,
  panels,
  field,
  dial,
  menu,
  maths,
  formula,
  scale,
  confusion,
  neuron,
  layer,
  error,
  blame,
  cost,
  inputs,
  regression,
  shock,
  slope,
  step,
]
