import type { Neuron } from '../network/pointed.ts'

/** The token that colours a number of one quantity: what runs forward has that of its sign. */
export type Tint = 'positive' | 'negative' | 'delta' | 'gradient'

/** Numbers of an explanation, laid over the network. */
export interface Overlay {
  kind: 'delta' | 'blame' | 'shock' | 'phase'
  /** What colours the neurons' numbers: their sign, or one token. */
  colour: 'sign' | 'delta' | 'gradient'
  /** What its numbers are, in words. */
  names: { wires?: string; neurons?: string; wishes?: string }
  /**
   * Shown on neurons as number, colour and size; NaN = nothing there. With a symbol it is another quantity than the rest:
   * its number alone is shown, after the symbol.
   */
  neurons?: { layer: number; values: ArrayLike<number>; isSigned?: boolean; symbol?: string }[]
  /** A bar on the wire: its share of the whole, 0 to 1, dashed where its number is negative, and that in words. */
  wires?: {
    layer: number
    row: number
    column: number
    share: number
    colour: Tint
    words: string
    isNegative?: boolean
  }[]
  /** Layers that are computed already; the others stand back. */
  reached?: number[]
  /** Neurons of the layers reached whose turn is still to come: they stand back too. */
  waiting?: Neuron[]
  /** Arrows at neurons, up or down, by sign and size: the way in which they should change. */
  wishes?: { layer: number; values: ArrayLike<number> }[]
  /** A signal over the wires into a layer; a new token runs it again. */
  pulse?: { layer: number; direction: 'forward' | 'backward'; token: number }
  /** What is on the wires comes over them: from which end, how far it has come, 0 to 1, and whether it flows along. */
  run?: { direction: 'forward' | 'backward'; share: number; isFlow: boolean }
  /** The neuron it is about. */
  unit?: Neuron
}
