import type { Neuron } from '../../../network/pointed.ts'
import type { QuantityName } from '../../../quantities/at.ts'
import { engineValue, sourceOf } from '../../../quantities/values.ts'
import type { Frame } from '../../../session/frame.ts'
import type { TracedRows } from '../../../session/questions.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { formatTight } from '../../../text/numbers.ts'
import { traceValues } from '../../parts/maths/values.ts'
import { ranked } from '../../parts/terms/passed-back.ts'
import { largestOf } from '../../plot/scale.ts'
import type { Blame } from './lists.ts'

/** Whom neurons blame, out of a trace, and what of it is laid over the network. */

/** More wires of a layer than this are blamed too little, each, to be seen. */
const mostWires = 4096

/** Both statements about one neuron: the engine's gradients, and its delta times each weight. */
export function blameOf(trace: TracedRows, frame: Pick<Frame, 'layers'>, { layer, unit }: Neuron): Blame {
  const values = traceValues(frame, trace)
  const incoming = Array.from({ length: frame.layers[layer].inputs }, (_, from) => ({ layer, unit, from }))
  const each = (name: QuantityName) => incoming.map((at) => engineValue(values, name, at))
  return {
    delta: engineValue(values, 'delta', { layer, unit }),
    weights: each('weight'),
    gradient: each('gradient'),
    handed: each('passedBack'),
    activation: incoming.map((at) => sourceOf(values, at)),
  }
}

/** One neuron's blame, on its wires. */
export function chosenOverlay(found: Blame, at: Neuron, kind: 'gradient' | 'handed'): Overlay {
  const most = largestOf(found[kind]) || 1
  return {
    kind: 'blame',
    colour: 'delta',
    unit: at,
    neurons: [{ layer: at.layer, values: sparse(at.unit, found.delta), isSigned: true }],
    wires: found[kind].map((value, column) => ({
      layer: at.layer,
      row: at.unit,
      column,
      share: Math.abs(value) / most,
      words: formatTight(value),
    })),
  }
}

/** One value at its index, nothing before it. */
const sparse = (index: number, value: number) => [...new Array(index).fill(NaN), value]

/** What the neurons of a layer say of the wires into them, one row a neuron: gradients, or error handed back. */
export const blamedBy = (trace: TracedRows, frame: Frame, layer: number, kind: 'gradient' | 'handed') =>
  Array.from({ length: frame.layers[layer].units }, (_, unit) => blameOf(trace, frame, { layer, unit })[kind])

/**
 * The deltas known so far, and all that one layer blames.
 * @param values of the wires into it
 */
export function stageOverlay({ layers }: TracedRows, layer: number, values: number[][], token: number): Overlay {
  const all = values.flatMap((line, row) => line.map((value, column) => ({ row, column, value })))
  const blamed =
    all.length <= mostWires ? all : all.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, mostWires)
  const most = largestOf(blamed.map(({ value }) => value)) || 1
  return {
    kind: 'blame',
    colour: 'delta',
    reached: layers.flatMap((_, i) => (i >= layer ? [i] : [])).concat(layer - 1),
    neurons: layers.flatMap(({ biasGradient: values }, i) =>
      i >= layer ? [{ layer: i, values, isSigned: true }] : [],
    ),
    wires: blamed.map(({ row, column, value }) => ({
      layer,
      row,
      column,
      share: Math.abs(value) / most,
      words: formatTight(value),
    })),
    pulse: { layer, direction: 'backward', token },
  }
}

/**
 * The wire with the largest of them.
 * @param values one row a neuron
 */
export function strongest(values: number[][]) {
  const inputs = values[0].length
  const [{ index, value, share }] = ranked(values.flat())
  return { row: Math.floor(index / inputs), column: index % inputs, value, share }
}
