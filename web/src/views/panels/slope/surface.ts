import { flatIndexOf } from '../../../network/parameter-order.ts'
import type { Parameter } from '../../../network/parameters.ts'
import type { Frame } from '../../../session/frame.ts'
import type { Which } from '../../../session/questions.ts'
import type { SessionLike } from '../../../session/session-like.ts'
import { errorWords } from '../../parts/refusal/words.ts'
import { intervals, type Range } from './range.ts'

/**
 * The cost surface of the engine, measured piece by piece: a point of it takes all the rows through the network, so
 * large data is asked for in small blocks, between which the training goes on, coarse first and finer after.
 */

/** `which` rows; {} = the training set */
interface Wanted {
  a: Parameter
  b: Parameter
  range: Range
  which: Which
}

export interface Surface {
  resolution: number
  a: Float64Array
  b: Float64Array
  /** values[index of a + index of b * resolution]. */
  values: Float64Array
  wanted: Wanted
  key: string
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
  #key = ''
  #piece = ''
  /** Milliseconds to take all rows through the network. */
  #passTime = NaN
  #paced = ''
  #data: SessionLike['data'] = null
  /** Tells one data from another: to write all of it into a key takes too long. */
  #dataCount = 0
  #isUnderWay = false
  /** The last one was left coarse because the training went on. */
  #isHurried = false
  #isDisposed = false
  #lastAt = -Infinity
  wanted: Wanted | undefined

  constructor(session: SessionLike, onChange: () => void) {
    this.session = session
    this.onChange = onChange
  }

  /** Sees to it that this surface is there, at the weights of now. */
  want(wanted: Wanted) {
    const key = this.#keyOf(wanted)
    const piece = pieceOf(wanted)
    this.wanted = wanted
    if (key === this.#key && (!this.#isHurried || this.#isUnderWay || this.session.isRunning)) return
    // while it trains the weights are others at every frame: what is under way is finished, and not begun too often
    const isTooMuch = this.#isUnderWay || performance.now() - this.#lastAt < pause || !this.#runningResolution
    if (this.session.isRunning && piece === this.#piece && isTooMuch) return
    this.#key = key
    this.#piece = piece
    if (!this.#isUnderWay) this.#find()
  }

  /** All that a surface depends on. */
  #keyOf(wanted: Wanted) {
    const {
      state: { network, training, held, view },
      frame,
      data,
    } = this.session
    if (data !== this.#data) this.#dataCount++
    this.#data = data
    const { a, b, which } = wanted
    const { batchSize, shuffle } = training
    const rows =
      'isShown' in which ? [view.row, view.own] : 'isBatch' in which ? [frame?.step, batchSize, shuffle] : null
    const others = othersOf(frame, a, b)
    return JSON.stringify([pieceOf(wanted), rows, this.#dataCount, network, training.cost, held.muted, others])
  }

  /** Whether the surface is of other weights than those of now. */
  get isStale() {
    return this.surface !== null && this.wanted !== undefined && this.#keyOf(this.wanted) !== this.surface.key
  }

  /** The finest that is quick enough while it trains; undefined = none. */
  get #runningResolution() {
    return resolutions.findLast((resolution) => !(this.#passTime * resolution ** 2 > runningTime))
  }

  /** Nodes a side that one block may have. */
  get #mostABlock() {
    return Math.floor(Math.sqrt((this.session.isRunning ? runningTime : blockTime) / this.#passTime))
  }

  async #find() {
    this.#isUnderWay = this.isWorking = true
    for (let key = ''; key !== this.#key && !this.#isDisposed; ) {
      key = this.#key
      try {
        await this.#refine(this.wanted as Wanted, key)
      } catch (error) {
        this.refusal = errorWords(this.session, error)
      }
    }
    this.#isUnderWay = this.isWorking = false
    this.#lastAt = performance.now()
    if (!this.#isDisposed) this.onChange()
  }

  /** From coarse to fine, until another one is wanted or the next takes too long. */
  async #refine(wanted: Wanted, key: string) {
    this.#forgetPace()
    this.isCoarse = this.#isHurried = false
    let resolution: number | undefined = this.#firstResolution
    for (; resolution; resolution = this.#finerThan(resolution)) {
      const surface = await this.#measure(wanted, key, resolution)
      if (!surface) return
      this.surface = surface
      this.refusal = ''
      this.onChange()
    }
  }

  /** Another network, or other data, goes at another pace. */
  #forgetPace() {
    const paced = JSON.stringify([this.#dataCount, this.session.state.network.layers])
    if (paced !== this.#paced) this.#passTime = NaN
    this.#paced = paced
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

  async #measure(wanted: Wanted, key: string, resolution: number): Promise<Surface | null> {
    const { range } = wanted
    const step = this.session.frame?.step ?? 0
    const surface = {
      resolution,
      a: nodesOf(range.a, resolution),
      b: nodesOf(range.b, resolution),
      values: new Float64Array(resolution ** 2).fill(NaN),
      wanted,
      key,
      step,
    }
    for (const [i, j, size] of blocksOf(resolution, this.#mostABlock)) {
      const ends = (nodes: Float64Array, first: number) => [nodes[first], nodes[first + size - 1]] as [number, number]
      const block = await this.#block(wanted, ends(surface.a, i), ends(surface.b, j), size)
      if (this.#isDisposed || key !== this.#key) return null
      surface.a.set(block.a, i)
      surface.b.set(block.b, j)
      block.cost.forEach((row: number[], k: number) => surface.values.set(row, i + (j + k) * resolution))
    }
    return surface
  }

  async #block({ a, b, which }: Wanted, rangeA: [number, number], rangeB: [number, number], resolution: number) {
    const begin = performance.now()
    const block = await this.session.ask('costSurface', { a, b, rangeA, rangeB, resolution, ...which })
    const time = (performance.now() - begin) / resolution ** 2
    // the shortest tells best how long a pass takes: the rest is waiting for one's turn
    this.#passTime = this.#passTime < time ? this.#passTime : time
    return block
  }

  dispose() {
    this.#isDisposed = true
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
export const isSamePiece = (one: Wanted, other: Wanted) => pieceOf(one) === pieceOf(other)

const pieceOf = ({ a, b, range, which }: Wanted) => JSON.stringify([a, b, range, which])

/** A number that tells all other parameters from what they were. */
function othersOf(frame: Frame | null, a: Parameter, b: Parameter) {
  if (!frame) return 0
  const own = new Set([flatIndexOf(frame.layers, a), flatIndexOf(frame.layers, b)])
  let index = 0
  let sum = 0
  for (const { weights, bias } of frame.layers) {
    for (const values of [weights, bias]) {
      for (let k = 0; k < values.length; k++, index++) {
        if (!own.has(index)) sum += values[k] * (1 + ((index * 0.618) % 1))
      }
    }
  }
  return sum
}
