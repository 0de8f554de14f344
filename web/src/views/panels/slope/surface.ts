import { dequal as isEqual } from 'dequal/lite'
import type { SessionLike } from '../../../session/session-like.ts'
import { changed } from '../../parts/changed.ts'
import { Latest } from '../../parts/latest.ts'
import { errorWords } from '../../parts/refusal/words.ts'
import { type Ground, groundOf, isAbout, isSameGround, type Wanted } from './ground.ts'
import { intervals } from './range.ts'

/**
 * The cost surface of the engine, measured piece by piece: a point of it takes all the rows through the network, so
 * large data is asked for in small blocks, between which the training goes on, coarse first and finer after.
 */

export interface Surface {
  resolution: number
  a: Float64Array
  b: Float64Array
  /** values[index of a + index of b * resolution]. */
  values: Float64Array
  wanted: Wanted
  ground: Ground
  /** When it was measured. */
  step: number
}

/** Nodes a side, each of them nodes of the finest. */
const resolutions = [intervals / 4 + 1, intervals / 2 + 1, intervals + 1]
const finest = intervals + 1
/** Milliseconds of the worker's time: for one block, for a surface made at once, for any, for one while it trains. */
const blockTime = 30
const quickTime = 120
const wholeTime = 5000
const runningTime = 60
/** Milliseconds between two surfaces while it trains. */
const pause = 500

export class SurfaceFinder {
  session: SessionLike
  onChange: () => void
  surface: Surface | null = null
  /** Finer ones are still to come. */
  isWorking = false
  /** Finer ones would take too long. */
  isCoarse = false
  /** Why it could not be measured, '' = it could. */
  refusal = ''
  wanted: Wanted | undefined
  readonly #line = new Latest<Ground>((ground) => this.#find(ground))
  /** What is measured, or was last. */
  #sought: Ground | null = null
  /** Milliseconds to take all rows through the network. */
  #passTime = NaN
  #isOtherPace = changed()
  /** The last one was left coarse because the training went on. */
  #isHurried = false
  #isDisposed = false
  #lastAt = -Infinity

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.onChange = onChange
  }

  /** Sees to it that this surface is there, at the weights of now. */
  want(wanted: Wanted) {
    this.wanted = wanted
    const ground = groundOf(this.session, wanted)
    const { isBusy } = this.#line
    const { isRunning } = this.session
    if (this.#sought && isSameGround(ground, this.#sought) && (!this.#isHurried || isBusy || isRunning)) return
    // while it trains the weights are others at every frame: what is under way is finished, and not begun too often
    const isTooMuch = isBusy || performance.now() - this.#lastAt < pause || !this.#runningResolution
    if (isRunning && this.#sought && isSamePiece(wanted, this.#sought.wanted) && isTooMuch) return
    this.#sought = ground
    this.#line.want(ground)
  }

  /** Whether the surface is of other weights than those of now. */
  get isStale() {
    const { surface, wanted } = this
    return surface !== null && wanted !== undefined && !isSameGround(groundOf(this.session, wanted), surface.ground)
  }

  /** Whether the one of now is on its way; while it trains, words say of when it is. */
  get isUnderWay(): boolean {
    return !this.session.isRunning && this.isStale && (this.isWorking || this.#line.isWaiting)
  }

  /** The finest that is quick enough while it trains; undefined = none. */
  get #runningResolution() {
    return resolutions.findLast((resolution) => !(this.#passTime * resolution ** 2 > runningTime))
  }

  /** Nodes a side that one block may have. */
  get #mostABlock() {
    return Math.floor(Math.sqrt((this.session.isRunning ? runningTime : blockTime) / this.#passTime))
  }

  async #find(ground: Ground) {
    this.isWorking = true
    try {
      await this.#refine(ground)
    } catch (error) {
      this.refusal = errorWords(this.session, error)
    }
    this.isWorking = false
    this.#lastAt = performance.now()
    if (!this.#isOutdated(ground)) this.onChange()
  }

  /** Whether another one is wanted by now. */
  #isOutdated(ground: Ground) {
    return this.#isDisposed || ground !== this.#sought
  }

  /** From coarse to fine, until another one is wanted or the next takes too long. */
  async #refine(ground: Ground) {
    // another network, or other data, goes at another pace
    if (this.#isOtherPace([ground.data, this.session.state.network.layers])) this.#passTime = NaN
    this.isCoarse = this.#isHurried = false
    let resolution: number | undefined = this.#firstResolution
    for (; resolution; resolution = this.#finerThan(resolution)) {
      const surface = await this.#measure(ground, resolution)
      if (!surface) return
      this.surface = surface
      this.refusal = ''
      this.onChange()
    }
  }

  /** The finest at once where that is quick. */
  get #firstResolution() {
    if (this.session.isRunning) return this.#passTime > 0 ? (this.#runningResolution ?? resolutions[0]) : resolutions[0]
    return this.#passTime * finest ** 2 <= quickTime ? finest : resolutions[0]
  }

  #finerThan(resolution: number): number | undefined {
    this.#isHurried = this.session.isRunning && resolution < finest
    if (this.#isHurried) return undefined
    const next = this.#passTime * finest ** 2 <= quickTime ? finest : resolutions[resolutions.indexOf(resolution) + 1]
    if (!next || resolution === finest) return undefined
    this.isCoarse = this.#passTime * next ** 2 > wholeTime
    return this.isCoarse ? undefined : next
  }

  async #measure(ground: Ground, resolution: number): Promise<Surface | null> {
    const { wanted } = ground
    const { range } = wanted
    const step = this.session.frame?.step ?? 0
    const surface = {
      resolution,
      a: nodesOf(range.a, resolution),
      b: nodesOf(range.b, resolution),
      values: new Float64Array(resolution ** 2).fill(NaN),
      wanted,
      ground,
      step,
    }
    for (const [i, j, size] of blocksOf(resolution, this.#mostABlock)) {
      const ends = (nodes: Float64Array, first: number) => [nodes[first], nodes[first + size - 1]] as [number, number]
      const block = await this.#block(ground, ends(surface.a, i), ends(surface.b, j), size)
      if (!block) return null
      surface.a.set(block.a, i)
      surface.b.set(block.b, j)
      block.cost.forEach((row: number[], k: number) => surface.values.set(row, i + (j + k) * resolution))
    }
    return surface
  }

  /** @returns null when it is not wanted any more, or is of something else than the frame: that is measured anew */
  async #block(ground: Ground, rangeA: [number, number], rangeB: [number, number], resolution: number) {
    const { a, b, which } = ground.wanted
    const begin = performance.now()
    const reply = await this.session.askWithRevision('costSurface', { a, b, rangeA, rangeB, resolution, ...which })
    const time = (performance.now() - begin) / resolution ** 2
    // the shortest tells best how long a pass takes: the rest is waiting for one's turn
    this.#passTime = this.#passTime < time ? this.#passTime : time
    if (this.#isOutdated(ground)) return null
    if ('refusal' in reply) throw reply.refusal
    if (isAbout(ground, this.session, reply.revision)) return reply.answer
    this.#sought = null
    return null
  }

  dispose() {
    this.#isDisposed = true
    this.#line.forget()
  }
}

/** Blocks of at most `most` nodes a side that cover the grid; the last ones reach back. */
export function blocksOf(resolution: number, most: number) {
  const size = Math.max(2, Math.min(resolution, most || 2))
  const firsts = Array.from({ length: Math.ceil(resolution / size) }, (_, k) => Math.min(k * size, resolution - size))
  return firsts.flatMap((j) => firsts.map((i) => [i, j, size] as [number, number, number]))
}

/** Evenly spaced; the last at the very end, which a rounding could miss: it would not lie on the piece. */
export function nodesOf([low, high]: [number, number], resolution: number) {
  const last = resolution - 1
  return Float64Array.from({ length: resolution }, (_, k) => (k < last ? low + ((high - low) * k) / last : high))
}

/** Whether two are of the same parameters, range and rows. */
export const isSamePiece = (one: Wanted, other: Wanted): boolean => isEqual(one, other)
