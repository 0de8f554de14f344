import type { At } from '../../../quantities/at.ts'
import { type Numbers, valueAt } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { ranked } from '../../parts/terms/ranked.ts'
import { deltasOn, onWires, wiresInto, wiresOfLayer } from '../../plot/wires.ts'

/** Whom neurons blame, and what of it is laid over the network. */

/** A weight, by its gradient, or the neuron that it comes from, by the error that is passed back to it. */
export type Blame = 'gradient' | 'passedBack'

/** More wires of a layer than this are blamed too little, each, to be seen. */
const mostWires = 4096

/** What one neuron says of each wire into it. */
export const blameOf = (numbers: Numbers, at: At, name: Blame): number[] =>
  wiresInto(numbers.network, at).map((wire) => valueAt(numbers, name, wire))

/** One neuron's blame, on its wires. */
export const chosenOverlay = (numbers: Numbers, { layer, unit }: At, name: Blame): Overlay => ({
  kind: 'blame',
  colour: 'delta',
  names: namesOf(name),
  unit: { layer, unit },
  neurons: [
    { layer, values: [...new Array(unit).fill(NaN), valueAt(numbers, 'delta', { layer, unit })], isSigned: true },
  ],
  wires: onWires(numbers, name, wiresInto(numbers.network, { layer, unit })),
})

const namesOf = (name: Blame) => ({ wires: quantityText(name), neurons: quantityText('delta') })

/** The wires into a layer by how strongly they are blamed, the most first. */
function blamedWires(numbers: Numbers, layer: number, name: Blame) {
  const wires = wiresOfLayer(numbers.network, layer)
  return ranked(wires.map((at) => valueAt(numbers, name, at))).map((line) => ({ ...line, at: wires[line.index] }))
}

/** The deltas known so far, and all that one layer blames. */
export function stageOverlay(numbers: Numbers, layer: number, name: Blame, token: number): Overlay {
  const known = numbers.network.layers.flatMap((_, i) => (i >= layer ? [i] : []))
  const blamed = blamedWires(numbers, layer, name).slice(0, mostWires)
  return {
    kind: 'blame',
    colour: 'delta',
    names: namesOf(name),
    reached: [...known, layer - 1],
    neurons: deltasOn(numbers, known),
    wires: onWires(
      numbers,
      name,
      blamed.map(({ at }) => at),
    ),
    pulse: { layer, direction: 'backward', token },
  }
}

/** The wire that a layer blames most. */
export const strongest = (numbers: Numbers, layer: number, name: Blame) => blamedWires(numbers, layer, name)[0]
