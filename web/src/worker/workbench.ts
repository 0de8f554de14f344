import { type Prepared, prepare } from '../data/prepare.ts'
import type { Table } from '../data/table-source.ts'
import type { Engine, Trainer } from '../engine/engine.ts'
import type { Parameter } from '../network/parameters.ts'
import { refuseValue } from '../network/refuse.ts'
import { LruMap } from '../session/lru-map.ts'
import type { Apply, Progress } from '../session/protocol.ts'
import { keepParameters, type Origin, unchanged } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import type { Moment } from './moments.ts'
import { ownSample } from './samples.ts'
import { Trail } from './trail.ts'

type Origins = Pick<Apply, 'origins' | 'inputs'>

/**
 * The engine's side of a state: its data made ready, its network, its training. A new state is taken whole or not at
 * all: everything new is made before anything old is given up.
 */
export class Workbench {
  engine: Engine
  loadTable: (name: string) => Promise<Table>
  /** Steps and epochs taken before the present trainer or data; the trainer counts its own. */
  #before = { step: 0, epoch: 0 }
  /** The weights of step 0. */
  #start: Float64Array = new Float64Array()
  /** They were set by hand: the seed does not make them. */
  #isOwnStart = false
  /** The ways of the weights since step 0, by run. */
  #trails: LruMap<Trail> = new LruMap(4, () => new Trail())
  /** Which training this is: each begins at step 0. */
  run = 0
  #runs = 0
  /** The state and the step count alone bring these weights back. */
  isReplayable = true
  // The three are there from the first apply on.
  state = null as unknown as State
  prepared = null as unknown as Prepared
  trainer = null as unknown as Trainer

  constructor(engine: Engine, loadTable: (name: string) => Promise<Table>) {
    this.engine = engine
    this.loadTable = loadTable
  }

  /** The weights of step 0 where they were set by hand, else null. */
  get first() {
    return this.#isOwnStart ? this.#start : null
  }

  /** The way of the weights since step 0. */
  get trail() {
    return this.#trails.of(this.run)
  }

  get step() {
    return this.#before.step + this.trainer.steps
  }

  get epoch() {
    return this.#before.epoch + this.trainer.epochs
  }

  /**
   * Takes over a state. Weights that can be kept are kept unless it `isFresh`; `progress` gives weights to go on from.
   * @returns `isOtherView`: nothing but the view has changed
   * @throws {TypeError | RangeError} then nothing has changed
   */
  async apply({ state, isFresh, progress, ...edit }: Apply): Promise<{ isOtherData: boolean; isOtherView: boolean }> {
    const before = this.state
    const isOtherData = !before || !isSame(before.data, state.data)
    const prepared = isOtherData ? await prepare(this.engine, state.data, this.loadTable) : this.prepared
    const rows = prepared.train.X.shape[0]
    if (state.view.row >= rows) refuseValue('view.row', `must be from 0 to ${rows - 1}`, state.view.row)
    if (isFresh || !this.trainer) this.#begin(state, prepared)
    else if (this.#isOtherNetwork(state, prepared, edit)) this.#rebuild(state, prepared, edit)
    else this.#adjust(state, prepared, isOtherData && !isSame(numbersOf(before.data), numbersOf(state.data)))
    this.state = state
    this.prepared = prepared
    if (progress) this.#goOnFrom(progress)
    this.#mark()
    return { isOtherData, isOtherView: !isFresh && before !== null && isSameWork(before, state) }
  }

  /** Takes steps. */
  train(count: number) {
    // The first steps are the longest: the trail has them all.
    const single = Math.min(count, Math.max(0, 64 - this.step))
    for (let i = 0; i < single; i++) {
      this.trainer.step(1)
      this.#mark()
    }
    if (count === single) return
    this.trainer.step(count - single)
    this.#mark()
  }

  /** Back to step 0 with the same first weights. */
  reset() {
    this.run = ++this.#runs
    this.trainer.reset()
    this.trainer.setParametersFlat(this.#start)
    this.#count(0, 0)
    this.isReplayable = true
    this.#mark()
  }

  /** All that brings this moment back. */
  capture(): Moment {
    const { state, prepared, step, epoch, isReplayable, run } = this
    const held = { start: this.#start, isOwnStart: this.#isOwnStart }
    return { state, prepared, step, epoch, isReplayable, run, ...held, snapshot: this.trainer.snapshot() }
  }

  /**
   * Goes to a captured moment.
   * @throws {TypeError | RangeError} then nothing has changed
   */
  resume({ state: then, prepared, step, epoch, isReplayable, run, start, isOwnStart, snapshot }: Moment) {
    const state = isSame(this.state.data, then.data) ? { ...then, view: viewOf(this.state, then) } : then
    this.#replaceTrainer(state, prepared, (trainer) => trainer.restore(snapshot))
    this.state = state
    this.prepared = prepared
    this.#startFrom(start, isOwnStart)
    this.#count(step, epoch)
    this.isReplayable = isReplayable
    this.run = run
    if (this.trail.isEmpty && step > 0) this.trail.add(0, start)
    this.#mark()
  }

  /**
   * Sets one weight or bias; at step 0 it becomes one of the first weights.
   * @throws {TypeError | RangeError}
   */
  setParameter(parameter: Parameter, value: number) {
    this.trainer.setParameter(parameter, value)
    if (this.step === 0) this.#startFrom(this.trainer.parametersFlat(), true)
    else this.isReplayable = false
    this.#mark()
  }

  dispose() {
    this.trainer?.delete()
  }

  /** A new trainer at step 0. */
  #begin(state: State, prepared: Prepared) {
    this.#replaceTrainer(state, prepared, (trainer) => {
      if (state.parameters) trainer.setParameters(state.parameters)
    })
    this.run = ++this.#runs
    this.#startFrom(this.trainer.parametersFlat(), state.parameters !== undefined)
    this.#count(0, 0)
    this.isReplayable = true
  }

  /** A new trainer with the weights that can be kept of the old one, at the same step. */
  #rebuild(state: State, prepared: Prepared, { origins = unchanged(state.network.layers).origins, inputs }: Origins) {
    const { step, epoch } = this
    const isUntouched = step === 0 && !this.#isOwnStart && !inputs && state.held.locked.length === 0
    if (isUntouched) return this.#begin({ ...state, parameters: undefined }, prepared)
    const before = this.trainer.parameters()
    this.#replaceTrainer(state, prepared, (trainer) => {
      this.#startFrom(trainer.parametersFlat(), false)
      trainer.setParameters(keepParameters(before, trainer.parameters(), origins, inputs ?? inputsOf(prepared)))
    })
    if (step === 0) this.#startFrom(this.trainer.parametersFlat(), true)
    this.#count(step, epoch)
    this.isReplayable = step === 0
  }

  /**
   * The same network: other settings, other data of the same shape.
   * @param isOtherData its numbers, not only its names
   */
  #adjust(state: State, prepared: Prepared, isOtherData: boolean) {
    const { step, epoch, trainer } = this
    const isOtherTraining = !isSame(this.state.training, state.training)
    if (isOtherTraining) trainer.configure(state.training)
    const isOtherHeld = !isSame(this.state.held, state.held)
    if (isOtherHeld) hold(trainer, state.held)
    try {
      requireOwn(trainer, state, prepared)
      if (isOtherData) setData(trainer, prepared)
    } catch (error) {
      if (isOtherTraining) trainer.configure(this.state.training)
      if (isOtherHeld) hold(trainer, this.state.held)
      throw error
    }
    if (isOtherData) this.#count(step, epoch)
    if (!isOtherData && !isOtherTraining && !isOtherHeld) return
    if (step === 0) this.reset()
    else this.isReplayable = false
  }

  #isOtherNetwork({ network }: State, prepared: Prepared, { origins, inputs }: Origins) {
    const present = unchanged(this.state.network.layers).origins
    return (
      !isSame(this.state.network, network) ||
      (origins && !isSame(origins, present)) ||
      !isSame(inputs ?? inputsOf(prepared), inputsOf(this.prepared))
    )
  }

  /** Makes a new trainer and puts it in the old one's place, which stays if anything fails. */
  #replaceTrainer(state: State, prepared: Prepared, finish: (trainer: Trainer) => void) {
    const { network, training } = state
    const trainer = this.engine.createTrainer({ inputs: prepared.info.featureNames.length, ...network, ...training })
    try {
      setData(trainer, prepared)
      hold(trainer, state.held)
      requireOwn(trainer, state, prepared)
      finish(trainer)
    } catch (error) {
      trainer.delete()
      throw error
    }
    this.trainer?.delete()
    this.trainer = trainer
  }

  #goOnFrom({ parameters, step, epoch }: Progress) {
    this.trainer.setParametersFlat(parameters)
    this.#count(step, epoch)
    this.isReplayable = false
  }

  /** Leaves a mark on the trail. */
  #mark() {
    if (this.trail.isDue(this.step)) this.trail.add(this.step, this.trainer.parametersFlat())
  }

  /** @param parameters the weights of step 0 */
  #startFrom(parameters: Float64Array, isOwn: boolean) {
    this.#start = parameters
    this.#isOwnStart = isOwn
  }

  /** Makes the counters stand at step and epoch now. */
  #count(step: number, epoch: number) {
    this.#before = { step: step - this.trainer.steps, epoch: epoch - this.trainer.epochs }
  }
}

/** Locks and mutes what is held, and nothing else. */
function hold(trainer: Trainer, { locked, muted }: State['held']) {
  trainer.mute(muted)
  trainer.unlock(trainer.locked())
  trainer.lock(locked)
}

/** The same data is looked at as before; a sample of one's own that may not suit another cost gives way. */
const viewOf = (now: State, then: State) =>
  now.training.cost === then.training.cost ? now.view : { ...now.view, own: then.view.own }

/** A sample of the reader's own must fit the data and the cost. */
function requireOwn(trainer: Trainer, { view: { own } }: State, prepared: Prepared) {
  if (!own) return
  const { X, Y } = ownSample(prepared, own)
  trainer.trace(X, Y)
}

const setData = (trainer: Trainer, { info, train, test }: Prepared) =>
  trainer.setData(train.X, train.Y, { testX: test.X, testY: test.Y, task: info.task })

/** The inputs of a network on this data, each where it is. */
const inputsOf = ({ info }: Prepared): Origin[] => info.featureNames.map((_, unit) => ({ layer: -1, unit }))

/** The data without the names that the reader has given to columns. */
const numbersOf = ({ table, ...data }: State['data']) =>
  table ? { ...data, rows: table.rows, inputs: table.inputs.length, outputs: table.outputs.length } : data

/** Whether two states differ at most in how they are looked at. */
const isSameWork = (a: State, b: State) => isSame({ ...a, view: null }, { ...b, view: null })

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
