import { unpackFrame } from './frame.js'
import { CostHistory } from './history.js'
import { LruMap } from './lru-map.js'

/**
 * What the worker has told so far, put together.
 * @import { Change, DataInfo, Frame } from '../types.d.ts'
 * @import { Update } from './protocol.js'
 */
export class Shown {
  /** @type {DataInfo | null} */
  data = null
  /** @type {Frame | null} */
  frame = null
  isRunning = false
  isReplayable = true
  /** By run, so that undo finds the curve that belongs to the weights it brings back. @type {LruMap<CostHistory>} */
  #histories = new LruMap(20, () => new CostHistory())
  #run = 0

  get history() {
    return this.#histories.of(this.#run).lists
  }

  /** Another worker counts its runs from the first. */
  forgetHistories() {
    this.#histories.clear()
  }

  /**
   * @param {Update} update
   * @param {boolean} isWhole the frame lacks nothing; otherwise maps and predictions stand until there are newer ones
   * @returns {Change[]}
   */
  take(
    { frame, isEvaluated, data, isRunning = this.isRunning, isReplayable = this.isReplayable, run = this.#run },
    isWhole,
  ) {
    /** @type {Change[]} */
    const changes = isRunning === this.isRunning ? [] : ['running']
    this.isRunning = isRunning
    this.isReplayable = isReplayable
    this.#run = run
    if (data) {
      this.data = data
      changes.push('data')
    }
    return frame ? [...changes, ...this.#takeFrame(unpackFrame(frame), isWhole, isEvaluated === true)] : changes
  }

  /**
   * @param {Frame} frame
   * @param {boolean} isWhole
   * @param {boolean} isEvaluated
   * @returns {Change[]}
   */
  #takeFrame(frame, isWhole, isEvaluated) {
    if (!isWhole) {
      frame.maps ??= this.frame?.maps ?? null
      frame.predictions ??= this.frame?.predictions ?? null
    }
    this.frame = frame
    if (!isEvaluated) return ['frame']
    const history = this.#histories.of(this.#run)
    if (frame.step === 0) history.clear()
    history.add(frame)
    return ['frame', 'history']
  }
}
