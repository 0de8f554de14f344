import type { State } from '../state/state.ts'
import type { CostPoint } from './cost-history.ts'
import { type Edit, type Moment, type Origin, type PlainRun, Run } from './run.ts'

/** A moment of one of the runs. */
export type Position = Moment & { run: Run }

/**
 * A moment to which undo or redo leads; the command that led away from it, and the moments before and after what that
 * did.
 */
type Visited = { position: Position; name: string; before: Position; after: Position }

/** What is done at a step. `name`: of the command, for undo; null: it cannot be undone by itself. */
export type Deed = { step: number } & (
  | { do: 'begin'; origin: Origin; name: string | null }
  | { do: 'edit'; edit: Edit; name: string | null; replacesLast: boolean }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'goTo'; to: PlainPosition }
)

/** A log as it can be sent; a number stands for the run. */
export type PlainLog = {
  runs: PlainRun[]
  present: PlainPosition
  past: PlainVisited[]
  future: PlainVisited[]
  branches: number[]
  count: number
}
type PlainPosition = Moment & { run: number }
type PlainVisited = Record<'position' | 'before' | 'after', PlainPosition> & { name: string }

/** Moments to which undo leads, and runs that were left and can be gone to. */
const mostPast = 200
const mostBranches = 16

/** Bytes of checkpoints of the runs that were left; the present one's come on top. */
const mostBytes = 48e6

/**
 * All runs since the page was opened, and the way through them: what can be undone and done again. Going back loses
 * nothing: what is undone, the steps taken since the edit included, stays until another edit takes its place; and a run
 * that is left for another way can be gone to as long as there is room.
 *
 * The worker's has checkpoints; the session repeats it from the deeds it is told of, so that another worker can go on.
 */
export class Log {
  /** Where the training is; there from the first `begin` on. */
  present!: Position
  /** How it came there last: by an edit = null. */
  way: 'undo' | 'redo' | 'goTo' | null = null
  #past: Visited[] = []
  #future: Visited[] = []
  /** Those that were left, with steps of their own, longest ago first. */
  #branches: Run[] = []
  /** Runs so far. */
  #count = 0
  /** The last that was remembered. */
  #point: CostPoint | null = null

  /** What undo and redo lead to: see Visited. */
  get before(): Visited | undefined {
    return this.#past.at(-1)
  }
  get undone(): Visited | undefined {
    return this.#future.at(-1)
  }

  /** The commands that would be undone and done again; null: none. */
  get edits(): { undo: string | null; redo: string | null } {
    return { undo: this.#past.at(-1)?.name ?? null, redo: this.#future.at(-1)?.name ?? null }
  }

  /** Whether nothing has been done or trained in this run after the present. */
  get isAtEnd(): boolean {
    const { run, edits, step } = this.present
    return edits === run.journal.length && step === run.end
  }

  /** The costs on the way to the present. */
  get history() {
    if (this.isAtEnd) return this.present.run.history.lists
    const history = this.present.run.history.until(this.present.step)
    if (this.#point?.step === this.present.step) history.add(this.#point)
    return history.lists
  }

  /** Remembers the costs of the present. */
  remember(point: CostPoint): void {
    this.#point = point
    if (this.isAtEnd) this.present.run.history.add(point)
  }

  /** Whether what the run began with and the number of steps alone lead to the present. */
  get isReplayable(): boolean {
    const { run, edits } = this.present
    return run.journal.slice(0, edits).every(({ step }) => step === 0)
  }

  /** Takes down what is done. */
  note(deed: Deed): void {
    if (this.present) this.train(deed.step)
    this.way = deed.do === 'begin' || deed.do === 'edit' ? null : deed.do
    if (deed.do === 'begin') this.#begin(deed)
    else if (deed.do === 'edit') this.#edit(deed)
    else if (deed.do === 'goTo') this.present = { ...deed.to, run: this.runs[this.#indexOf(deed.to.run)] }
    else if (deed.do === 'undo') this.#travel(this.#past, this.#future)
    else this.#travel(this.#future, this.#past)
    this.#makeRoom()
  }

  /**
   * Takes down that steps were taken. Those that this run has taken before lead where they led then: it becomes another
   * run only where they go past something that was done.
   * @param step where it is now
   */
  train(step: number): void {
    const { present } = this
    if (step === present.step) return
    const next = present.run.journal[present.edits]
    if (next && next.step < step) {
      present.step = Math.max(present.step, next.step)
      this.#takeOwnWay()
    }
    present.step = step
    present.run.end = Math.max(present.run.end, step)
  }

  #begin({ origin, name }: Extract<Deed, { do: 'begin' }>): void {
    this.#keepPresent(name)
    if (this.present) this.#leave(this.present.run)
    this.present = { run: new Run({ origin, id: this.#count++ }), edits: 0, step: 0 }
    if (name !== null) this.#tellAfter()
  }

  #edit({ edit, name, replacesLast }: Extract<Deed, { do: 'edit' }>): void {
    this.#keepPresent(name)
    this.#takeOwnWay()
    const { run, step } = this.present
    if (replacesLast) run.dropLastEdit()
    run.journal.push({ step, edit })
    this.present.edits = run.journal.length
    this.#tellAfter()
  }

  /** The present can be come back to; what had been undone cannot be done again any more. */
  #keepPresent(name: string | null): void {
    for (const { position } of this.#future.splice(0)) if (position.run !== this.present.run) this.#leave(position.run)
    if (name === null) return
    const [position, before, after] = [1, 2, 3].map(() => ({ ...this.present }))
    this.#past.push({ name, position, before, after })
    if (this.#past.length > mostPast) this.#past.shift()
  }

  /** What was done has led to the present. */
  #tellAfter(): void {
    const last = this.#past.at(-1)
    if (last) last.after = { ...this.present }
  }

  /** From here on it is another run where one went on from here already. */
  #takeOwnWay(): void {
    if (this.isAtEnd) return
    const { run, step } = this.present
    this.present.run = run.fork(this.present, this.#count++)
    if (run.end > step) this.#leave(run)
    this.#makeRoom()
  }

  /** A run that is left can be gone to, as long as there is room. */
  #leave(run: Run): void {
    if (run.hasOwnSteps) this.#branches = [...this.#branches.filter((other) => other !== run), run].slice(-mostBranches)
  }

  #travel(from: Visited[], to: Visited[]): void {
    const visited = from.pop()
    if (!visited) return
    to.push({ ...visited, position: this.present })
    this.present = { ...visited.position }
  }

  /** The runs that can be come to, those left longest ago first. */
  get runs(): Run[] {
    return [...new Set([...this.#branches, ...this.#visited.map(({ run }) => run), this.present.run])]
  }

  get #visited(): Position[] {
    return [...this.#past, ...this.#future].flatMap(({ position, before, after }) => [position, before, after])
  }

  #indexOf(id: number): number {
    return this.runs.findIndex((run) => run.id === id)
  }

  /** The states that can be come to, and those on the way there. */
  get states(): State[] {
    const whole = [...this.#branches, this.present.run].map((run) => ({ run, edits: run.journal.length }))
    const edits: Map<Run, number> = new Map()
    for (const { run, edits: most } of [...this.#visited, ...whole]) edits.set(run, Math.max(most, edits.get(run) ?? 0))
    return [...edits].flatMap(([run, most]) => run.statesUntil(most))
  }

  /** Gives up checkpoints of the runs that were left longest ago. */
  #makeRoom(): void {
    const others = this.runs.filter((run) => run !== this.present.run)
    let bytes = others.reduce((sum, run) => sum + run.bytes, 0)
    for (const run of others) while (bytes > mostBytes && run.count) bytes -= run.thinCheckpoints()
  }

  toPlain(): PlainLog {
    const { runs } = this
    const plainPosition = ({ run, ...moment }: Position) => ({ ...moment, run: run.id })
    const plainVisited = ({ name, position, before, after }: Visited) => ({
      name,
      position: plainPosition(position),
      before: plainPosition(before),
      after: plainPosition(after),
    })
    return {
      runs: runs.map((run) => run.toPlain()),
      present: plainPosition(this.present),
      past: this.#past.map(plainVisited),
      future: this.#future.map(plainVisited),
      branches: this.#branches.map(({ id }) => id),
      count: this.#count,
    }
  }

  static from({ runs: plain, present, past, future, branches, count }: PlainLog): Log {
    const runs = new Map(plain.map((run) => [run.id, new Run(run)]))
    const runOf = (id: number) => runs.get(id) as Run
    const position = ({ run, ...moment }: PlainPosition) => ({ ...moment, run: runOf(run) })
    const visited = ({ name, ...one }: PlainVisited) => ({
      name,
      position: position(one.position),
      before: position(one.before),
      after: position(one.after),
    })
    const log = new Log()
    log.present = position(present)
    log.#past = past.map(visited)
    log.#future = future.map(visited)
    log.#branches = branches.map(runOf)
    log.#count = count
    return log
  }
}
