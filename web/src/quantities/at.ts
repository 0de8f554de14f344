import type { Parameter } from '../network/parameters.ts'

/** Which of the quantities of one kind: where it lives. */

/**
 * Counted from 0; layer -1 = the inputs. `unit` is the neuron, output or feature that it belongs to, `from` the unit of
 * the layer before (of a weight, and of what is made of one).
 */
export interface At {
  layer: number
  unit: number
  from?: number
  /** The row of data among those that are looked at; undefined: what is no row's own, or the mean over them. */
  row?: number
}

export type QuantityName =
  | 'input'
  | 'target'
  | 'weight'
  | 'bias'
  | 'signal'
  | 'sum'
  | 'activation'
  | 'slope'
  | 'rowCost'
  | 'cost'
  | 'penalty'
  | 'costSlope'
  | 'delta'
  | 'passedBack'
  | 'arriving'
  | 'rowGradient'
  | 'gradient'
  | 'usedGradient'
  | 'first'
  | 'second'
  | 'newFirst'
  | 'newSecond'
  | 'change'
  | 'newValue'

/** What comes in from one of them: an input, or an activation of the layer before. */
export const sourceOf = ({ layer, row }: At, unit: number): { name: QuantityName; at: At } => ({
  name: layer === 0 ? 'input' : 'activation',
  at: { layer: layer - 1, unit, row },
})

/** Where a weight or bias lives. */
export const atOf = (parameter: Parameter): At => ({
  layer: parameter.layer,
  unit: parameter.row,
  from: 'bias' in parameter ? undefined : parameter.column,
})

/** The weight or bias of what belongs to one: a bias comes from no unit. */
export const parameterOf = ({ layer, unit, from }: At): Parameter =>
  from === undefined ? { layer, row: unit, bias: true } : { layer, row: unit, column: from }
