import type { DataInfo } from '../data/prepare.ts'
import type { RowStore } from '../data/row-store.ts'
import type { TableEntry } from '../data/tables.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { Pointed } from '../network/pointed.ts'
import type { CostCurves } from '../run/cost-history.ts'
import type { Log, PlainLog } from '../run/log.ts'
import type { Checkpoint } from '../run/run.ts'
import type { PlainState } from '../state/border.ts'
import type { Command } from '../state/commands.ts'
import type { Guard } from '../state/fixed.ts'
import type { Overlay } from '../state/overlay.ts'
import type { State } from '../state/state.ts'
import type { Frame } from './frame.ts'
import type { Notice } from './notice.ts'
import type { Revision, Stopped } from './protocol.ts'
import type { Answer, Details, Question } from './questions.ts'

/** What came of a command. */
export interface Outcome {
  ok: boolean
  /** Why it was refused, '' when it was done. */
  message: string
}

/** What of a session outlives its worker: enough to go on in another one. */
export interface Moment {
  state: State
  log: PlainLog
  /** One on the way to the present, or the present. */
  checkpoint: Checkpoint | null
  isRunning: boolean
  /** Those that the states name. */
  rows: RowStore
}

/** What became of a question, and the numbers of what it is about: the worker may be ahead of the frame. */
export type Reply<Q extends Question> = { revision: Revision } & ({ answer: Answer<Q> } | { refusal: Error })

/**
 * The one thing views talk to. Fires a ChangeEvent named 'change', and 'command' (with `command`) for each that it is
 * given.
 */
export interface SessionLike extends EventTarget {
  readonly catalog: Catalog
  readonly tables: TableEntry[]
  readonly state: Readonly<State>
  /** Rows entered by hand, by the ids that stand in states. */
  readonly rows: RowStore
  readonly data: DataInfo | null
  readonly frame: Frame | null
  /** The numbers of what the frame is about. */
  readonly revision: Revision
  readonly history: CostCurves
  readonly isRunning: boolean
  readonly notice: Notice | null
  /** The rule by which playing has just stopped. */
  readonly stopped: Stopped | null
  readonly pointed: Pointed | null
  readonly overlay: Overlay | null
  readonly edits: Edits
  /** The present, the moments that undo and redo lead to, the way that was gone last, and all runs that are held. */
  readonly log: Pick<Log, 'before' | 'present' | 'undone' | 'way' | 'runs' | 'isAtEnd'>
  /** How many edits there have been, undo and redo counted. */
  readonly editCount: number
  /** Asked before anything is changed; null: readers may change all. */
  guard: Guard | null
  /**
   * Does it, or refuses with a notice and changes nothing. Never throws.
   * @param isAuthors whether the author asks, who may change what is fixed for readers
   */
  run(command: Command, isAuthors?: boolean): Promise<Outcome>
  /** A question to the engine that changes nothing. Rejects with RangeError or TypeError. */
  ask<Q extends Question>(question: Q, details: Details<Q>): Promise<Answer<Q>>
  /** The same, with what it is about. Rejects only when the worker is lost. */
  askWithRevision<Q extends Question>(question: Q, details: Details<Q>): Promise<Reply<Q>>
  /**
   * The state to keep or to send. With the parameters: the weights as they are, which become first weights when it is
   * loaded. Without: the step count too, wherever the state and that many steps bring these very weights back.
   */
  save(options?: { withParameters?: boolean }): PlainState
  /** The link's query string that brings this state back; with the weights when asked. */
  link(options?: { withParameters?: boolean; isQuiet?: boolean }): string
  /**
   * Holds training still, or lets it go on: what is nowhere to be seen does not play. A step that was asked for is
   * taken.
   */
  rest(isResting: boolean): void
  /** Gives its worker up until something is asked of it; then it goes on where it was. @returns whether it could */
  sleep(): boolean
  /** Has it awake: questions of what cannot be seen wake nobody. */
  wake(): Promise<void>
  /** Awaited before it wakes. */
  onWake: () => Promise<void>
  /** Says something where notices stand. */
  tell(notice: Notice): void
  /** The reader acts: for a moment training is not drawn, so that the answer is. */
  giveWay(): void
  /** What another session needs to go on from here. */
  moment(): Moment
  /** Goes on from a moment in the place of all that is here; a figure's session leaves that to the network's. */
  takeUp?(moment: Moment): Promise<void>
  dispose(): void
}

/** What undo and redo would take back or do again: the name of a command, null = nothing. */
export interface Edits {
  undo: string | null
  redo: string | null
}
