import { isSameParameter } from '../network/parameters.ts'
import { refuseValue } from '../network/refuse.ts'
import { type Deed, Log, type Position } from '../run/log.ts'
import type { Checkpoint, Edit, Origin, Run } from '../run/run.ts'
import type { State } from '../state/state.ts'
import type { Workbench } from './workbench.ts'

/** Steps from 0 on of which each may have a checkpoint: the weights move most then. */
const mostSingle = 64
/** Milliseconds at a time on the way to a moment, at most; between them the page is answered. Steps of the first time. */
const breath = 8
const replayedFirst = 64

/**
 * Does to the workbench what is asked, and takes it down in the log, so that every moment can be come back to.
 */
export class Recorder {
  readonly bench: Workbench
  log = new Log()
  /** Milliseconds of training of each run. */
  readonly times: WeakMap<Run, number> = new WeakMap()
  /** Lets messages through. */
  readonly breathe: () => Promise<void>
  /** Milliseconds. */
  readonly now: () => number
  #untold: Deed[] = []

  constructor(bench: Workbench, breathe: () => Promise<void>, now = () => 0) {
    this.bench = bench
    this.breathe = breathe
    this.now = now
  }

  /** What was done since it was last told. */
  takeDeeds(): Deed[] {
    return this.#untold.splice(0)
  }

  /** @param name of the command, for undo; null: it cannot be undone */
  async begin(origin: Origin, name: string | null): Promise<void> {
    this.#keep()
    const { step = 0 } = this.log.present ?? {}
    await this.bench.begin(origin)
    this.#beginRun(step, name)
  }

  /** Back to step 0, which begins a run. */
  reset(): void {
    this.#keep()
    const { step } = this.log.present
    this.bench.reset()
    this.#beginRun(step, 'reset')
  }

  /** `goesOn`: it goes on with the edit before it, as a dial does that is turned. */
  async edit(edit: Edit, name: string, goesOn = false): Promise<void> {
    this.#keep()
    const { step } = this.log.present
    await this.bench.edit(edit)
    const isNew = !goesOn || this.log.way !== null
    this.#note({ do: 'edit', step, edit, name: isNew ? name : null, replacesLast: !isNew && this.#repeatsLast(edit) })
    this.#mark()
  }

  train(count: number): void {
    const { bench, now } = this
    const begin = now()
    const single = Math.min(count, Math.max(0, mostSingle - bench.step))
    for (let i = 0; i < single; i++) this.#train(1)
    if (count > single) this.#train(count - single)
    const { run } = this.log.present
    this.times.set(run, (this.times.get(run) ?? 0) + now() - begin)
  }

  /** Goes to the moment before the last edit, or to the one that was undone last. @returns whether there is one */
  async travel(way: 'undo' | 'redo'): Promise<boolean> {
    const to = way === 'undo' ? this.log.before : this.log.undone
    if (!to) return false
    await this.#leaveFor(to.position, { do: way, step: this.log.present.step })
    return true
  }

  /**
   * Goes to a step of a run, after all that was done there.
   * @param id of the run, the present one without it
   * @param step the last one without it
   * @throws {RangeError} when there is no such moment
   */
  async goTo(id?: number, step?: number): Promise<void> {
    const { runs, present } = this.log
    const run = id === undefined ? present.run : runs.find((other) => other.id === id)
    if (!run) refuseValue('choice', 'run', id, { names: runs.map((other) => other.id).join(', ') })
    const { end } = run
    const at = step ?? end
    if (!(Number.isInteger(at) && at >= 0 && at <= end)) refuseValue('whole', 'step', at, { minimum: 0, maximum: end })
    const moment = run.momentOf(at)
    const to = { ...moment, run: run.id }
    await this.#leaveFor({ ...moment, run }, { do: 'goTo', step: present.step, to })
  }

  /** Goes to another moment, or stays where it is when that fails. @param deed by which it is gone to */
  async #leaveFor(to: Position, deed: Deed): Promise<void> {
    this.#keep()
    const { state } = this.bench
    const here = this.checkpoint()
    try {
      await this.#replay(to)
    } catch (error) {
      await this.bench.resume(state, here)
      throw error
    }
    this.#note(deed)
    this.#mark()
  }

  /** Goes on with the log of another worker from its present; `checkpoint`: one on the way there. */
  async goOn(log: Log, checkpoint: Checkpoint | null): Promise<void> {
    if (checkpoint) log.present.run.keep(checkpoint)
    await this.#replay(log.present)
    this.log = log
    this.#mark()
  }

  /** A checkpoint of the present: the one that is kept, where there is one. */
  checkpoint(): Checkpoint {
    const { run, edits, step } = this.log.present
    const last = run.lastUntil({ edits, step })
    return last?.edits === edits && last.step === step ? last : { ...this.bench.capture(), edits }
  }

  /**
   * The weights on the way to the present, as many moments as there are checkpoints of this network.
   * @param id of another run: to its end
   */
  trail(places: number[], id?: number): { step: number[]; values: number[][] } {
    const { present, runs } = this.log
    const left = runs.find((run) => run.id === id && run !== present.run)
    const all = left ? left.until(left.momentOf(left.end)) : present.run.until(present)
    const length = left ? all.at(-1)?.parameters.length : this.bench.trainer.parametersFlat().length
    const other = all.findLastIndex(({ parameters }) => parameters.length !== length)
    const marks = all.slice(other + 1).filter(({ step }, i, { [i + 1]: next }) => next?.step !== step)
    return {
      step: marks.map(({ step }) => step),
      values: places.map((place) => marks.map(({ parameters }) => parameters[place])),
    }
  }

  #beginRun(step: number, name: string | null): void {
    const { state, first } = this.bench
    const { parameters, step: _, ...lasting } = state
    this.#note({ do: 'begin', step, origin: { state: lasting as State, start: first }, name })
    this.#mark()
  }

  #train(count: number): void {
    this.bench.train(count)
    this.log.train(this.bench.step)
    this.#mark()
  }

  /** Brings the bench to a moment: from the last checkpoint before it, or from the beginning. */
  async #replay({ run, edits, step }: Position): Promise<void> {
    const { bench } = this
    const from = run.lastUntil({ edits, step })
    await (from ? bench.resume(run.stateAfter(from.edits), from) : bench.begin(run.origin))
    for (const entry of run.journal.slice(from?.edits ?? 0, edits)) {
      await this.#trainTo(entry.step)
      await bench.edit(entry.edit)
    }
    await this.#trainTo(step)
  }

  async #trainTo(step: number): Promise<void> {
    const { bench, now } = this
    for (let count = replayedFirst; bench.step < step && !bench.trainer.hasDiverged(); ) {
      const begin = now()
      bench.train(Math.min(count, step - bench.step))
      count = now() - begin < breath / 2 ? 2 * count : Math.max(1, count >> 1)
      await this.breathe()
    }
  }

  #note(deed: Deed): void {
    this.log.note(deed)
    this.#untold.push(deed)
  }

  /** Keeps a checkpoint of the present where one is due. */
  #mark(): void {
    const { present } = this.log
    if (present.run.isDue(present)) this.#keep()
  }

  /** Keeps a checkpoint of the present. */
  #keep(): void {
    if (this.log.present) this.log.present.run.keep(this.checkpoint())
  }

  /** Whether an edit sets the very parameter that the last one has set, at the same step. */
  #repeatsLast(edit: Edit): boolean {
    const { run, edits, step } = this.log.present
    const last = run.journal[edits - 1]
    if (edit.do !== 'setParameter' || last?.edit.do !== 'setParameter' || last.step !== step) return false
    return isSameParameter(edit.parameter, last.edit.parameter)
  }
}
