import type { DataInfo } from '../data/prepare.ts'
import type { Table } from '../data/table-source.ts'
import type { Engine } from '../engine/engine.ts'
import { Log } from '../run/log.ts'
import { buffersOf, packFrame } from '../session/frame.ts'
import {
  type Answered,
  type Apply,
  type Ask,
  type FromWorker,
  failureOf,
  type GoOn,
  type Port,
  type Request,
  type ToWorker,
  type Update,
} from '../session/protocol.ts'
import { rowIdsIn } from '../state/border.ts'
import type { State } from '../state/state.ts'
import { FrameMaker } from './frame-maker.ts'
import { FrameTimes } from './frame-times.ts'
import { patienceFor } from './patience.ts'
import { Recorder } from './recorder.ts'
import { type Clock, Runner } from './runner.ts'
import type { Stopper } from './stopper.ts'
import { Workbench } from './workbench.ts'

/**
 * The worker's side of the conversation: does what the session asks, one request after the other, and sends frames
 * while it trains, the next only when the last was seen.
 */

/** Sent when `done`, if there is such a promise. */
interface Reply {
  update?: Update
  answered?: Answered
  done?: Promise<void>
}

/** Milliseconds of training that may go by after a frame that nobody has seen: so much is lost with this worker. */
const mostUnseen = 100
/** Milliseconds from one checkpoint for the session to the next, and bytes of the largest. */
const checkpointTime = 1000
const largestCheckpoint = 4e6

export class Service {
  port: Port
  clock: Clock
  bench: Workbench
  recorder: Recorder
  frames: FrameMaker
  runner: Runner
  #isFrameUnseen = false
  #frameAt = 0
  readonly #frameTimes = new FrameTimes()
  /** Seconds of silence that were announced last. */
  #busyTold = 0
  #nextCheckpointAt = 0
  #firstTold: Float64Array | null = null
  /** There once there was a rule by which playing stops. */
  #stopper: Stopper | null = null
  /** Requests wait for one another: data may have to be fetched. */
  #queue = Promise.resolve()

  constructor(port: Port, engine: Engine, loadTable: (name: string) => Promise<Table>, clock: Clock) {
    this.port = port
    this.clock = clock
    this.bench = new Workbench(engine, loadTable)
    this.recorder = new Recorder(this.bench, () => new Promise((resolve) => clock.soon(resolve)), clock.now)
    this.frames = new FrameMaker(this.bench, clock.now)
    this.runner = new Runner(
      {
        step: () => this.bench.step,
        take: (count) => (this.#stopper ?? this.recorder).train(count),
        hasEnded: () => this.bench.trainer.hasDiverged() || this.#isStopped,
        afterSlice: () => this.#sendFrame(),
        mustWait: () => this.#isFrameUnseen && this.clock.now() - this.#frameAt > mostUnseen,
        onStop: () =>
          this.#post({ type: 'update', update: { ...this.#whole(), ...this.#stopper?.told, isRunning: false } }),
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
    if (message.type === 'seen') this.#hearSeen(message.spare)
    else if (message.type === 'rows') this.bench.rows.put(message.id, message.rows)
    else if (message.type === 'areYouThere') this.#post({ type: 'alive' })
    else this.#queue = this.#queue.then(() => this.#serve(message))
  }

  #hearSeen(spare: Float32Array | null) {
    this.#isFrameUnseen = false
    this.frames.spare = spare ?? this.frames.spare
  }

  async #serve(request: Request & { id: number }) {
    const { id } = request
    try {
      this.#announce(request)
      const { done, ...reply } = await this.#do(request)
      if (done) done.then(() => this.#post({ type: 'done', id, ...reply }))
      else this.#post({ type: 'done', id, ...reply })
    } catch (error) {
      const failure = failureOf(error)
      // A question changes nothing: whatever went wrong with it, the engine stands.
      if (request.type === 'ask') this.#post({ type: 'done', id, answered: { revision: this.bench.revision, failure } })
      else this.#post(failure.refusal ? { type: 'refused', id, failure } : { type: 'crashed', failure })
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
      case 'goOn':
        return this.#goOn(request)
      case 'ask':
        return this.#answer(request)
      case 'play':
        if (!this.runner.isRunning) {
          this.#stopper?.begin()
          this.runner.start(Infinity, this.bench.state.view.speed, request.isSlowAtFirst)
        }
        return { update: { isRunning: true } }
      case 'pause':
        this.runner.stop()
        return { update: { ...this.#whole(), isRunning: false } }
      case 'step':
        return this.#run(() => request.count)
      case 'epoch':
        return this.#run((ahead) => this.#stepsToEpoch(request.count, ahead))
      case 'reset':
        return this.#reset()
      case 'setParameter':
        return this.#setParameter(request)
      case 'rest':
        this.runner.rest(request.isResting)
        return {}
      case 'undo':
      case 'redo':
        return this.#travel(() => this.recorder.travel(request.type))
      case 'goTo':
        return this.#travel(() => this.recorder.goTo(request.run, request.step))
    }
  }

  async #apply({ state, isFresh, origins, inputs, name }: Apply): Promise<Reply> {
    const { recorder, runner } = this
    const dataBefore = this.bench.revision.data
    await this.#heedStop(state.stop)
    if (isFresh) await recorder.begin({ state, start: null }, name ?? null)
    else if (name) await recorder.edit({ do: 'apply', state, origins, inputs }, name)
    else return this.#look(state)
    this.#forgetRows()
    if (isFresh) runner.stop()
    if (state.step) runner.start(state.step)
    return { update: { ...this.#whole(), ...this.#dataSince(dataBefore), isRunning: runner.isRunning } }
  }

  /** Of rows entered by hand, those stay that can be come to. */
  #forgetRows() {
    this.bench.rows.keep(rowIdsIn(this.recorder.log.states))
  }

  /** The same training, looked at otherwise. */
  #look(state: State): Reply {
    this.bench.look(state)
    if (this.runner.speed !== state.view.speed) this.runner.setSpeed(state.view.speed)
    return { update: this.#sample() }
  }

  async #goOn({ log, checkpoint, view, stop, newest }: GoOn): Promise<Reply> {
    await this.#heedStop(stop)
    this.bench.countRevisionsFrom(newest)
    await this.recorder.goOn(Log.from(log), checkpoint)
    this.#forgetRows()
    const { state, prepared } = this.bench
    this.bench.look({ ...state, view })
    return { update: { ...this.#whole(), data: toldOf(prepared.info), isRunning: false } }
  }

  /** What looks at the rules is fetched with the first. */
  async #heedStop(stop: State['stop']) {
    if (stop && !this.#stopper) {
      const { Stopper } = await import('./stopper.ts')
      this.#stopper = new Stopper(
        this.recorder,
        () => this.#stepsToEpoch(1, 0),
        () => this.runner.end === null,
      )
    }
    if (this.#stopper) this.#stopper.stop = stop ?? {}
  }

  /** Whether a rule has ended what would play for ever. */
  get #isStopped() {
    return this.runner.end === null && (this.#stopper?.isMet ?? false)
  }

  /** What answers is fetched with the first question: no step needs it. */
  async #answer({ question, details }: Ask): Promise<Reply> {
    const { answer } = await import('./questions.ts')
    const { revision } = this.bench
    return { answered: { revision, answer: await answer(this.recorder, question, details, this.#frameOf) } }
  }

  /** Of what is trained beside. */
  #frameOf = (bench: Workbench) => packFrame(new FrameMaker(bench, this.clock.now).take(true, this.#rates()).frame)

  #reset(): Reply {
    this.runner.stop()
    this.recorder.reset()
    return { update: { ...this.#whole(), isRunning: false } }
  }

  async #setParameter({ type, goesOn, ...edit }: Extract<Request, { type: 'setParameter' }>): Promise<Reply> {
    await this.recorder.edit({ do: type, ...edit }, type, goesOn)
    return { update: this.#whole() }
  }

  /** Goes to another moment; nothing when there is none. */
  async #travel(go: () => Promise<unknown>): Promise<Reply> {
    const dataBefore = this.bench.revision.data
    this.runner.stop()
    if ((await go()) === false) return {}
    const { state } = this.bench
    return { update: { ...this.#whole(), ...this.#dataSince(dataBefore), state, isRunning: false } }
  }

  /** What is known of the data, where it is other data. */
  #dataSince(revision: number) {
    return this.bench.revision.data === revision ? {} : { data: toldOf(this.bench.prepared.info) }
  }

  /** Steps after those that are under way. @param count how many, told how many those are */
  #run(count: (ahead: number) => number): Reply {
    const { bench, runner } = this
    const { end } = runner
    if (end !== null) return { done: runner.goOnUntil(end + count(end - bench.step)) }
    runner.stop()
    return { done: runner.start(bench.step + count(0)) }
  }

  /** Steps to the end of the epoch, `count` times. @param ahead from so many steps after this one */
  #stepsToEpoch(count: number, ahead: number) {
    const { rows, batch } = this.#sizes()
    const seen = Math.round((this.bench.trainer.epochs % 1) * rows)
    const all = Math.ceil(rows / batch)
    const toFirst = Math.ceil((rows - seen) / batch)
    const toNext = ahead < toFirst ? toFirst - ahead : all - ((ahead - toFirst) % all)
    return toNext + (count - 1) * all
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
    const { first } = this.bench
    const isOtherFirst = first !== this.#firstTold
    this.#firstTold = first
    return { ...this.#frame(true, true), ...this.#checkpoint(), ...(isOtherFirst ? { first } : {}) }
  }

  /** Another sample on the neurons, all else as it was. */
  #sample(): Update {
    return { ...this.#frame(false, true), isPartial: true }
  }

  /** A frame and what was done until then. */
  #frame(isWhole: boolean, isOtherSample: boolean): Update {
    const { frame, isEvaluated } = this.frames.take(isWhole, this.#rates(), isOtherSample)
    const { revision } = this.bench
    return { deeds: this.recorder.takeDeeds(), frame: packFrame(frame), revision, isEvaluated }
  }

  /** What the session needs to go on from here with another worker, should this one be lost. */
  #checkpoint(): Update {
    this.#nextCheckpointAt = this.clock.now() + checkpointTime
    const checkpoint = this.recorder.checkpoint()
    return checkpoint.snapshot.length > largestCheckpoint ? {} : { checkpoint }
  }

  /** One frame while training, unless the last was not seen yet or is too young. */
  #sendFrame() {
    const now = this.clock.now()
    if (this.#isFrameUnseen || !this.#frameTimes.isDue(now)) return
    this.#isFrameUnseen = true
    this.#frameAt = now
    const checkpoint = now < this.#nextCheckpointAt ? {} : this.#checkpoint()
    this.#post({ type: 'update', update: { ...this.#frame(false, false), ...checkpoint, isRunning: true } })
    this.#frameTimes.took(now, this.clock.now())
  }

  #post(message: FromWorker) {
    const { frame, data } = ('update' in message && message.update) || {}
    const rows = data ? [data.train, data.test].flatMap(({ X, Y }) => [X.data.buffer, Y.data.buffer]) : []
    this.port.postMessage(message, [...(frame ? buffersOf(frame) : []), ...(rows as ArrayBuffer[])])
  }
}

/** With copies of its rows, to be handed over: the page has no work with them then. */
const toldOf = ({ train, test, ...facts }: DataInfo): DataInfo => ({
  ...facts,
  train: copyOf(train),
  test: copyOf(test),
})

const copyOf = ({ X, Y }: DataInfo['train']) => ({
  X: { ...X, data: X.data.slice() },
  Y: { ...Y, data: Y.data.slice() },
})
