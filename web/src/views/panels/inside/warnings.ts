import type { CostCurves } from '../../../run/cost-history.ts'
import type { LayerNumbers } from './numbers.ts'

/** What may be wrong within the network, judged by the engine's numbers. */

export type WarningKind = 'plateau' | 'stuck' | 'vanishing' | 'dead' | 'saturated' | 'twins'

export interface Warning {
  kind: WarningKind
  /** Where it is; -1: the whole network. */
  layer: number
  /** The neurons it is about. */
  units: number[]
  /** The cost of a plateau; the ratio of the first to the last gradient norm. */
  value: number
  /** Since when there is a plateau; now, where the cost is what it was at first. */
  step: number
}

export interface Facts {
  layers: LayerNumbers[]
  history: Pick<CostCurves, 'step' | 'cost'>
  epoch: number
  /** What the story says of the cost: see diagnosis.ts. */
  finding: string
  /** Whether a neuron is switched off by hand. */
  isMuted: (layer: number, unit: number) => boolean
}

/** The first layer's gradient has vanished when it is this share of the last one's. */
const vanished = 0.01
/** On the way back norms may rise by this factor and still count as shrinking. */
const nearlyFalling = 1.5
/** Rows at an end of the range, as a share. */
const mostRows = 0.9
/** A plateau: over the last quarter of the training, at least so many points and epochs, the cost falls by less than this. */
const plateauPart = 0.25
const fewestPoints = 12
const fewestEpochs = 10
const hardly = 0.002
/** A cost that has come down to this share of the first is no plateau but the end. */
const done = 0.02

/** Of hidden layers, in the order of telling. */
const kinds: readonly WarningKind[] = ['dead', 'saturated', 'twins']

/** Those of a kind stand together. */
export const warningsOf = (facts: Facts): Warning[] => [
  ...plateauOf(facts),
  ...vanishingOf(facts.layers),
  ...facts.layers
    .slice(0, -1)
    .flatMap((layer, l) => ofLayer(layer, l, facts.isMuted))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)),
]

function ofLayer({ units, twins }: LayerNumbers, layer: number, isMuted: Facts['isMuted']): Warning[] {
  const which = (holds: (unit: (typeof units)[number]) => boolean) =>
    [...units.keys()].filter((unit) => holds(units[unit]) && !isMuted(layer, unit))
  const of = (kind: WarningKind, found: number[]) => ({ kind, layer, units: found, value: NaN, step: NaN })
  return [
    of(
      'dead',
      which(({ zero }) => zero === 1),
    ),
    of(
      'saturated',
      which(({ ends, zero }) => ends >= mostRows && zero < 1),
    ),
    of(
      'twins',
      [...new Set(twins.flat())].sort((a, b) => a - b),
    ),
  ].filter((warning) => warning.units.length > 0)
}

/** Takes two hidden layers: of one there is no way for it to shrink on. */
function vanishingOf(layers: LayerNumbers[]): Warning[] {
  const norms = layers.map(({ gradientNorm }) => gradientNorm)
  const [first, last] = [norms[0], norms[norms.length - 1]]
  if (norms.length < 3 || !(last > 0) || !(first < vanished * last)) return []
  const isFalling = norms.every((norm, l) => l === 0 || norms[l - 1] < nearlyFalling * norm)
  return isFalling ? [{ kind: 'vanishing', layer: 0, units: [0], value: first / last, step: NaN }] : []
}

function plateauOf({ history: { step, cost }, epoch, finding }: Facts): Warning[] {
  const last = cost.length - 1
  const of = (kind: WarningKind, at: number) =>
    [{ kind, layer: -1, units: [], value: cost[last], step: step[at] }] as Warning[]
  if (finding === 'stuck') return of('stuck', last)
  const from = step.findIndex((one) => one >= step[last] * (1 - plateauPart))
  const points = cost.slice(from)
  if (epoch < fewestEpochs || points.length < fewestPoints || cost[last] < done * cost[0]) return []
  const half = Math.floor(points.length / 2)
  const [before, after] = [meanOf(points.slice(0, half)), meanOf(points.slice(half))]
  return Math.abs(before - after) < hardly * before ? of('plateau', from) : []
}

const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0)
