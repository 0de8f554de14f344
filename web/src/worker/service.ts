import type { Table } from '../data/table-source.ts'
import type { Engine } from '../engine/engine.ts'
import { buffersOf, packFrame } from '../session/frame.ts'
import {
  type Apply,
  type Ask,
  type FromWorker,
  failureOf,
  isMistake,
  type Port,
  type Request,
  type ToWorker,
  type Update,
} from '../session/protocol.ts'
import { FrameMaker } from './frame-maker.ts'
import { Moments } from './moments.ts'
import { patienceFor } from './patience.ts'
import { type Clock, Runner } from './runner.ts'
import { Workbench } from './workbench.ts'

/**
 * The worker's side of the conversation: does what the session asks, one request after the other, and sends frames
 * while it trains, the next only when the last was seen.
 */

/** Sent when `done`, if there is such a promise. */
interface Reply {
  update?: Update
  answer?: unknown
  done?: Promise<void>
}

/** Milliseconds from one frame to the next, and how much too early one may go: half a slice of training. */
const frameTime = 1000 / 60
const slack = 4
/** Milliseconds of training that may go by after a frame that nobody has seen: so much is lost with this worker. */
const mostUnseen = 100

export class Service {
  port: Port
  clock: Clock
  bench: Workbench
  frames: FrameMaker
  runner: Runner
  #isFrameUnseen = false
  #frameAt = 0
  #nextFrameAt = 0
  /** Seconds of silence that were announced last. */
  #busyTold = 0
  #moments = new Moments()
  #firstTold: Float64Array | null = null
  /** Requests wait for one another: data may have to be fetched. */
  #queue = Promise.resolve()

  constructor(port: Port, engine: Engine, loadTable: (name: string) => Promise<Table>, clock: Clock) {
    this.port = port
    this.clock = clock
    this.bench = new Workbench(engine, loadTable)
    this.frames = new FrameMaker(this.bench, clock.now)
    this.runner = new Runner(
      {
        step: () => this.bench.step,
        take: (count) => this.bench.train(count),
        hasEnded: () => this.bench.trainer.hasDiverged(),
        afterSlice: () => this.#sendFrame(),
        mustWait: () => this.#isFrameUnseen && this.clock.now() - this.#frameAt > mostUnseen,
        onStop: () => this.#post({ type: 'update', update: { ...this.#whole(), isRunning: false } }),
        onFailure: (error) => this.#post({ type: 'crashed', failure: failureOf(error) }),
      },
      clock,
    )
    port.addEventListener('message', this.#onMessage)
    this.#post({ type: 'ready', catalog: engine.catalog })
  }

  dispose() {
    this.runner.stop()
    this.port.removeEventListener('message', this.#onMessage)
    this.bench.dispose()
  }

  #onMessage = ({ data }: { data?: unknown }) => {
    const message = data as ToWorker
    if (message.type === 'seen') this.#isFrameUnseen = false
    else if (message.type === 'areYouThere') this.#post({ type: 'alive' })
    else this.#queue = this.#queue.then(() => this.#serve(message))
  }

  async #serve(request: Request & { id: number }) {
    const { id } = request
    try {
      this.#announce(request)
      const { done, ...reply } = await this.#do(request)
      if (done) done.then(() => this.#post({ type: 'done', id, ...reply }))
      else this.#post({ type: 'done', id, ...reply })
    } catch (error) {
      // A question changes nothing: whatever went wrong with it, the engine stands.
      const isHarmless = request.type === 'ask' || isMistake(error)
      const failure = failureOf(error)
      this.#post(isHarmless ? { type: 'refused', id, failure } : { type: 'crashed', failure })
    }
    this.#announce()
  }

  /** Tells how long the engine may be silent from now on. */
  #announce(request?: Request) {
    const seconds = patienceFor(this.bench, request)
    if (seconds === this.#busyTold) return
    this.#busyTold = seconds
    this.#post({ type: 'busy', seconds })
  }

  #do(request: Request): Reply | Promise<Reply> {
    switch (request.type) {
      case 'apply':
        return this.#apply(request)
      case 'ask':
        return this.#answer(request)
      case 'play':
        if (!this.runner.isRunning) this.runner.start(Infinity, this.bench.state.view.speed)
        return { update: { isRunning: true } }
      case 'pause':
        this.runner.stop()
        return { update: { ...this.#whole(), isRunning: false } }
      case 'step':
        return this.#run(request.count)
      case 'epoch':
        return this.#run(this.#stepsToEpoch(request.count))
      case 'reset':
        return this.#reset()
      case 'setParameter':
        return this.#setParameter(request)
      case 'rest':
        this.runner.rest(request.isResting)
        return {}
      case 'undo':
        return this.#travel((present, resume) => this.#moments.back(present, resume))
      case 'redo':
        return this.#travel((present, resume) => this.#moments.forth(present, resume))
    }
  }

  async #apply(request: Apply): Promise<Reply> {
    const { state, isFresh, edit } = request
    const before = edit && this.bench.state ? this.bench.capture() : null
    const { isOtherData, isOtherView } = await this.bench.apply(request)
    if (before && edit) this.#moments.keep(before, edit)
    if (isOtherView && !state.step) return { update: this.#sample() }
    if (isFresh) this.runner.stop()
    if (state.step) this.runner.start(state.step)
    else if (this.runner.speed !== state.view.speed) this.runner.setSpeed(state.view.speed)
    const data = isOtherData ? { data: this.bench.prepared.info } : {}
    return { update: { ...this.#whole(), ...data, isRunning: this.runner.isRunning } }
  }

  /** What answers is fetched with the first question: no step needs it. */
  async #answer({ question, details }: Ask): Promise<Reply> {
    const { answer } = await import('./questions.ts')
    return { answer: answer(this.bench, question, details) }
  }

  #reset(): Reply {
    this.runner.stop()
    this.#moments.keep(this.bench.capture(), 'reset')
    this.bench.reset()
    return { update: { ...this.#whole(), isRunning: false } }
  }

  #setParameter({ parameter, value, goesOn }: Extract<Request, { type: 'setParameter' }>): Reply {
    const before = goesOn ? null : this.bench.capture()
    this.bench.setParameter(parameter, value)
    if (before) this.#moments.keep(before, 'setParameter')
    else this.#moments.forgetUndone()
    return { update: this.#whole() }
  }

  /** Goes to a moment that was kept; nothing when there is none. */
  #travel(way: Moments['back']): Reply {
    const { info } = this.bench.prepared
    const isThere = way(
      () => this.bench.capture(),
      (moment) => {
        this.bench.resume(moment)
        this.runner.stop()
      },
    )
    if (!isThere) return {}
    const data = this.bench.prepared.info === info ? {} : { data: this.bench.prepared.info }
    return { update: { ...this.#whole(), ...data, state: this.bench.state, isRunning: false } }
  }

  /** @param count steps from here */
  #run(count: number): Reply {
    this.runner.stop()
    return { done: this.runner.start(this.bench.step + count) }
  }

  /** Steps to the end of the epoch, `count` times. */
  #stepsToEpoch(count: number) {
    const { rows, batch } = this.#sizes()
    const seen = Math.round((this.bench.trainer.epochs % 1) * rows)
    return Math.ceil((rows - seen) / batch) + (count - 1) * Math.ceil(rows / batch)
  }

  #sizes() {
    const { prepared, state } = this.bench
    const rows = prepared.train.X.shape[0]
    return { rows, batch: Math.min(state.training.batchSize || rows, rows) }
  }

  #rates() {
    const { rows, batch } = this.#sizes()
    const { rate } = this.runner
    return { stepsPerSecond: rate, samplesPerSecond: (rate * rows) / Math.ceil(rows / batch) }
  }

  /** All there is to see, of this very step. */
  #whole(): Update {
    const { frame, isEvaluated } = this.frames.take(true, this.#rates())
    const { first, isReplayable, run } = this.bench
    const isOtherFirst = first !== this.#firstTold
    this.#firstTold = first
    const { edits } = this.#moments
    return { frame: packFrame(frame), isEvaluated, isReplayable, run, edits, ...(isOtherFirst ? { first } : {}) }
  }

  /** Another sample on the neurons, all else as it was. */
  #sample(): Update {
    const { frame, isEvaluated } = this.frames.take(false, this.#rates(), true)
    return { frame: packFrame(frame), isEvaluated, isPartial: true }
  }

  /** One frame while training, unless the last was not seen yet or is too young. */
  #sendFrame() {
    const now = this.clock.now()
    if (this.#isFrameUnseen || now < this.#nextFrameAt - slack) return
    this.#nextFrameAt = Math.max(this.#nextFrameAt + frameTime, now)
    this.#isFrameUnseen = true
    this.#frameAt = now
    const { frame, isEvaluated } = this.frames.take(false, this.#rates())
    this.#post({ type: 'update', update: { frame: packFrame(frame), isEvaluated, isRunning: true } })
  }

  #post(message: FromWorker) {
    const frame = 'update' in message ? message.update?.frame : undefined
    this.port.postMessage(message, frame ? buffersOf(frame) : [])
  }
}
