import type { DataInfo } from '../data/prepare.ts'
import { Log } from '../run/log.ts'
import type { Checkpoint } from '../run/run.ts'
import type { Change } from './announcer.ts'
import { type Frame, type PackedFrame, unpackFrame } from './frame.ts'
import type { Revision, Stopped, Update } from './protocol.ts'

/** What the worker has told so far, put together. */
export class Shown {
  data: DataInfo | null = null
  frame: Frame | null = null
  /** Of what is in the frame. */
  revision: Revision = { data: 0, network: 0, training: 0, parameters: 0 }
  isRunning = false
  /** Why it has stopped by itself, until it goes on. */
  stopped: Stopped | null = null
  /** The worker's log, repeated. */
  log = new Log()
  /** The last that was told. */
  checkpoint: Checkpoint | null = null
  /** In the same place from frame to frame. */
  #maps = new Float32Array()

  /** @param isWhole the frame lacks nothing; otherwise maps and predictions stand until there are newer ones, or other data */
  take(update: Update, isWhole: boolean): Change[] {
    const { deeds = [], frame, revision, checkpoint, data, isRunning = this.isRunning } = update
    const changes: Change[] = isRunning === this.isRunning ? [] : ['running']
    this.isRunning = isRunning
    if (update.frame) this.stopped = update.stopped ?? null
    for (const deed of deeds) this.log.note(deed)
    if (deeds.length > 0) changes.push('edits')
    if (checkpoint || deeds.some((deed) => deed.do !== 'edit')) this.checkpoint = checkpoint ?? null
    if (revision) this.revision = revision
    if (data) {
      this.data = data
      changes.push('data')
    }
    return frame
      ? [
          ...changes,
          ...this.#takeFrame(this.#unpack(frame), isWhole || data !== undefined, update.isEvaluated === true),
        ]
      : changes
  }

  /** The maps are copied: those of the message go back to the worker (`WorkerLine`). */
  #unpack(packed: PackedFrame): Frame {
    const { maps } = packed
    if (!maps) return unpackFrame(packed)
    if (maps.length !== this.#maps.length) this.#maps = new Float32Array(maps.length)
    this.#maps.set(maps)
    return unpackFrame({ ...packed, maps: this.#maps })
  }

  #takeFrame(frame: Frame, isWhole: boolean, isEvaluated: boolean): Change[] {
    if (!isWhole) {
      frame.maps ??= this.frame?.maps ?? null
      frame.predictions ??= this.frame?.predictions ?? null
    }
    this.frame = frame
    this.log.train(frame.step)
    if (!isEvaluated) return ['frame']
    this.log.remember(frame)
    return ['frame', 'history']
  }
}
