import { dequal as isEqual } from 'dequal/lite'
import { type Prepared, prepare } from '../data/prepare.ts'
import { RowStore } from '../data/row-store.ts'
import type { Table } from '../data/table-source.ts'
import type { Engine, Trainer } from '../engine/engine.ts'
import type { Parameter } from '../network/parameters.ts'
import { refuseValue } from '../network/refuse.ts'
import type { Checkpoint, Edit, Origin } from '../run/run.ts'
import type { Revision } from '../session/protocol.ts'
import { keepParameters, type Origin as UnitOrigin, unchanged } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import { ownSample } from './samples.ts'

type Apply = Extract<Edit, { do: 'apply' }>
/** Of the units and of the inputs; absent = each is where it was. */
type Origins = Pick<Apply, 'origins' | 'inputs'>

/** Data that was made ready and may be needed again by undo. */
const mostPrepared = 4

/**
 * The engine's side of a state: its data made ready, its network, its training. What is done is done wholly or not at
 * all: everything new is made before anything old is given up.
 */
export class Workbench {
  readonly engine: Engine
  readonly loadTable: (name: string) => Promise<Table>
  /** Entered by hand. */
  readonly rows: RowStore
  /** Steps and epochs taken before the present trainer or data; the trainer counts its own. */
  #before = { step: 0, epoch: 0 }
  #start: Float64Array = new Float64Array()
  #isOwnStart = false
  /** The last used comes last. */
  #prepared: { data: State['data']; prepared: Prepared }[] = []
  /** Frames and answers carry it, to say what they are about. */
  revision: Revision = { data: 0, network: 0, training: 0, parameters: 0 }
  #revisions = 0
  // The three are there from the first state on.
  state!: State
  prepared!: Prepared
  trainer!: Trainer

  constructor(engine: Engine, loadTable: (name: string) => Promise<Table>, rows = new RowStore()) {
    this.engine = engine
    this.loadTable = loadTable
    this.rows = rows
  }

  /** Another on the same data: whatever is trained there, this one stays as it is. */
  beside(): Workbench {
    const other = new Workbench(this.engine, this.loadTable, this.rows)
    other.#prepared = this.#prepared
    return other
  }

  /** The weights of step 0 where they were set by hand, else null. */
  get first(): Float64Array | null {
    return this.#isOwnStart ? this.#start : null
  }

  get step(): number {
    return this.#before.step + this.trainer.steps
  }

  get epoch(): number {
    return this.#before.epoch + this.trainer.epochs
  }

  /**
   * Begins a training at step 0.
   * @throws {TypeError | RangeError} then nothing has changed, as with all that follows
   */
  async begin({ state, start }: Origin): Promise<void> {
    const prepared = await this.#prepare(state)
    this.#replaceTrainer(state, prepared, (trainer) => {
      if (start) trainer.setParametersFlat(start)
      else if (state.parameters) trainer.setParameters(state.parameters)
    })
    this.#startFrom(this.trainer.parametersFlat(), start !== null || state.parameters !== undefined)
    this.#count(0, 0)
    this.#hold(state, prepared)
  }

  async edit(edit: Edit): Promise<void> {
    if (edit.do === 'apply') await this.#apply(edit)
    else this.#setParameter(edit)
  }

  /** Its revisions have higher numbers from now on. */
  countRevisionsFrom(newest: number): void {
    this.#revisions = newest
  }

  /** Looks at the same training otherwise. */
  look(state: State): void {
    requireRow(state, this.prepared)
    requireOwn(this.trainer, state, this.prepared)
    this.state = state
  }

  train(count: number): void {
    this.trainer.step(count)
    this.#revise('parameters')
  }

  /** Back to step 0 with the same first weights. */
  reset(): void {
    this.trainer.reset()
    this.trainer.setParametersFlat(this.#start)
    this.#count(0, 0)
    this.#revise('parameters')
  }

  /** All numbers of this moment. */
  capture(): Omit<Checkpoint, 'edits'> {
    const { step, epoch, trainer } = this
    const numbers = { parameters: trainer.parametersFlat(), snapshot: trainer.snapshot() }
    return { step, epoch, ...numbers, start: this.#start, isOwnStart: this.#isOwnStart }
  }

  /** Goes to a moment that was captured. */
  async resume(then: State, { step, epoch, snapshot, start, isOwnStart }: Omit<Checkpoint, 'edits'>): Promise<void> {
    const state = this.state && isEqual(this.state.data, then.data) ? { ...then, view: viewOf(this.state, then) } : then
    const prepared = await this.#prepare(state)
    const isSame = prepared === this.prepared && isEqual(settingsOf(this.state), settingsOf(state))
    if (isSame) this.trainer.restore(snapshot)
    else this.#replaceTrainer(state, prepared, (trainer) => trainer.restore(snapshot))
    this.#startFrom(start, isOwnStart)
    this.#count(step, epoch)
    this.#hold(state, prepared)
  }

  dispose(): void {
    this.trainer?.delete()
  }

  /** Weights that can be kept are kept. */
  async #apply({ state, ...edit }: Apply): Promise<void> {
    const prepared = await this.#prepare(state)
    if (this.#isOtherNetwork(state, prepared, edit)) this.#rebuild(state, prepared, edit)
    else this.#adjust(state, prepared)
    this.#hold(state, prepared)
  }

  /** Sets one weight or bias; at step 0 it becomes one of the first weights. */
  #setParameter({ parameter, value }: { parameter: Parameter; value: number }): void {
    this.trainer.setParameter(parameter, value)
    if (this.step === 0) this.#startFrom(this.trainer.parametersFlat(), true)
    this.#revise('parameters')
  }

  /** A new trainer with the weights that can be kept of the old one, at the same step. */
  #rebuild(
    state: State,
    prepared: Prepared,
    { origins = unchanged(state.network.layers).origins, inputs }: Origins,
  ): void {
    const { step, epoch } = this
    const isUntouched = step === 0 && !this.#isOwnStart && !inputs && state.held.locked.length === 0
    const before = this.trainer.parameters()
    this.#replaceTrainer(state, prepared, (trainer) => {
      this.#startFrom(trainer.parametersFlat(), false)
      if (isUntouched) return
      trainer.setParameters(keepParameters(before, trainer.parameters(), origins, inputs ?? inputsOf(prepared)))
    })
    if (step === 0 && !isUntouched) this.#startFrom(this.trainer.parametersFlat(), true)
    this.#count(step, epoch)
  }

  /** The same network: other settings, other data of the same shape. At step 0 that is another beginning. */
  #adjust(state: State, prepared: Prepared): void {
    const { step, epoch, trainer } = this
    const isOtherTraining = !isEqual(this.state.training, state.training)
    const isOtherHeld = !isEqual(this.state.held, state.held)
    const isOtherData = !isEqual(numbersOf(this.state.data), numbersOf(state.data))
    if (isOtherTraining) trainer.configure(state.training)
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
    if (step === 0 && (isOtherData || isOtherTraining || isOtherHeld)) this.reset()
  }

  #isOtherNetwork({ network }: State, prepared: Prepared, { origins, inputs }: Origins): boolean {
    const present = unchanged(this.state.network.layers).origins
    return (
      !isEqual(this.state.network, network) ||
      (origins !== undefined && !isEqual(origins, present)) ||
      !isEqual(inputs ?? inputsOf(prepared), inputsOf(this.prepared))
    )
  }

  /** Makes a new trainer and puts it in the old one's place, which stays if anything fails. */
  #replaceTrainer(state: State, prepared: Prepared, finish: (trainer: Trainer) => void): void {
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

  /** The data of a state made ready. @throws {TypeError | RangeError} also when the row that is looked at is not there */
  async #prepare(state: State): Promise<Prepared> {
    const { data } = state
    const at = this.#prepared.findIndex((one) => isEqual(one.data, data))
    const [one = { data, prepared: await prepare(this.engine, data, this.loadTable, this.rows) }] =
      at < 0 ? [] : this.#prepared.splice(at, 1)
    this.#prepared.push(one)
    if (this.#prepared.length > mostPrepared) this.#prepared.shift()
    requireRow(state, one.prepared)
    return one.prepared
  }

  /** The state that is in force from now on, with new numbers for what is new. */
  #hold(state: State, prepared: Prepared): void {
    const { state: before } = this
    if (prepared !== this.prepared) this.#revise('data')
    if (!before || !isEqual(before.network, state.network)) this.#revise('network')
    if (!before || !isEqual([before.training, before.held], [state.training, state.held])) this.#revise('training')
    this.#revise('parameters')
    this.state = state
    this.prepared = prepared
  }

  #revise(thing: keyof Revision): void {
    this.revision = { ...this.revision, [thing]: ++this.#revisions }
  }

  #startFrom(parameters: Float64Array, isOwn: boolean): void {
    this.#start = parameters
    this.#isOwnStart = isOwn
  }

  /** Makes the counters stand at step and epoch now. */
  #count(step: number, epoch: number): void {
    this.#before = { step: step - this.trainer.steps, epoch: epoch - this.trainer.epochs }
  }
}

/** Locks and mutes what is held, and nothing else. */
function hold(trainer: Trainer, { locked, muted }: State['held']): void {
  trainer.mute(muted)
  trainer.unlock(trainer.locked())
  trainer.lock(locked)
}

/** What a trainer is made of, besides its data. */
const settingsOf = ({ network, training, held }: State) => [network, training, held]

/** The same data is looked at as before; a sample of one's own that may not suit another cost gives way. */
const viewOf = (now: State, then: State): State['view'] =>
  now.training.cost === then.training.cost ? now.view : { ...now.view, own: then.view.own }

function requireRow({ view: { row } }: State, { train }: Prepared): void {
  const rows = train.X.shape[0]
  if (row >= rows) refuseValue('between', 'view.row', row, { minimum: 0, maximum: rows - 1 })
}

/** A sample of the reader's own must fit the data and the cost. */
function requireOwn(trainer: Trainer, { view: { own } }: State, prepared: Prepared): void {
  if (!own) return
  const { X, Y } = ownSample(prepared, own)
  trainer.trace(X, Y)
}

const setData = (trainer: Trainer, { info, train, test }: Prepared) =>
  trainer.setData(train.X, train.Y, { testX: test.X, testY: test.Y, task: info.task })

/** The inputs of a network on this data, each where it is. */
const inputsOf = ({ info }: Prepared): UnitOrigin[] => info.featureNames.map((_, unit) => ({ layer: -1, unit }))

/** The data without the names that the reader has given to columns. */
const numbersOf = ({ table, ...data }: State['data']) =>
  table ? { ...data, rows: table.rows, inputs: table.inputs.length, outputs: table.outputs.length } : data
