import { unpackFrame } from './frame.js'
import { CostHistory } from './history.js'

/**
 * What the worker has told so far, put together.
 * @import { Change, DataInfo, Frame } from './types.d.ts'
 * @import { Update } from './protocol.js'
 */
export class Shown {
  /** @type {DataInfo | null} */
  data = null
  /** @type {Frame | null} */
  frame = null
  isRunning = false
  isReplayable = true
  #history = new CostHistory()

  get history() {
    return this.#history.lists
  }

  /** A new training begins. */
  forgetHistory() {
    this.#history.clear()
  }

  /**
   * @param {Update} update
   * @param {boolean} isWhole the frame lacks nothing; otherwise maps and predictions stand until there are newer ones
   * @returns {Change[]}
   */
  take({ frame, isEvaluated, data, isRunning = this.isRunning, isReplayable = this.isReplayable }, isWhole) {
    /** @type {Change[]} */
    const changes = isRunning === this.isRunning ? [] : ['running']
    this.isRunning = isRunning
    this.isReplayable = isReplayable
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
    if (frame.step === 0) this.#history.clear()
    this.#history.add(frame)
    return ['frame', 'history']
  }
}
