/**
 * The stops of one training step, in order: the batch, forward layer by layer, cost, backward layer by layer, update.
 */

type Kind = 'start' | 'forward' | 'cost' | 'backward' | 'update'

export interface Stop {
  kind: Kind
  /** Counted from 0. */
  phase: number
  /** The one that the stop is about, -1 = none. */
  layer: number
}

export const phases: readonly ('forward' | 'cost' | 'backward' | 'update')[] = ['forward', 'cost', 'backward', 'update']

/** @param layers of the network */
export function stopsOf(layers: number): Stop[] {
  const each = Array.from({ length: layers }, (_, layer) => layer)
  return [
    { kind: 'start', phase: 0, layer: -1 },
    ...each.map((layer) => ({ kind: 'forward', phase: 0, layer }) as Stop),
    { kind: 'cost', phase: 1, layer: -1 },
    ...each.toReversed().map((layer) => ({ kind: 'backward', phase: 2, layer }) as Stop),
    { kind: 'update', phase: 3, layer: -1 },
  ]
}

/** The index of a stop in another network: the same one if it is there, else the first of its phase. */
export function stopIndexOf(stops: readonly Stop[], stop: Stop | undefined) {
  if (!stop) return 0
  const same = stops.findIndex(({ kind, layer }) => kind === stop.kind && layer === stop.layer)
  return same >= 0 ? same : stops.findIndex(({ phase }) => phase === stop.phase)
}

/**
 * The layers that are computed when a stop is reached, -1 = the inputs: forward they fill up from the left, backward
 * from the right.
 */
export function reachedAt({ kind, layer }: Stop, layers: number) {
  const all = Array.from({ length: layers + 1 }, (_, i) => i - 1)
  if (kind === 'start' || kind === 'forward') return all.filter((each) => each <= layer)
  return kind === 'backward' ? all.filter((each) => each >= layer) : all
}

/**
 * The stop that a key leads to from another within the bar.
 * @returns undefined = the key means nothing here
 */
export const stopAfterKey = (key: string, from: number, count: number): number | undefined =>
  ({
    ArrowLeft: Math.max(0, from - 1),
    ArrowRight: Math.min(count - 1, from + 1),
    Home: 0,
    End: count - 1,
  })[key]

/**
 * How the reader can step, by the batch size it sets: one sample, a batch, or the whole training set.
 * @param batchSize 0 = the whole training set
 */
export const stepByOf = (batchSize: number): 'sample' | 'batch' | 'epoch' =>
  batchSize === 1 ? 'sample' : batchSize === 0 ? 'epoch' : 'batch'

/**
 * Where in its epoch the next step begins.
 * @param epoch epochs so far, with the part of the one under way
 * @param rows of the training set
 */
export const startInEpoch = (epoch: number, rows: number) => {
  const seen = Math.round(epoch * rows)
  return { epoch: Math.floor(seen / rows) + 1, seen: seen % rows }
}
