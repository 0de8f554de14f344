import type { SessionLike } from '../../session/session-like.ts'

/** The way of another training through its weights, to be drawn beside that of the present one. */
export interface Way {
  name: string
  steps: number[]
  /** Of every parameter, in the engine's order, a value a step. */
  values: number[][]
}

/** By what all figures of one network have in common. */
const ways: WeakMap<SessionLike['rows'], Way[]> = new WeakMap()

export const waysBeside = ({ rows }: SessionLike): Way[] => ways.get(rows) ?? []

export const layWaysBeside = ({ rows }: SessionLike, beside: Way[]) => ways.set(rows, beside)
