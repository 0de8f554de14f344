import { isSameParameter, type Parameter } from './parameters.ts'

/** What can be pointed at: a neuron, a weight or a bias. */

/** A neuron, counted from 0; layer -1 = an input. */
export interface Neuron {
  layer: number
  unit: number
}

export type Pointed = Neuron | Parameter

/** Whether that neuron is what is pointed at. */
export const isAt = (neuron: Neuron | null, pointed: Pointed) =>
  neuron !== null && 'unit' in pointed && neuron.layer === pointed.layer && neuron.unit === pointed.unit

/** Whether a weight or bias is what is pointed at, or belongs to the neuron that is. */
export const isPointedAt = (pointed: Pointed | null, parameter: Parameter) =>
  pointed !== null && ('unit' in pointed ? touches(parameter, pointed) : isSameParameter(pointed, parameter))

/** Whether a weight leads to or from a neuron; a bias belongs to one. */
export const touches = (parameter: Parameter, { layer, unit }: Neuron) =>
  (parameter.layer === layer && parameter.row === unit) ||
  ('column' in parameter && parameter.layer === layer + 1 && parameter.column === unit)
