import { isLocked } from '../network/held.ts'
import type { Pointed } from '../network/pointed.ts'
import { type At, parameterOf, type QuantityName, sourceOf } from './at.ts'
import { isLast, isOff, type Network, unitsOf } from './network.ts'
import { activationTrees } from './options/activations.ts'
import { costTrees, type Outputs } from './options/costs.ts'
import { optimizerTrees, type Place } from './options/optimizers.ts'
import { outputRule } from './rule.ts'
import {
  call,
  mean,
  minus,
  number,
  over,
  plus,
  quantity,
  setting,
  square,
  sum,
  type Tree,
  times,
  withParts,
} from './tree.ts'

/**
 * How every number of a training step arises: each declared once, by its formula over others. Whatever shows, links or
 * explains a number derives from here; the values are the engine's.
 */

interface Quantity {
  /** What it is one of; nothing = of a neuron, an input or an output. */
  of?: 'parameter' | 'network'
  /** Belongs to one row of data; without a row it is the mean over all. */
  ofRow?: true
  /** The formula of its mean is that of a row, over the means: it only adds up and multiplies by what is no row's own. */
  holdsForMeans?: true
  /** Nothing = it is given, not computed. */
  formula?: (network: Network, at: At) => Tree
}

function source(at: At, unit: number) {
  const { name, at: from } = sourceOf(at, unit)
  return quantity(name, from)
}

const own = (name: QuantityName, at: At) => quantity(name, at)

/** The same neuron or parameter, whatever the row. */
const withoutRow = ({ row: _, ...at }: At): At => at

const value = (at: At) => quantity(at.from === undefined ? 'bias' : 'weight', withoutRow(at))

function outputsOf(network: Network, at: At): Outputs {
  const layer = network.layers.length - 1
  const { row } = at
  return {
    a: (unit) => quantity('activation', { layer, unit, row }),
    y: (unit) => quantity('target', { layer, unit, row }),
    count: unitsOf(network, layer),
    isPartner: network.isPartner,
  }
}

/** What comes back to the activation of a unit: from the cost, or from the layer behind. */
const come = (network: Network, { layer, row }: At) =>
  isLast(network, { layer, unit: 0 })
    ? (unit: number) => quantity('costSlope', { layer, unit, row })
    : (unit: number) => quantity('arriving', { layer, unit, row })

function activation(network: Network, at: At): Tree {
  if (isOff(network, at)) return number(0)
  const { layer, unit, row } = at
  const trees = activationTrees[network.layers[layer].activation]
  const z = (other: number) => quantity('sum', { layer, unit: other, row })
  return 'ofLayer' in trees ? trees.ofLayer(z, unit, unitsOf(network, layer)) : trees.value(z(unit))
}

function slope(network: Network, at: At): Tree {
  const trees = activationTrees[network.layers[at.layer].activation]
  if ('ofLayer' in trees) throw new RangeError('slope: must be of an activation of one neuron alone')
  const z = own('sum', at)
  return trees.slope(z, isOff(network, at) ? trees.value(z) : own('activation', at))
}

function delta(network: Network, at: At): Tree {
  if (isOff(network, at)) return number(0)
  const { layer, unit, row } = at
  const { partnerDelta } = costTrees[network.cost]
  const isPartners = isLast(network, at) && outputRule(network) === 'partner'
  if (isPartners && partnerDelta) return partnerDelta(outputsOf(network, at), unit)
  const trees = activationTrees[network.layers[layer].activation]
  const back = come(network, at)
  if (!('back' in trees)) return times(back(unit), own('slope', at))
  return trees.back((other) => quantity('activation', { layer, unit: other, row }), back, unit, unitsOf(network, layer))
}

/** Of the sums over all weights: biases are free. */
function penalty(network: Network): Tree {
  const weights = (term: (weight: Tree) => Tree) =>
    plus(
      ...network.layers.map(({ units }, layer) =>
        sum('r', units, (unit) =>
          sum('c', unitsOf(network, layer - 1), (from) => term(quantity('weight', { layer, unit, from }))),
        ),
      ),
    )
  const { l1, l2 } = network.adds
  const parts = [
    ...(l1
      ? [
          times(
            setting('l1'),
            weights((w) => call('abs', w)),
          ),
        ]
      : []),
    ...(l2 ? [times(over(setting('l2'), number(2)), weights(square))] : []),
  ]
  return parts.length > 0 ? plus(...parts) : number(0)
}

function usedGradient(network: Network, at: At): Tree {
  if (isLocked({ state: { held: network.held } }, parameterOf(at))) return number(0)
  const { l1, l2, weightDecay } = network.adds
  const isWeight = at.from !== undefined
  return plus(
    own('gradient', at),
    ...(l1 && isWeight ? [times(setting('l1'), call('sign', value(at)))] : []),
    ...(l2 && isWeight ? [times(setting('l2'), value(at))] : []),
    ...(weightDecay ? [times(setting('weightDecay'), value(at))] : []),
  )
}

const placeOf = (at: At): Place => ({
  p: value(at),
  g: own('usedGradient', at),
  first: own('first', at),
  second: own('second', at),
  newFirst: own('newFirst', at),
  newSecond: own('newSecond', at),
})

/** What the optimizer remembers after the step; as before it, where it keeps no such thing. */
const memory = (name: 'first' | 'second', rule: 'newFirst' | 'newSecond') => (network: Network, at: At) =>
  optimizerTrees[network.optimizer][rule]?.(placeOf(at)) ?? own(name, at)

const newValue = (network: Network, at: At) =>
  isLocked({ state: { held: network.held } }, parameterOf(at))
    ? value(at)
    : optimizerTrees[network.optimizer].newValue(placeOf(at))

export const quantities: Record<QuantityName, Quantity> = {
  input: { ofRow: true },
  target: { ofRow: true },
  weight: { of: 'parameter' },
  bias: { of: 'parameter' },
  signal: {
    of: 'parameter',
    ofRow: true,
    holdsForMeans: true,
    formula: (_, at) => times(value(at), source(at, at.from as number)),
  },
  sum: {
    ofRow: true,
    holdsForMeans: true,
    formula: (network, at) => {
      const { layer, unit } = at
      const weight = (from: number) => quantity('weight', { layer, unit, from })
      return plus(
        sum('c', unitsOf(network, layer - 1), (from) => times(weight(from), source(at, from))),
        quantity('bias', { layer, unit }),
      )
    },
  },
  activation: { ofRow: true, formula: activation },
  slope: { ofRow: true, formula: slope },
  rowCost: {
    of: 'network',
    ofRow: true,
    formula: (network, at) => costTrees[network.cost].row(outputsOf(network, at)),
  },
  cost: { of: 'network', formula: ({ rows }, at) => mean('s', rows, (row) => quantity('rowCost', { ...at, row })) },
  penalty: { of: 'network', formula: penalty },
  costSlope: {
    ofRow: true,
    formula: (network, at) => costTrees[network.cost].slope(outputsOf(network, at), at.unit),
  },
  delta: { ofRow: true, formula: delta },
  passedBack: {
    of: 'parameter',
    ofRow: true,
    holdsForMeans: true,
    formula: (_, at) => times(value(at), quantity('delta', { ...at, from: undefined })),
  },
  arriving: {
    ofRow: true,
    holdsForMeans: true,
    formula: (network, { layer, unit, row }) =>
      sum('k', unitsOf(network, layer + 1), (k) =>
        times(
          quantity('weight', { layer: layer + 1, unit: k, from: unit }),
          quantity('delta', { layer: layer + 1, unit: k, row }),
        ),
      ),
  },
  rowGradient: {
    of: 'parameter',
    ofRow: true,
    formula: (_, at) => {
      const error = quantity('delta', { ...at, from: undefined })
      return at.from === undefined ? error : times(error, source(at, at.from))
    },
  },
  gradient: {
    of: 'parameter',
    formula: ({ rows }, at) => mean('s', rows, (row) => quantity('rowGradient', { ...at, row })),
  },
  usedGradient: { of: 'parameter', formula: usedGradient },
  first: { of: 'parameter' },
  second: { of: 'parameter' },
  newFirst: { of: 'parameter', formula: memory('first', 'newFirst') },
  newSecond: { of: 'parameter', formula: memory('second', 'newSecond') },
  newValue: { of: 'parameter', formula: newValue },
  change: { of: 'parameter', formula: (_, at) => minus(own('newValue', at), value(at)) },
}

/** What a quantity is one of, which lights up wherever it is drawn; null = it is the whole network's. */
export function belongsTo(name: QuantityName, at: At): Pointed | null {
  const { of } = quantities[name]
  if (of === 'network') return null
  return of === 'parameter' ? parameterOf(at) : { layer: at.layer, unit: at.unit }
}

/**
 * The formula of one quantity, over others; null = it is given. Without a row, a row's quantity is the mean over the
 * batch, of which the formula is that of a row wherever that holds for means.
 */
export function formulaOf(network: Network, name: QuantityName, at: At): Tree | null {
  const { ofRow, holdsForMeans, formula } = quantities[name]
  if (!formula) return null
  const isMean = ofRow && at.row === undefined && network.rows > 1 && !holdsForMeans
  return isMean ? mean('s', network.rows, (row) => quantity(name, { ...at, row })) : formula(network, at)
}

/** The same, with the formulas of some quantities in the place of their letters. */
export function formulaWith(
  network: Network,
  name: QuantityName,
  at: At,
  written: readonly QuantityName[],
): Tree | null {
  const tree = formulaOf(network, name, at)
  const writtenOut = (part: Tree): Tree =>
    part.kind === 'quantity' && written.includes(part.name)
      ? (formulaOf(network, part.name, part.at) ?? part)
      : withParts(part, writtenOut)
  return tree && writtenOut(tree)
}
