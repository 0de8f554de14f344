import { dequal as isEqual } from 'dequal/lite'
import { flattenFrame } from '../../../network/layer-parameters.ts'
import { flatIndexOf } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Revision } from '../../../session/protocol.ts'
import type { Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import type { Range } from './range.ts'

/** `which` rows; {} = the training set */
export interface Wanted {
  a: Parameter
  b: Parameter
  range: Range
  which: Which
}

/**
 * All that a cost surface depends on. Where the point stands on it is not: while the two parameters alone move, as in a
 * network that has no others, the surface stays.
 */
export interface Ground {
  wanted: Wanted
  data: number
  network: number
  /** Of the training what changes the cost, or which rows it is of. */
  training: unknown[]
  /** Every parameter but the two. */
  others: Float64Array
}

/** The ground of a surface at the weights of now. */
export function groundOf({ state: { training, held }, frame, revision }: SessionLike, wanted: Wanted): Ground {
  const { cost, batchSize, shuffle } = training
  const batch = wanted.which.isBatch ? [frame?.step, batchSize, shuffle] : []
  return {
    wanted,
    data: revision.data,
    network: revision.network,
    training: [cost, held.muted, ...batch],
    others: othersOf(frame, wanted),
  }
}

export const isSameGround = ({ others, ...one }: Ground, { others: before, ...other }: Ground): boolean =>
  isEqual(one, other) && others.length === before.length && others.every((value, i) => Object.is(value, before[i]))

/**
 * Whether an answer is about a ground that is still the one of now; while it trains, the weights and rows are of another
 * moment at every frame.
 */
export function isAbout(ground: Ground, session: SessionLike, { parameters, ...revision }: Revision): boolean {
  const { parameters: now, ...present } = session.revision
  if (!isEqual(revision, present) || ground.data !== present.data || ground.network !== present.network) return false
  return session.isRunning || (parameters === now && isSameGround(groundOf(session, ground.wanted), ground))
}

function othersOf(frame: Frame | null, { a, b }: Wanted): Float64Array {
  if (!frame) return new Float64Array()
  const others = flattenFrame(frame)
  for (const parameter of [a, b]) others[flatIndexOf(frame.layers, parameter)] = 0
  return others
}
