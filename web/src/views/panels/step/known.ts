import type { Beat } from './film.ts'

/** What of a layer is known at a beat of its stop: the film fills it in neuron by neuron, or all at once. */

export type Known = 'sum' | 'activation' | 'delta'

/** The beats of a layer from which on a quantity is known. */
const from: Record<Known, readonly Beat['kind'][]> = {
  sum: ['sum', 'activation'],
  activation: ['activation'],
  delta: ['delta', 'gradient'],
}

/** Whether a quantity of a neuron of the layer is known. */
export function isKnown({ kind, unit }: Pick<Beat, 'kind' | 'unit'>, name: Known, of: number): boolean {
  return of < unit || ((unit < 0 || of === unit) && from[name].includes(kind))
}
