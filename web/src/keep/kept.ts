import type { PlainLog } from '../run/log.ts'
import type { Checkpoint, Edit, PlainRun } from '../run/run.ts'
import type { State } from '../state/state.ts'

/**
 * A session as it is kept, by the browser or in a file: all that goes on from it, and the whole way there. States and
 * rows stand once each, and are named by where they stand. Typed arrays are their bytes in base64 where it is a file.
 */
export interface Kept {
  /** The engine's digits: see state/digits.ts. */
  digits: number
  rows: KeptRows[]
  states: KeptState[]
  /** The one in force, and how it is looked at. */
  state: number
  runs: KeptRun[]
  present: PlainLog['present']
  past: PlainLog['past']
  future: PlainLog['future']
  branches: PlainLog['branches']
  count: PlainLog['count']
  /** A moment on the way to the present, with all its numbers; null where these are too many. */
  checkpoint: Checkpoint | null
}

/** Rows entered by hand, one after the other. */
export interface KeptRows {
  columns: number
  data: Float64Array
}

/** Without weights: those of step 0 are the run's. `table.rows`: which of the rows. */
export type KeptState = Omit<State, 'parameters' | 'step' | 'seal'>

export interface KeptRun {
  origin: { state: number; start: Float64Array | null }
  journal: { step: number; edit: KeptEdit }[]
  end: number
  history: Record<keyof PlainRun['history'], Float64Array>
  id: PlainRun['id']
  parent: PlainRun['parent']
}

export type KeptEdit =
  | (Omit<Extract<Edit, { do: 'apply' }>, 'state'> & { state: number })
  | (Omit<Extract<Edit, { do: 'setParameter' }>, 'value'> & { value: Float64Array })
