import { quantityText } from '../../quantities/names.ts'
import type { SessionLike } from '../../session/session-like.ts'
import type { Overlay } from '../../state/overlay.ts'
import { frameNumbers } from '../parts/maths/values.ts'
import { ofUnits, onWires, wiresOfLayer } from '../plot/wires.ts'

/** What the introduction shows of the row on the network: how far its signal, or its error, has come. */

/** A signal has reached a layer, or an error; layer -1 = the inputs. */
export interface Reached {
  direction: 'forward' | 'backward'
  layer: number
}

const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The numbers of all layers that are reached, and of the wires over which the last one was; null = nothing is known. */
export function introducedOverlay(session: SessionLike, { direction, layer }: Reached): Overlay | null {
  const { frame } = session
  if (!frame) return null
  const numbers = frameNumbers(session, frame)
  const last = frame.layers.length - 1
  const isBackward = direction === 'backward'
  const [unit, wire] = isBackward ? (['delta', 'passedBack'] as const) : (['activation', 'signal'] as const)
  const reached = isBackward ? upTo(layer, last) : upTo(-1, layer)
  const into = isBackward ? layer + 1 : layer
  const isOverWires = into >= 0 && into <= last
  return {
    kind: 'phase',
    colour: isBackward ? 'delta' : 'sign',
    names: { neurons: quantityText(unit), ...(isOverWires ? { wires: quantityText(wire) } : {}) },
    reached,
    neurons: reached.map((each) => ({
      layer: each,
      values: each < 0 ? frame.input : ofUnits(numbers, unit, each),
      isSigned: true,
    })),
    ...(isOverWires ? { wires: onWires(numbers, wire, wiresOfLayer(numbers.network, into)) } : {}),
  }
}
