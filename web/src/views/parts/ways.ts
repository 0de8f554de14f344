import { dequal as isEqual } from 'dequal/lite'
import type { SessionLike } from '../../session/session-like.ts'
import type { State } from '../../state/state.ts'

/** The way of another training through its weights, to be drawn beside that of the present one. */
export interface Way {
  /** Written where it ends. */
  mark: string
  name: string
  /** With what it was trained. */
  state: State
  steps: number[]
  /** Of every parameter, in the engine's order, a value a step. */
  values: number[][]
}

/** By what all figures of one network have in common. */
const ways: WeakMap<SessionLike['rows'], Way[]> = new WeakMap()

const placeOf = ({ data, network: { layers } }: State) => [data, layers]

/** Those of the same data and layers as the present training: other ways have nothing to do with its own. */
export const waysBeside = ({ rows, state }: SessionLike): Way[] =>
  (ways.get(rows) ?? []).filter((way) => isEqual(placeOf(way.state), placeOf(state)))

export const layWaysBeside = ({ rows }: SessionLike, beside: Way[]) => ways.set(rows, beside)
