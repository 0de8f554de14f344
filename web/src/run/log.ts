import type { State } from '../state/state.ts'
import { type Edit, type Moment, type Origin, type PlainRun, Run } from './run.ts'

/** A moment of one of the runs. */
export type Position = Moment & { run: Run }

/** A moment before an edit, or one that was undone; and the command that led away from it. */
type Visited = { position: Position; name: string }

/** What is done at a step. `name`: of the command, for undo; null: it cannot be undone by itself. */
export type Deed = { step: number } & (
  | { do: 'begin'; origin: Origin; name: string | null }
  | { do: 'edit'; edit: Edit; name: string | null; replacesLast: boolean }
  | { do: 'undo' }
  | { do: 'redo' }
)

/** A log as it can be sent; a number stands for the run. */
export type PlainLog = { runs: PlainRun[]; present: PlainPosition; past: PlainVisited[]; future: PlainVisited[] }
type PlainPosition = Moment & { run: number }
type PlainVisited = { position: PlainPosition; name: string }

/** Moments to which undo leads. */
const mostPast = 200

/** Bytes of checkpoints of all runs. */
const mostBytes = 64e6

/**
 * All runs since the page was opened, and the way through them: what can be undone and done again. Going back loses
 * nothing: what is undone, the steps taken since the edit included, stays until another edit takes its place.
 *
 * The worker's has checkpoints; the session repeats it from the deeds it is told of, so that another worker can go on.
 */
export class Log {
  /** Where the training is; there from the first `begin` on. */
  present!: Position
  /** How it came there last: by an edit = null. */
  way: 'undo' | 'redo' | null = null
  #past: Visited[] = []
  #future: Visited[] = []

  /** The moment that undo leads to, and redo. */
  get before(): Position | undefined {
    return this.#past.at(-1)?.position
  }
  get undone(): Position | undefined {
    return this.#future.at(-1)?.position
  }

  /** The commands that would be undone and done again; null: none. */
  get edits(): { undo: string | null; redo: string | null } {
    return { undo: this.#past.at(-1)?.name ?? null, redo: this.#future.at(-1)?.name ?? null }
  }

  /** The costs on the way to the present. */
  get history() {
    const { run, step } = this.present
    return step < run.end ? run.history.until(step).lists : run.history.lists
  }

  /** Whether what the run began with and the number of steps alone lead to the present. */
  get isReplayable(): boolean {
    const { run, edits } = this.present
    return run.journal.slice(0, edits).every(({ step }) => step === 0)
  }

  /** Takes down what is done. */
  note(deed: Deed): void {
    if (this.present) this.train(deed.step)
    this.way = deed.do === 'undo' || deed.do === 'redo' ? deed.do : null
    if (deed.do === 'begin') this.#begin(deed)
    else if (deed.do === 'edit') this.#edit(deed)
    else if (deed.do === 'undo') this.#travel(this.#past, this.#future)
    else this.#travel(this.#future, this.#past)
  }

  /** Takes down that steps were taken. @param step where it is now */
  train(step: number): void {
    if (step === this.present.step) return
    this.#takeOwnWay()
    this.present.step = this.present.run.end = step
  }

  #begin({ origin, name }: Extract<Deed, { do: 'begin' }>): void {
    this.#keepPresent(name)
    this.present = { run: new Run({ origin }), edits: 0, step: 0 }
  }

  #edit({ edit, name, replacesLast }: Extract<Deed, { do: 'edit' }>): void {
    this.#keepPresent(name)
    this.#takeOwnWay()
    const { run, step } = this.present
    if (replacesLast) run.dropLastEdit()
    run.journal.push({ step, edit })
    this.present.edits = run.journal.length
  }

  /** The present can be come back to; what had been undone cannot any more. */
  #keepPresent(name: string | null): void {
    this.#future = []
    if (name === null) return
    this.#past.push({ name, position: { ...this.present } })
    if (this.#past.length > mostPast) this.#past.shift()
    this.#makeRoom()
  }

  /** From here on it is another run where one went on from here already. */
  #takeOwnWay(): void {
    const { run, edits, step } = this.present
    if (edits < run.journal.length || step < run.end) this.present.run = run.fork(this.present)
  }

  #travel(from: Visited[], to: Visited[]): void {
    const visited = from.pop()
    if (!visited) return
    to.push({ name: visited.name, position: this.present })
    this.present = { ...visited.position }
  }

  /** The runs that can be come to, those left longest ago first. */
  get #runs(): Run[] {
    return [...new Set(this.#positions.map(({ run }) => run))]
  }

  get #positions(): Position[] {
    return [...[...this.#past, ...this.#future].map(({ position }) => position), this.present]
  }

  /** The states that can be come to, and those on the way there. */
  get states(): State[] {
    const edits: Map<Run, number> = new Map()
    for (const position of this.#positions)
      edits.set(position.run, Math.max(position.edits, edits.get(position.run) ?? 0))
    return [...edits].flatMap(([run, most]) => run.statesUntil(most))
  }

  /** Gives up the checkpoints of the runs that were left longest ago. */
  #makeRoom(): void {
    let bytes = this.#runs.reduce((sum, run) => sum + run.bytes, 0)
    for (const run of this.#runs.slice(0, -1)) if (bytes > mostBytes) bytes -= run.forgetCheckpoints()
  }

  toPlain(): PlainLog {
    const runs = this.#runs
    const plainPosition = ({ run, ...moment }: Position) => ({ ...moment, run: runs.indexOf(run) })
    const plainVisited = ({ position, name }: Visited) => ({ position: plainPosition(position), name })
    return {
      runs: runs.map((run) => run.toPlain()),
      present: plainPosition(this.present),
      past: this.#past.map(plainVisited),
      future: this.#future.map(plainVisited),
    }
  }

  static from({ runs: plain, present, past, future }: PlainLog): Log {
    const runs = plain.map((run) => new Run(run))
    const position = ({ run, ...moment }: PlainPosition) => ({ ...moment, run: runs[run] })
    const visited = (one: PlainVisited) => ({ position: position(one.position), name: one.name })
    const log = new Log()
    log.present = position(present)
    log.#past = past.map(visited)
    log.#future = future.map(visited)
    return log
  }
}
