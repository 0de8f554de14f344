import dial from '../dial.css'
import field from '../field.css'
import tables from '../tables.css'
import cost from './cost.css'
import error from './error.css'
import inputs from './inputs.css'
import layer from './layer.css'
import neuron from './neuron.css'
import pane from './pane.css'
import menu from './parameter-menu.css'
import regression from './regression.css'
import shock from './shock.css'
import slope from './slope.css'
import step from './step.css'

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
