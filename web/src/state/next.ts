import type { DataInfo } from '../data/prepare.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { HeldState } from '../network/held.ts'
import * as layerEdits from './layer-edits.ts'
import { withValues } from './paths.ts'
import type { State } from './state.ts'

/** What an edit comes to. */
export interface Next {
  /** Its values are checked, but not yet whether they fit together. */
  state: State
  /** Training starts again at step 0. */
  isFresh: boolean
  /** The engine has nothing to do with it. */
  isShownOnly?: boolean
  /** Where each unit of an edited network, and each input, comes from. */
  origins?: layerEdits.Origin[][]
  inputs?: layerEdits.Origin[]
}

/** What edits have to know. */
export interface Context {
  catalog: Catalog
  /** Of the data in use; null: it is not known. */
  data: DataInfo | null
}

/** Training starts again, from weights that the seed makes. */
export const anew = (state: State, changes: Record<string, unknown>): Next => ({
  state: withValues(state, { ...changes, parameters: undefined }),
  isFresh: true,
})

/** The change, with all weights kept. */
export const keeping = (state: State, changes: Record<string, unknown>): Next => ({
  state: withValues(state, changes),
  isFresh: false,
  origins: layerEdits.unchanged(state.network.layers).origins,
})

/** The state with the network of an edit; what was looked at may be gone. */
export const reshape = (state: State, { layers, origins }: layerEdits.Edit): Next => ({
  state: withValues(state, {
    'network.layers': layers,
    parameters: undefined,
    'view.selected': null,
    'view.parameter': null,
    'view.against': null,
    ...heldChanges(layerEdits.heldAfter(state.held, { origins })),
  }),
  isFresh: false,
  origins,
})

export const heldChanges = ({ locked, muted }: HeldState) => ({ 'held.locked': locked, 'held.muted': muted })

/**
 * Two edits as one: what the second leaves alone is as the first has left it.
 * @param state before both
 */
export function inOne(first: Next, second: Next, state: State): Next {
  const isFresh = first.isFresh || second.isFresh
  const isShownOnly = first.isShownOnly === true && second.isShownOnly === true
  if (isFresh || (!first.origins && !second.origins && !first.inputs && !second.inputs))
    return { state: second.state, isFresh, isShownOnly }
  const unmoved = layerEdits.unchanged(state.network.layers).origins
  return { state: second.state, isFresh, ...layerEdits.composed({ origins: unmoved, ...first }, second) }
}
