import dial from '../parts/dial/dial.css'
import field from '../parts/fields/field.css'
import menu from '../parts/parameter-menu/parameter-menu.css'
import tables from '../parts/tables/tables.css'
import cost from './cost/cost.css'
import error from './error/error.css'
import inputs from './inputs/inputs.css'
import layer from './layer/layer.css'
import neuron from './neuron/neuron.css'
import pane from './panels.css'
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
  pane,
  field,
  dial,
  menu,
  neuron,
  layer,
  error,
  cost,
  inputs,
  regression,
  shock,
  slope,
  step,
]
