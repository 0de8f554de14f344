import type { Neuron } from '../../network/pointed.ts'
import type { Overlay, Tint } from '../../state/overlay.ts'
import { formatTight } from '../../text/numbers.ts'
import { largestOf } from '../plot/scale.ts'
import type { Layout } from './layout.ts'
import { placeLabels, type Wire } from './lines.ts'
import type { PlacedWire } from './wires.ts'

/** Where everything of an overlay stands on the network picture: pure numbers, no DOM. */

export interface Disc {
  layer: number
  unit: number
  x: number
  y: number
  r: number
  isHollow: boolean
  /** Its number alone is shown, without a disc: it comes with what runs over the wires. */
  isBare: boolean
  isNegative: boolean
  words: string
  wordsX: number
  wordsY: number
}

export type Stripe = PlacedWire & { share: number; isNegative: boolean; colour: Tint; words: string }

/** Radius of the largest value's disc; that of the others follows by area. */
const largest = 12
const least = 1.5
/** From the lower edge of a neuron with a map to the middle of the number beneath it. */
const beneath = 8
/** So many wires have their number beside them. */
const mostWords = 6
const wordsSize = { width: 52, height: 18 }
/** Places on a wire to try: near its end, away from the weight in its middle. */
const wordsShares = [0.84, 0.78, 0.7, 0.62, 0.54, 0.3, 0.22, 0.16]

/**
 * A disc for every value, beside the neuron where its wires come in, or out of an input: its area goes with the size,
 * hollow where the value is negative. Its number stands where the neuron's own does.
 */
export function discsOf(layout: Layout, neurons: NonNullable<Overlay['neurons']>): Disc[] {
  let most = 0
  for (const { values, symbol } of neurons) if (!symbol) most = Math.max(most, largestOf(values))
  return neurons.flatMap(({ layer, values, isSigned = true, symbol }) => {
    const column = layout.columns[layer + 1]
    if (!column) return []
    const { isImage, half, height, places } = column
    const room = isImage ? half / Math.sqrt(places.length) : largest
    return places.flatMap(({ unit, x, y }) => {
      const value = values[unit]
      if (value === undefined || Number.isNaN(value)) return []
      const r = Math.max(least, room * Math.sqrt(Math.abs(value) / most || 0))
      return [
        {
          layer,
          unit,
          x: isImage ? x : x + (half + r) * (layer < 0 ? 1 : -1),
          y,
          r,
          isHollow: isSigned && value < 0,
          isBare: symbol !== undefined,
          words: isImage ? '' : symbol ? `${symbol} ${formatTight(value)}` : formatTight(value),
          isNegative: value < 0,
          wordsX: x,
          wordsY: height === 2 * half ? y + half + beneath : y,
        },
      ]
    })
  })
}

/** Those bars whose wires are on the picture. */
export function stripesOf(wires: readonly PlacedWire[], bars: NonNullable<Overlay['wires']>): Stripe[] {
  const shares = new Map(bars.map((bar) => [wireKey(bar), bar]))
  return wires.flatMap((wire) => {
    const bar = shares.get(wireKey(wire))
    if (!bar || !(bar.share > 0)) return []
    const { share, colour, words, isNegative = false } = bar
    return [{ ...wire, share: Math.min(1, share), isNegative, colour, words }]
  })
}

export const wireKey = ({ layer, row, column }: Wire) => (layer * 4096 + row) * 65536 + column

/** The box behind a number, so that nothing strikes it through. */
export function backOf(words: string, x: number, y: number) {
  const width = 4 + 6.7 * words.length
  return { x: x - width / 2, y: y - 7, width, height: 14 }
}

/** Thickness in pixels of a bar on a wire. */
export const thickness = (share: number) => 1 + 7 * share

/**
 * The numbers of the largest bars, and of the one pointed at, each in a free place on its wire: where wires that meet
 * are apart.
 */
export function wordsOf(
  stripes: readonly Stripe[],
  taken: readonly { x: number; y: number }[],
  isPointed: (stripe: Stripe) => boolean = () => false,
) {
  const rank = (stripe: Stripe) => (isPointed(stripe) ? Infinity : stripe.share)
  const most = [...stripes].sort((a, b) => rank(b) - rank(a) || 0).slice(0, mostWords)
  const isMeeting = new Set(most.map(({ row }) => row)).size === 1
  return placeLabels(most, wordsSize, taken, isMeeting ? [...wordsShares].reverse() : wordsShares)
}

/** What lies over layers that are not reached yet, and over the wires between layers that are not both reached. */
export function veilsOf(
  { columns, width, height, header, side }: Layout,
  reached: readonly number[],
): { x: number; y: number; width: number; height: number }[] {
  const isHidden = columns.map(({ layer }) => !reached.includes(layer))
  return columns
    .flatMap(({ x, half }, i) => {
      const next = columns[i + 1]
      const [left, right] = [i === 0 ? 0 : x - half, next ? x + half : Math.min(width, x + half + side.right + 12)]
      return [
        ...(isHidden[i] ? [{ x: left, width: right - left }] : []),
        ...(next && (isHidden[i] || isHidden[i + 1]) ? [{ x: right, width: next.x - next.half - right }] : []),
      ]
    })
    .map((band) => ({ ...band, y: header, height: height - header }))
}

/** What lies over neurons whose turn is still to come, with the room of their numbers. */
export const veilsOver = (layout: Layout, waiting: readonly Neuron[]) =>
  waiting.flatMap((neuron) => {
    const box = boxOf(layout, neuron)
    return box ? [{ ...box, height: box.height + 2 * beneath }] : []
  })

/** The box of one neuron, if it is on the picture. */
export function boxOf(
  layout: Layout,
  { layer, unit }: Neuron,
): { x: number; y: number; width: number; height: number } | null {
  const column = layout.columns[layer + 1]
  const place = column?.isImage ? undefined : column?.places.find((one) => one.unit === unit)
  if (!place) return null
  const { half, height } = column
  return { x: place.x - half, y: place.y - height / 2, width: 2 * half, height }
}
