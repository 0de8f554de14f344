import type { Catalog } from '../engine/catalog.ts'
import { refuseValue } from '../network/refuse.ts'
import * as layerEdits from './layer-edits.ts'
import { type Context, inOne, keeping, type Next, reshape } from './next.ts'
import { checkedAt, type State } from './state.ts'

/** Edits of the network, which weights and cost follow. */

export const addLayer = (state: State, at: number): Next =>
  reshape(state, layerEdits.addLayer(state.network.layers, at))

export const removeLayer = (state: State, at: number): Next =>
  reshape(state, layerEdits.removeLayer(state.network.layers, at))

/** So many hidden layers: they are added and removed before the output. */
export function setHiddenLayers(state: State, count: number, { catalog }: Context): Next {
  const { minimum, maximum } = catalog.limits.layers
  const isCount = Number.isInteger(count) && count >= minimum - 1 && count < maximum
  if (!isCount) refuseValue('whole', 'count', count, { minimum: minimum - 1, maximum: maximum - 1 })
  let next: Next = { state, isFresh: false, origins: layerEdits.unchanged(state.network.layers).origins }
  for (;;) {
    const hidden = next.state.network.layers.length - 1
    if (hidden === count) return next
    const change = hidden < count ? addLayer(next.state, hidden) : removeLayer(next.state, hidden - 1)
    next = inOne(next, change, state)
  }
}

const unitsOf = (state: State, layer: number) => state.network.layers[layer]?.units ?? 0

export const addUnit = (state: State, layer: number, context: Context): Next =>
  setUnits(state, layer, unitsOf(state, layer) + 1, context)

/** Without one of a layer's units, the last unless told which. */
export const removeUnit = (state: State, layer: number, unit = unitsOf(state, layer) - 1): Next =>
  reshape(state, layerEdits.removeUnit(state.network.layers, layer, unit))

export function setUnits(state: State, layer: number, units: unknown, { catalog }: Context): Next {
  const wanted = checkedAt(`network.layers.${layer}.units`, units, catalog)
  return reshape(state, layerEdits.resizeLayer(state.network.layers, layer, Number(wanted)))
}

/** The cost goes with an output activation: one that is made for another gives way. */
export function setActivation(state: State, at: number, value: unknown, { catalog }: Context): Next {
  const { layers } = state.network
  const activation = String(checkedAt(`network.layers.${at}.activation`, value, catalog))
  if (at >= layers.length) refuseValue('between', 'layer', at, { minimum: 0, maximum: layers.length - 1 })
  const isOutput = at === layers.length - 1
  return keeping(state, {
    'network.layers': layers.with(at, { ...layers[at], activation }),
    ...(isOutput ? { 'training.cost': costBeside(activation, state.training.cost, catalog) } : {}),
  })
}

const costBeside = (activation: string, cost: string, { costs, defaults }: Catalog) =>
  costs.some(({ name, partner }) => name === cost && partner)
    ? (costs.find(({ partner }) => partner === activation)?.name ?? defaults.cost)
    : cost

/** A cost made for one activation brings it along, unless another one is told. */
export function setCost(state: State, value: unknown, { catalog }: Context, isTold: (path: string) => boolean): Next {
  const cost = String(checkedAt('training.cost', value, catalog))
  const { layers } = state.network
  const last = layers.length - 1
  const partner = catalog.costs.find(({ name }) => name === cost)?.partner
  const activation = partner && !isTold(`network.layers.${last}.activation`) ? partner : layers[last].activation
  return keeping(state, {
    'training.cost': cost,
    'network.layers': layers.with(last, { ...layers[last], activation }),
  })
}
