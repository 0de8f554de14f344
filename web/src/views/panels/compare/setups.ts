import type { Catalog } from '../../../engine/catalog.ts'
import type { State } from '../../../state/state.ts'
import { optimizers } from '../../../text/options/optimizers.ts'

/** What is trained beside the present run: which settings, lane by lane. */

export type Kind = 'seeds' | 'race' | 'pair'
export type Rates = 'present' | 'usual' | 'both'

/** A setting that can be another one in the second of two networks. */
export const changeable = ['learningRate', 'l2', 'l1', 'optimizer', 'batchSize', 'activation', 'seed'] as const
export type Changeable = (typeof changeable)[number]

export interface Setup {
  kind: Kind
  /** How many seeds. */
  seeds: number
  rates: Rates
  changes: Changeable
  /** What it is changed to. */
  to: number | string
  until: number
  /** From the weights as they are, not from those of step 0. */
  isFromHere: boolean
}

/** `what`: the seed, or the optimizer; what a pair's second has is told by what differs. */
export interface LanePlan {
  state: State
  what: string
  isUsual: boolean
}

export function plansOf(setup: Setup, state: State, catalog: Catalog): LanePlan[] {
  if (setup.kind === 'seeds') return seedsOf(state, setup.seeds)
  if (setup.kind === 'race') return raceOf(state, setup.rates, catalog)
  const other = changedState(state, setup.changes, setup.to, catalog)
  return [state, other].map((each) => ({ state: each, what: '', isUsual: false }))
}

/** The present seed and those that come after it; weights set by hand belong to none of them. */
function seedsOf({ parameters, ...state }: State, count: number): LanePlan[] {
  return Array.from({ length: count }, (_, i) => {
    const seed = (state.network.seed + i) % 2 ** 32
    return { state: { ...state, network: { ...state.network, seed } }, what: String(seed), isUsual: false }
  })
}

function raceOf(state: State, rates: Rates, catalog: Catalog): LanePlan[] {
  const { learningRate } = state.training
  const all = catalog.optimizers.flatMap(({ name }) =>
    [learningRate, NaN].map((rate, i) => ({
      state: withOptimizer(state, name, catalog, rate),
      what: optimizers.label(name),
      isUsual: i === 1,
    })),
  )
  return all.filter(({ isUsual }) => rates === 'both' || isUsual === (rates === 'usual'))
}

/** Its other settings are its usual ones, unless it is the one that is in force. @param rate NaN: the usual one */
function withOptimizer(state: State, name: string, catalog: Catalog, rate: number): State {
  const { training } = state
  const { defaults = {} } = catalog.optimizers.find((optimizer) => optimizer.name === name) ?? {}
  const own = name === training.optimizer && !Number.isNaN(rate) ? {} : defaults
  const chosen = { ...training, ...own, optimizer: name, ...(Number.isNaN(rate) ? {} : { learningRate: rate }) }
  return { ...state, training: chosen as State['training'] }
}

/** The same state with one setting changed. */
export function changedState(state: State, setting: Changeable, to: number | string, catalog: Catalog): State {
  const { network, training } = state
  if (setting === 'optimizer') return withOptimizer(state, String(to), catalog, training.learningRate)
  if (setting === 'seed') {
    const { parameters, ...seeded } = state
    return { ...seeded, network: { ...network, seed: Number(to) } }
  }
  if (setting === 'activation') {
    const last = network.layers.length - 1
    const layers = network.layers.map((layer, i) => (i === last ? layer : { ...layer, activation: String(to) }))
    return { ...state, network: { ...network, layers } as State['network'] }
  }
  return { ...state, training: { ...training, [setting]: Number(to) } }
}

/** What one would try first. */
export function suggestedFor(setting: Changeable, { network, training }: State, catalog: Catalog): number | string {
  const other = (names: { name: string }[], now: string, first: string) =>
    now === first ? (names.find(({ name }) => name !== now)?.name ?? now) : first
  if (setting === 'learningRate') return Number((training.learningRate * 3).toPrecision(3))
  if (setting === 'l2' || setting === 'l1') return training[setting] > 0 ? 0 : 0.01
  if (setting === 'batchSize') return training.batchSize === 0 ? 10 : 0
  if (setting === 'optimizer') return other(catalog.optimizers, training.optimizer, 'adam')
  if (setting === 'activation') return other(catalog.activations, network.layers[0].activation, 'relu')
  return network.seed + 1
}
