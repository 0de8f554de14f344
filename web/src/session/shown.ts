import type { DataInfo } from '../data/prepare.ts'
import type { Change } from './announcer.ts'
import type { Frame } from './frame.ts'
import { unpackFrame } from './frame.ts'
import { CostHistory } from './history.ts'
import { LruMap } from './lru-map.ts'
import type { Update } from './protocol.ts'

/** What the worker has told so far, put together. */
export class Shown {
  data: DataInfo | null = null
  frame: Frame | null = null
  isRunning = false
  isReplayable = true
  /** By run, so that undo finds the curve that belongs to the weights it brings back. */
  #histories: LruMap<CostHistory> = new LruMap(20, () => new CostHistory())
  #run = 0

  get history() {
    return this.#histories.of(this.#run).lists
  }

  /** Another worker counts its runs from the first. */
  forgetHistories() {
    this.#histories.clear()
  }

  /** @param isWhole the frame lacks nothing; otherwise maps and predictions stand until there are newer ones */
  take(
    { frame, isEvaluated, data, isRunning = this.isRunning, isReplayable = this.isReplayable, run = this.#run }: Update,
    isWhole: boolean,
  ): Change[] {
    const changes: Change[] = isRunning === this.isRunning ? [] : ['running']
    this.isRunning = isRunning
    this.isReplayable = isReplayable
    this.#run = run
    if (data) {
      this.data = data
      changes.push('data')
    }
    return frame ? [...changes, ...this.#takeFrame(unpackFrame(frame), isWhole, isEvaluated === true)] : changes
  }

  #takeFrame(frame: Frame, isWhole: boolean, isEvaluated: boolean): Change[] {
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
