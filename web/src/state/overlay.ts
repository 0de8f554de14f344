import type { Neuron } from '../network/pointed.ts'

/** Numbers of an explanation, laid over the network. */
export interface Overlay {
  kind: 'delta' | 'blame' | 'shock' | 'phase'
  /** The token that colours it. */
  colour: 'delta' | 'accent'
  /** What its numbers are, in words. */
  names: { wires?: string; neurons?: string }
  /** Shown on neurons as number, colour and size; NaN = nothing there. */
  neurons?: { layer: number; values: ArrayLike<number>; isSigned?: boolean }[]
  /** A bar on the wire: its share of the whole, 0 to 1, and its number in words. */
  wires?: { layer: number; row: number; column: number; share: number; words: string }[]
  /** Layers that are computed already; the others stand back. */
  reached?: number[]
  /** A signal over the wires into a layer; a new token runs it again. */
  pulse?: { layer: number; direction: 'forward' | 'backward'; token: number }
  /** The neuron it is about. */
  unit?: Neuron
}
