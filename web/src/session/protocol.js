import { refusalOf } from '../network/refuse.js'

/**
 * What session and worker say to each other. Every request carries an id and gets one reply; the worker also sends
 * updates on its own while it trains, one at a time: the next only after the session has said `seen`.
 *
 * @import { State, Parameter } from '../types.d.ts'
 * @import { Origin } from '../state/layer-edits.js'
 *
 * @typedef {{ parameters: Float64Array, step: number, epoch: number }} Progress weights to go on from, flat
 * @typedef {(
 *   | { do: 'apply', state: State, isFresh: boolean, origins?: Origin[][], inputs?: Origin[], progress?: Progress, edit?: string }
 *   | { do: 'play' } | { do: 'pause' }
 *   | { do: 'step', count: number } | { do: 'epoch', count: number }
 *   | { do: 'reset' }
 *   | { do: 'undo' } | { do: 'redo' }
 *   | { do: 'rest', isResting: boolean }
 *   | { do: 'setParameter', parameter: Parameter, value: number, goesOn?: boolean }
 *   | { do: 'ask', question: string, details: unknown }
 * )} Request
 *
 * @typedef {{
 *   frame?: import('./frame.js').PackedFrame
 *   isEvaluated?: boolean
 *   data?: import('../types.d.ts').DataInfo
 *   isRunning?: boolean
 *   isReplayable?: boolean
 *   run?: number
 *   first?: Float64Array | null
 *   isPartial?: boolean
 *   edits?: import('../types.d.ts').Edits
 *   state?: State
 * }} Update
 * `isEvaluated`: cost and accuracy of the frame are of its own step, not older. `isReplayable`: the state and the step
 * count alone bring these weights back. `run`: which training it is, each of which begins at step 0. `first`: the weights of step 0 when they were set by hand, null when the seed
 * makes them, absent when nothing changed about them. `isPartial`: maps and predictions that the frame lacks stand as
 * they were. `state`: the one in force, when the worker has gone back to it.
 *
 * @typedef {{ name: string, message: string, refusal?: import('../network/refuse.js').Refusal }} Failure
 * @typedef {(
 *   | { ready: { catalog: import('../types.d.ts').Catalog } }
 *   | { crashed: Failure }
 *   | { alive: true }
 *   | { busy: number }
 *   | { update: Update }
 *   | { id: number, update?: Update, answer?: unknown }
 *   | { id: number, failure: Failure }
 * )} FromWorker
 * `alive` answers `areYouThere`; `busy` is told when the worker may be silent for longer than usual from now on, in
 * seconds, and again when it may not: a call of the engine cannot be interrupted.
 * @typedef {{ id: number, request: Request } | { seen: true } | { areYouThere: true }} ToWorker
 *
 * @typedef {{
 *   postMessage(message: any, transfer?: Transferable[]): void
 *   addEventListener(type: any, listener: (event: any) => void): void
 *   removeEventListener(type: any, listener: (event: any) => void): void
 *   terminate?: () => void
 *   close?: () => void
 *   start?: () => void
 * }} Port a Worker, a MessagePort or a worker's own scope
 */

/** An error as plain JSON. @param {unknown} error @returns {Failure} */
export function failureOf(error) {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const refusal = isMistake(error) ? refusalOf(error) : null
  return { name: error.name, message: error.message, ...(refusal ? { refusal } : {}) }
}

/** The error that a failure stands for. @param {Failure} failure */
export function errorOf({ name, message, ...rest }) {
  const Kind = { RangeError, TypeError }[name] ?? Error
  return Object.assign(new Kind(message), { name, ...rest })
}

/**
 * Whether an error is the caller's mistake, `name: rule, got value`, after which everything still stands.
 * @param {unknown} error
 */
export const isMistake = (error) =>
  (error instanceof RangeError || error instanceof TypeError) && /^[\w.-]+: /.test(error.message)
