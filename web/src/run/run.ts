import type { Parameter } from '../network/parameters.ts'
import type { Edit as LayerEdit } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import { type CostCurves, CostHistory } from './cost-history.ts'

/** What a training began with. `start`: its first weights, flat, where the seed does not make them. */
export type Origin = { state: State; start: Float64Array | null }

/** What can be done to a training besides taking steps. `origins`, `inputs`: see LayerEdit. */
export type Edit =
  | ({ do: 'apply'; state: State } & Partial<Pick<LayerEdit, 'origins' | 'inputs'>>)
  | { do: 'setParameter'; parameter: Parameter; value: number }

/** After so many of the edits of a training, and at that step. */
export type Moment = { edits: number; step: number }

/** A moment with all its numbers: training goes on from it, bit for bit. `parameters`: flat, as in `snapshot`. */
export type Checkpoint = Moment & {
  epoch: number
  parameters: Float64Array
  /** Of the trainer: weights, memory of the optimizer, generator, order of the rows, locks. */
  snapshot: Uint8Array
  /** The weights of step 0, and whether they were set by hand. */
  start: Float64Array
  isOwnStart: boolean
}

/** A run as it can be sent, without its checkpoints. */
export type PlainRun = {
  origin: Origin
  journal: Entry[]
  end: number
  history: CostCurves
  id: number
  parent: Branching | null
}

/** Where a run went a way of its own: the run that was left, by its number, and the step. */
export type Branching = { id: number; step: number }

/** An edit, and the step at which it was done. */
export type Entry = { step: number; edit: Edit }
type Begun = { origin: Origin }

/** Checkpoints of one run, and their bytes: few enough that keeping them takes hardly any of the time. */
const mostCheckpoints = 256
const mostBytes = 16e6

/**
 * One training, from step 0 on: how it began, what was done to it and when, moments to start again from, and its costs.
 * Origin and journal alone bring back every moment of it, bit for bit, because training is deterministic.
 */
export class Run {
  readonly origin: Origin
  /** Tells it from all others of its log. */
  readonly id: number
  readonly parent: Branching | null
  /** What was done, in order, each edit with the step at which it was done. */
  readonly journal: Entry[]
  readonly history: CostHistory
  /** The last step that was reached. */
  end: number
  /** In the order of the training: few, so that a long one takes no more memory than a short one. */
  #checkpoints: Checkpoint[] = []
  #gap = 1

  constructor({ origin, journal = [], end = 0, history, id = 0, parent = null }: Partial<PlainRun> & Begun) {
    this.origin = origin
    this.id = id
    this.parent = parent
    this.journal = journal
    this.end = end
    this.history = new CostHistory(history)
  }

  /** The same training up to a moment, to go on differently from there. @param id its number */
  fork({ edits, step }: Moment, id: number): Run {
    const history = this.history.until(step).lists
    const [journal, parent] = [this.journal.slice(0, edits), { id: this.id, step }]
    const fork = new Run({ origin: this.origin, journal, end: step, history, id, parent })
    fork.#checkpoints = this.until({ edits, step })
    fork.#gap = this.#gap
    return fork
  }

  /** What is looked at and how it is trained after so many edits. */
  stateAfter(edits: number): State {
    const last = this.journal.slice(0, edits).findLast(({ edit }) => edit.do === 'apply')?.edit
    return last?.do === 'apply' ? last.state : this.origin.state
  }

  /** The states that it was in up to a number of edits. */
  statesUntil(edits: number): State[] {
    const journal = this.journal.slice(0, edits)
    return [this.origin.state, ...journal.flatMap(({ edit }) => (edit.do === 'apply' ? [edit.state] : []))]
  }

  /** The moment of a step: after all that was done there. */
  momentOf(step: number): Moment {
    return { edits: this.journal.findLastIndex((entry) => entry.step <= step) + 1, step }
  }

  /** Whether steps of its own were taken: not only those that it has from the run that was left. */
  get hasOwnSteps(): boolean {
    return this.end > (this.parent?.step ?? 0)
  }

  /** Takes the last edit out of the journal. */
  dropLastEdit(): void {
    this.journal.pop()
    this.#checkpoints = this.#checkpoints.filter(({ edits }) => edits <= this.journal.length)
  }

  /** The checkpoints that are not after a moment. */
  until(moment: Moment): Checkpoint[] {
    return this.#checkpoints.slice(0, this.#countUntil(moment))
  }

  /** The last checkpoint that is not after a moment. */
  lastUntil(moment: Moment): Checkpoint | undefined {
    return this.#checkpoints[this.#countUntil(moment) - 1]
  }

  /** Whether a checkpoint would be kept, were there one of this moment. */
  isDue({ edits, step }: Moment): boolean {
    const last = this.lastUntil({ edits, step })
    return !last || last.edits < edits || step - last.step >= this.#gap
  }

  /** Keeps a checkpoint, in the place of one of the same moment. As they become many, those of steps are thinned. */
  keep(checkpoint: Checkpoint): void {
    const last = this.lastUntil(checkpoint)
    const isOfSameMoment = last !== undefined && !isAfter(checkpoint, last)
    const count = this.#countUntil(checkpoint) - Number(isOfSameMoment)
    this.#checkpoints.splice(count, Number(isOfSameMoment), checkpoint)
    while ((this.#checkpoints.length > mostCheckpoints || this.bytes > mostBytes) && this.#thin());
  }

  /** Gives all checkpoints up; the journal still brings every moment back. */
  forgetCheckpoints(): void {
    this.#checkpoints = []
  }

  /** Gives every second checkpoint up. @returns the bytes that are free now */
  thinCheckpoints(): number {
    const { bytes } = this
    if (!this.#thin()) this.forgetCheckpoints()
    return bytes - this.bytes
  }

  /** How many checkpoints there are. */
  get count(): number {
    return this.#checkpoints.length
  }

  /** What the checkpoints take. */
  get bytes(): number {
    return this.#checkpoints.reduce((sum, { snapshot, parameters }) => sum + snapshot.length + parameters.byteLength, 0)
  }

  #countUntil(moment: Moment): number {
    return this.#checkpoints.findLastIndex((checkpoint) => !isAfter(checkpoint, moment)) + 1
  }

  /** Drops every second one that training alone leads to from the one before. @returns whether there was one to drop */
  #thin(): boolean {
    const before = this.#checkpoints.length
    let isEven = false
    this.#checkpoints = this.#checkpoints.filter(({ edits }, i, all) => {
      isEven = all[i - 1]?.edits === edits && i < before - 1 && !isEven
      return !isEven
    })
    const [first, last] = [this.#checkpoints[0], this.#checkpoints.at(-1)]
    const spacing = first && last ? (last.step - first.step) / this.#checkpoints.length : 0
    this.#gap = Math.max(2 * this.#gap, spacing) // calls of a fast training are further apart than that gap
    return this.#checkpoints.length < before
  }

  toPlain(): PlainRun {
    const { origin, journal, end, history, id, parent } = this
    return { origin, journal, end, history: history.lists, id, parent }
  }
}

/** Whether a moment is later than another of the same run. */
const isAfter = (a: Moment, b: Moment) => a.edits > b.edits || (a.edits === b.edits && a.step > b.step)
