import type { Catalog } from '../engine/catalog.ts'
import type { HeldState } from '../network/held.ts'
import { isMuted } from '../network/held.ts'
import type { LayerSettings } from '../network/layers.ts'
import type { At } from './at.ts'

/** What decides of which form a formula is: the network and how it learns, without any of its numbers. */
export interface Network {
  /** One more than there are layers is known of their sizes: the inputs are those of layer -1. */
  inputs: number
  layers: readonly LayerSettings[]
  cost: string
  optimizer: string
  /** The letters of what the optimizer remembers. */
  memory: readonly string[]
  /** The activation of the outputs is the one that the cost is made for. */
  isPartner: boolean
  /** What is added to the gradient before the optimizer uses it. */
  adds: { l1: boolean; l2: boolean; weightDecay: boolean }
  held: HeldState
  /** How many rows a mean is over. */
  rows: number
}

/** What a session and its frame say of it. */
export function networkOf(
  catalog: Pick<Catalog, 'costs' | 'optimizers'>,
  {
    network: { layers },
    training,
    held,
  }: {
    network: { layers: readonly LayerSettings[] }
    training: { cost: string; optimizer: string; l1: number; l2: number; weightDecay: number }
    held: HeldState
  },
  { inputs, rows }: { inputs: number; rows: number },
): Network {
  const cost = catalog.costs.find(({ name }) => name === training.cost)
  const optimizer = catalog.optimizers.find(({ name }) => name === training.optimizer)
  return {
    inputs,
    layers,
    cost: training.cost,
    optimizer: training.optimizer,
    memory: optimizer?.memory ?? [],
    isPartner: cost?.partner === layers[layers.length - 1].activation,
    adds: {
      l1: training.l1 > 0,
      l2: training.l2 > 0,
      weightDecay: training.weightDecay > 0 && optimizer?.couplesWeightDecay === true,
    },
    held,
    rows,
  }
}

/** How many units a layer has; -1 = how many inputs there are. */
export const unitsOf = ({ layers, inputs }: Network, layer: number) => (layer < 0 ? inputs : layers[layer].units)

export const isOff = ({ held }: Network, { layer, unit }: At) => isMuted({ state: { held } }, { layer, unit })

export const isLast = ({ layers }: Network, { layer }: At) => layer === layers.length - 1
