import type { DataInfo } from '../data/prepare.ts'
import type { Catalog } from '../engine/catalog.ts'
import type { Parameter } from '../network/parameters.ts'
import { type Refusal, refusalOf } from '../network/refuse.ts'
import type { Origin } from '../state/layer-edits.ts'
import type { State } from '../state/state.ts'
import type { PackedFrame } from './frame.ts'
import type { Edits } from './session-like.ts'

/**
 * What session and worker say to each other. Every request carries an id and gets one reply; the worker also sends
 * updates on its own while it trains, one at a time: the next only after the session has said `seen`.
 */

/** Weights to go on from, flat */
export interface Progress {
  parameters: Float64Array
  step: number
  epoch: number
}

export type Request =
  | {
      do: 'apply'
      state: State
      isFresh: boolean
      origins?: Origin[][]
      inputs?: Origin[]
      progress?: Progress
      edit?: string
    }
  | { do: 'play' }
  | { do: 'pause' }
  | { do: 'step'; count: number }
  | { do: 'epoch'; count: number }
  | { do: 'reset' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'rest'; isResting: boolean }
  | { do: 'setParameter'; parameter: Parameter; value: number; goesOn?: boolean }
  | { do: 'ask'; question: string; details: unknown }

/**
 * `isEvaluated`: cost and accuracy of the frame are of its own step, not older. `isReplayable`: the state and the step
 * count alone bring these weights back. `run`: which training it is, each of which begins at step 0. `first`: the weights of step 0 when they were set by hand, null when the seed
 * makes them, absent when nothing changed about them. `isPartial`: maps and predictions that the frame lacks stand as
 * they were. `state`: the one in force, when the worker has gone back to it.
 */
export interface Update {
  frame?: PackedFrame
  isEvaluated?: boolean
  data?: DataInfo
  isRunning?: boolean
  isReplayable?: boolean
  run?: number
  first?: Float64Array | null
  isPartial?: boolean
  edits?: Edits
  state?: State
}

interface Failure {
  name: string
  message: string
  refusal?: Refusal
}

/**
 * `alive` answers `areYouThere`; `busy` is told when the worker may be silent for longer than usual from now on, in
 * seconds, and again when it may not: a call of the engine cannot be interrupted.
 */
export type FromWorker =
  | { ready: { catalog: Catalog } }
  | { crashed: Failure }
  | { alive: true }
  | { busy: number }
  | { update: Update }
  | { id: number; update?: Update; answer?: unknown }
  | { id: number; failure: Failure }

export type ToWorker = { id: number; request: Request } | { seen: true } | { areYouThere: true }

/** A Worker, a MessagePort or a worker's own scope */
export interface Port {
  postMessage(message: any, transfer?: Transferable[]): void
  addEventListener(type: any, listener: (event: any) => void): void
  removeEventListener(type: any, listener: (event: any) => void): void
  terminate?: () => void
  close?: () => void
  start?: () => void
}

/** An error as plain JSON. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const refusal = isMistake(error) ? refusalOf(error) : null
  return { name: error.name, message: error.message, ...(refusal ? { refusal } : {}) }
}

/** The error that a failure stands for. */
export function errorOf({ name, message, ...rest }: Failure) {
  const Kind = { RangeError, TypeError }[name] ?? Error
  return Object.assign(new Kind(message), { name, ...rest })
}

/** Whether an error is the caller's mistake, `name: rule, got value`, after which everything still stands. */
export const isMistake = (error: unknown) =>
  (error instanceof RangeError || error instanceof TypeError) && /^[\w.-]+: /.test(error.message)
