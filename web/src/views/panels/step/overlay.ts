import type { Neuron } from '../../../network/pointed.ts'
import type { QuantityName } from '../../../quantities/at.ts'
import type { Numbers } from '../../../quantities/explained.ts'
import { quantityText } from '../../../quantities/names.ts'
import { unitsOf } from '../../../quantities/network.ts'
import type { Overlay } from '../../../state/overlay.ts'
import { ofUnits, onWires, type Wire, wiresInto, wiresOfLayer, wiresOutOf } from '../../plot/wires.ts'
import { text } from './context.ts'
import type { Beat, Moment } from './film.ts'
import { isKnown } from './known.ts'
import { reachedAt } from './stops.ts'

/**
 * What a moment of the film shows on the network: how far the signal or the error has come, the numbers that it has left
 * there, and which way everything should change. All but how far it has run over the wires is the same throughout a beat.
 */

/** What a moment is made of. */
interface Shown extends Moment {
  /** Of the step. */
  numbers: Numbers
  /** The row that is followed, counted within the batch. */
  sample: number
  /** Its inputs in the data's own units; null = too many for numbers. */
  input: ArrayLike<number> | null
}

export function overlayOf(shown: Shown): Overlay {
  const { stop, beat, numbers } = shown
  const { kind, layer } = stop
  const isBackward = kind === 'backward'
  const told = numbers.values.step?.isDiverged ? null : onWiresAt(shown)
  const wishes = wishesAt(shown)
  return {
    kind: 'phase',
    colour: isBackward || beat.kind === 'wish' ? 'delta' : 'sign',
    names: {
      neurons: quantityText(isBackward ? 'delta' : 'activation'),
      ...(told ? { wires: told.name } : kind === 'cost' || isBackward ? { wires: text('weights') } : {}),
      ...(wishes.length > 0 ? { wishes: text('wishes') } : {}),
    },
    reached: reachedAt(stop, numbers.network.layers.length),
    waiting: waitingAt(shown),
    neurons: neuronsAt(shown),
    wishes,
    ...(told ? { wires: told.wires } : {}),
    ...(told && runOf(shown)),
    ...(beat.unit >= 0
      ? { unit: { layer: kind === 'cost' ? numbers.network.layers.length - 1 : layer, unit: beat.unit } }
      : {}),
  }
}

/** Over which wires something runs in a beat: the signals in, errors and wishes back; what a step grants to all at once. */
const runOf = ({ stop: { kind }, beat, share }: Shown): Pick<Overlay, 'run'> =>
  ({
    run: {
      direction: kind === 'backward' || beat.kind === 'wish' ? 'backward' : 'forward',
      share: isMoving(beat) ? share : 1,
      isFlow: kind !== 'update' && beat.kind !== 'gradient',
    },
  }) as const

/** Whether something is on its way in a beat. */
export const isMoving = ({ kind }: Beat) => ['sum', 'arriving', 'gradient', 'wish', 'change'].includes(kind)

/** The quantity that a layer's neurons show once they are computed. */
const shownIn = ({ stop: { kind } }: Shown) => (kind === 'backward' ? 'delta' : 'activation')

/** Neurons of the layer at hand that come later. */
function waitingAt({ stop: { kind, layer }, beat, numbers }: Shown): Neuron[] {
  if (kind !== 'forward' && kind !== 'backward') return []
  if (beat.unit < 0) return []
  return counted(unitsOf(numbers.network, layer))
    .filter((unit) => unit > beat.unit)
    .map((unit) => ({ layer, unit }))
}

function neuronsAt(shown: Shown): NonNullable<Overlay['neurons']> {
  const { stop, beat, numbers, sample, input } = shown
  const { kind, layer } = stop
  if (kind === 'update') return []
  const name = shownIn(shown)
  const isAtHand = (each: number) => each === layer && (kind === 'forward' || kind === 'backward')
  const whole = reachedAt(stop, numbers.network.layers.length).filter((each) => each >= 0 || input)
  return whole.flatMap((each): NonNullable<Overlay['neurons']> => {
    const values = each < 0 ? (input ?? []) : ofUnits(numbers, name, each, sample)
    const isSigned = name === 'delta'
    if (!isAtHand(each)) return [{ layer: each, values, isSigned }]
    const known = counted(values.length).map((unit) => isKnown(beat, name, unit))
    const own = { layer: each, values: known.map((is, unit) => (is ? values[unit] : NaN)), isSigned }
    const sum = sumOf(shown)
    return sum ? [own, { layer: each, values: sum.values, symbol: sum.symbol }] : [own]
  })
}

/** What adds up in the neurons at hand: Z on the way forward, what is passed back on the way back. */
function sumOf({ stop: { layer }, beat, numbers, sample }: Shown) {
  if (beat.kind !== 'sum' && beat.kind !== 'arriving') return null
  const values = ofUnits(numbers, beat.kind, layer, sample)
  return {
    symbol: beat.kind === 'sum' ? 'Z' : 'Σ',
    values: values.map((value, unit) => (beat.unit < 0 || beat.unit === unit ? value : NaN)),
  }
}

/**
 * The way in which neurons should change for the row's cost to fall: against delta, and while it is added up against what
 * is passed back.
 */
function wishesAt({ stop: { kind, layer }, beat, numbers, sample }: Shown): NonNullable<Overlay['wishes']> {
  const last = numbers.network.layers.length - 1
  const against = (name: QuantityName, of: number, isThere: (unit: number) => boolean) => ({
    layer: of,
    values: ofUnits(numbers, name, of, sample).map((value, unit) => (isThere(unit) ? -value : NaN)),
  })
  if (kind === 'cost') return [against('delta', last, (unit) => beat.unit < 0 || unit <= beat.unit)]
  if (kind !== 'backward') return []
  const done = counted(last - layer).map((i) => against('delta', layer + 1 + i, () => true))
  const own = against('delta', layer, (unit) => isKnown(beat, 'delta', unit))
  if (beat.kind !== 'arriving') return [...done, own]
  return [...done, own, against('arriving', layer, (unit) => beat.unit < 0 || unit === beat.unit)]
}

/** What has just run over the wires, or is on its way, and what it is called. */
function onWiresAt(shown: Shown): { name: string; wires: Overlay['wires'] } | null {
  const { stop, beat, numbers, sample } = shown
  const { network } = numbers
  const { kind, layer } = stop
  const ofRow = (wires: Wire[]) => wires.map((wire) => ({ ...wire, row: sample }))
  const told = (name: QuantityName, wires: Wire[]) => ({
    name: quantityText(name),
    wires: signed(onWires(numbers, name, wires)),
  })
  const all = () => network.layers.flatMap((_, each) => wiresOfLayer(network, each))
  if (kind === 'update') return beat.kind === 'wish' ? wishesOf(numbers, all()) : told('change', all())
  if (beat.kind === 'gradient') return wishesOf(numbers, wiresOfLayer(network, layer))
  if (kind === 'forward') {
    const into = beat.unit < 0 ? wiresOfLayer(network, layer) : wiresInto(network, { layer, unit: beat.unit })
    return told('signal', ofRow(into))
  }
  if (kind !== 'backward' || layer + 1 >= network.layers.length) return null
  const back = beat.unit < 0 ? wiresOfLayer(network, layer + 1) : wiresOutOf(network, { layer, unit: beat.unit })
  return told('passedBack', ofRow(back))
}

/** What each weight wishes: to go against its gradient. */
const wishesOf = (numbers: Numbers, wires: Wire[]) => ({
  name: text('weightWishes'),
  wires: signed(onWires(numbers, 'gradient', wires, true)),
})

/** Dashed where the number is below 0. */
const signed = (wires: Overlay['wires']) => wires?.map((wire) => ({ ...wire, isNegative: wire.words.startsWith('−') }))

const counted = (count: number) => Array.from({ length: count }, (_, i) => i)
