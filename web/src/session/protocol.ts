import type { DataInfo } from '../data/prepare.ts'
import type { RowsId } from '../data/row-store.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { Parameter } from '../network/parameters.ts'
import { type Refusal, refusalOf } from '../network/refuse.ts'
import type { FlatRows } from '../network/rows.ts'
import type { Deed, PlainLog } from '../run/log.ts'
import type { Checkpoint } from '../run/run.ts'
import type { Origin } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import type { PackedFrame } from './frame.ts'
import type { Details, Question } from './questions.ts'

/**
 * What session and worker say to each other. Every request carries an id and gets one reply; the worker also sends
 * updates on its own while it trains, one at a time: the next only after the session has said `seen`.
 */

/**
 * The numbers of what the worker holds: another number, another thing. `network`: its layers, initializer, seed,
 * precision; `training`: its settings, and what is locked or muted.
 */
export interface Revision {
  data: number
  network: number
  training: number
  parameters: number
}

/** Has the worker take a state. */
export interface Apply {
  type: 'apply'
  state: State
  /** Training starts again at step 0. */
  isFresh: boolean
  /** Where each unit of an edited network comes from, and each input; absent = each is where it was. */
  origins?: Origin[][]
  inputs?: Origin[]
  /** The command that it can be undone as; none: it is looked at otherwise, or begun. */
  name?: string
}

/** Has the worker go on where another one was. */
export interface GoOn {
  type: 'goOn'
  log: PlainLog
  /** One on the way there, if there is any. */
  checkpoint: Checkpoint | null
  /** How it is looked at. */
  view: State['view']
  stop: State['stop']
  /** Its revisions have higher numbers. */
  newest: number
}

export type Ask = { [Q in Question]: { type: 'ask'; question: Q; details: Details<Q> } }[Question]

export type Request =
  | Apply
  | GoOn
  | Ask
  | { type: 'play'; isSlowAtFirst?: boolean }
  | { type: 'pause' | 'reset' }
  | { type: 'undo' | 'redo' }
  | { type: 'step' | 'epoch'; count: number }
  | { type: 'goTo'; step?: number; run?: number }
  | { type: 'rest'; isResting: boolean }
  | { type: 'setParameter'; parameter: Parameter; value: number; goesOn?: boolean }

export type ToWorker =
  | (Request & { id: number })
  /** Entered by hand: told once, before the first state that names them. */
  | { type: 'rows'; id: RowsId; rows: FlatRows }
  /** `spare`: the maps of the update, which the next one may use. */
  | { type: 'seen'; spare: Float32Array | null }
  | { type: 'areYouThere' }

/** What has changed; what is left out is as it was. */
export interface Update {
  /** Of the frame. */
  revision?: Revision
  frame?: PackedFrame
  /** Cost and accuracy of the frame are of its own step, not older. */
  isEvaluated?: boolean
  /** Maps and predictions that the frame lacks stand as they were. */
  isPartial?: boolean
  data?: DataInfo
  isRunning?: boolean
  /** The rule by which playing has stopped. */
  stopped?: Stopped
  /** What was done, before the frame. */
  deeds?: Deed[]
  /** Of the frame's step. */
  checkpoint?: Checkpoint
  /** The weights of step 0 when they were set by hand, null when the seed makes them. */
  first?: Float64Array | null
  /** The one in force, when the worker has gone back to it. */
  state?: State
}

/** Why playing has stopped by itself. `best`: the lowest test cost at the end of an epoch, and its step. */
export interface Stopped {
  rule: keyof NonNullable<State['stop']>
  /** What the rule says. */
  value: number
  best: { step: number; testCost: number } | null
}

interface Failure {
  name: string
  message: string
  refusal?: Refusal
}

/** What became of a question, and what that is about. */
export interface Answered {
  revision: Revision
  answer?: unknown
  /** Why there is no answer. */
  failure?: Failure
}

export type FromWorker =
  | { type: 'ready'; catalog: Catalog }
  | { type: 'crashed'; failure: Failure }
  /** Answers `areYouThere`. */
  | { type: 'alive' }
  /**
   * The worker may be silent for longer than usual from now on, or not any more: a call of the engine cannot be
   * interrupted.
   */
  | { type: 'busy'; seconds: number }
  | { type: 'update'; update: Update }
  | { type: 'done'; id: number; update?: Update; answered?: Answered }
  | { type: 'refused'; id: number; failure: Failure }

interface PortEvent extends Event {
  readonly data?: unknown
  readonly message?: string
}

/** A Worker, a MessagePort or a worker's own scope. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: string, listener: (event: PortEvent) => void): void
  removeEventListener(type: string, listener: (event: PortEvent) => void): void
  terminate?: () => void
  close?: () => void
  start?: () => void
}

/** Does what a worker does for whoever is at the other end of a port; nothing when that failed, which it has told there. */
export type Serve = (port: Port) => Promise<{ dispose(): void } | undefined>

/** An error as plain JSON. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const refusal = refusalOf(error)
  return { name: error.name, message: error.message, ...(refusal ? { refusal } : {}) }
}

/** The error that a failure stands for. */
export function errorOf({ name, message, ...rest }: Failure) {
  const Kind = { RangeError, TypeError }[name] ?? Error
  return Object.assign(new Kind(message), { name, ...rest })
}
